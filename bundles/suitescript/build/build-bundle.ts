// Builds the SDF project: scripts compiled to AMD, objects from the catalogue, manifest and deploy.xml. The
// same sources give the same bytes, and a project the validator has something against is not built.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PROJECT_SCRIPTS, type ProjectScript } from '../project/scripts.ts';
import { BundleError } from './bundle-error.ts';
import { compileScript } from './compile-script.ts';
import { objectFiles } from './objects/object-files.ts';
import { deployXml, manifestXml } from './project-files.ts';
import { scriptPath } from './script-path.ts';
import { validateProject } from './validate/validate-project.ts';

export interface BuiltBundle {
  readonly outDir: string;
  readonly scripts: readonly ProjectScript[];
}

/**
 * Writes the project into `outDir`, replacing what a former build left there. @throws BundleError when a
 * script lost its header or an entry point, an id is used twice, or validateProject has something against it.
 */
export async function buildBundle({ outDir }: { readonly outDir: string }): Promise<BuiltBundle> {
  await clear(outDir);
  const files: Array<readonly [path: string, text: string]> = [
    ['src/manifest.xml', manifestXml()],
    ['src/deploy.xml', deployXml()],
    ['suitecloud.config.js', SUITECLOUD_CONFIG],
    ...objectFiles().map(([path, text]) => [`src/${path}`, text] as const),
  ];
  for (const script of PROJECT_SCRIPTS) {
    files.push([`src/FileCabinet${scriptPath(script)}`, await compileScript(script)]);
  }
  assertApart(files.map(([path]) => path));
  for (const [path, text] of files) await write(join(outDir, path), text);
  const problems = await validateProject(outDir);
  if (problems.length > 0) {
    const lines = problems.map(({ path, code, message }) => `${path}: ${code}: ${message}`);
    throw new BundleError(`The project is not fit to be deployed:\n${lines.join('\n')}`);
  }
  return { outDir, scripts: PROJECT_SCRIPTS };
}

const SUITECLOUD_CONFIG = "module.exports = { defaultProjectFolder: 'src', commands: {} };\n";

/**
 * Two objects with one script id, or two scripts with one name, would be one file and the first of them lost.
 * @throws BundleError naming the file
 */
export function assertApart(paths: readonly string[]): void {
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new BundleError(`${twice} is written twice: its id is used twice`);
}

/** Only what a build writes is removed; a folder that holds anything else is left alone and refused. */
async function clear(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const known = new Set(['src', 'suitecloud.config.js', 'project.json']);
  const strangers = (await readdir(outDir)).filter((name) => !known.has(name));
  if (strangers.length > 0) {
    throw new BundleError(`${outDir} holds ${strangers.join(', ')}; a bundle is not written there`);
  }
  await rm(join(outDir, 'src'), { recursive: true, force: true });
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, 'utf8');
}
