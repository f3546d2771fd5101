// manifest.xml names the project and the account features its objects need; deploy.xml lists what is deployed.

import type { SdfProblemCode } from './problem.ts';
import { childOf, listOf, textOf, walk } from './xml.ts';
import type { XmlElement } from './xml.ts';

export interface Manifest {
  readonly name: string;
  readonly features: ReadonlySet<string>;
  /** Script ids the manifest says exist in the account already. */
  readonly objects: ReadonlySet<string>;
}

type Report = (code: SdfProblemCode, message: string) => void;

export function readManifest(root: XmlElement, report: Report): Manifest {
  if (root.name !== 'manifest')
    report('MANIFEST_INVALID', `The root is <${root.name}>, not <manifest>.`);
  const type = root.attributes['projecttype'] ?? '';
  if (type !== 'ACCOUNTCUSTOMIZATION' && type !== 'SUITEAPP') {
    report(
      'MANIFEST_INVALID',
      `projecttype "${type}" is neither ACCOUNTCUSTOMIZATION nor SUITEAPP.`,
    );
  }
  const version = textOf(root, 'frameworkversion');
  if (version !== '1.0') report('MANIFEST_INVALID', `frameworkversion "${version}" is not 1.0.`);
  const name = textOf(root, 'projectname');
  if (name === '') report('MANIFEST_INVALID', 'The manifest has no <projectname>.');
  const dependencies = childOf(root, 'dependencies') ?? root;
  return {
    name,
    features: new Set(listOf(dependencies, 'features', 'feature').map((feature) => feature.text)),
    objects: new Set(listOf(dependencies, 'objects', 'object').map((object) => object.text)),
  };
}

/** The path patterns of deploy.xml without their leading `~/`, e.g. `Objects/*`. */
export function readDeployPaths(root: XmlElement): readonly string[] {
  const paths = [...walk(root)].filter((element) => element.name === 'path');
  return paths.map((element) => element.text.replace(/^~\//, ''));
}

/** Whether a deploy.xml pattern covers a file; a trailing `*` covers everything below, as deployment does. */
export function coversPath(pattern: string, path: string): boolean {
  if (!pattern.includes('*'))
    return path === pattern || path.startsWith(`${pattern.replace(/\/$/, '')}/`);
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
  return new RegExp(`^${escaped}$`).test(path);
}
