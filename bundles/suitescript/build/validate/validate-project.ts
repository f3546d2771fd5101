// Checks an SDF project without an account, because Oracle's own tool validates only against one: what is
// wrong would otherwise show when it is deployed.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDeploy } from './check-deploy.ts';
import { checkManifest } from './check-manifest.ts';
import { checkObject, type ProjectObject } from './check-object.ts';
import { checkReferences } from './check-references.ts';
import type { ProjectProblem, Report } from './problem.ts';
import { readXml } from './read-xml.ts';

export type { ProjectProblem } from './problem.ts';

/**
 * Everything wrong with the project in `directory` (or in its `src`), by file; empty when it is fit to be
 * deployed.
 */
export async function validateProject(directory: string): Promise<ProjectProblem[]> {
  const root = existsSync(join(directory, 'src', 'manifest.xml'))
    ? join(directory, 'src')
    : directory;
  const files = await readFiles(root);
  const problems: ProjectProblem[] = [];
  const report =
    (path: string): Report =>
    (code, message) =>
      problems.push({ path, code, message });

  const objects = readObjects(files, report);
  checkDeploy(files, report('deploy.xml'));
  checkManifest(files.get('manifest.xml'), objects, report('manifest.xml'));
  for (const object of objects) checkObject(object, files, report(object.path));
  checkReferences(objects, files, report);
  return problems.sort((a, b) => compare(a.path, b.path) || compare(a.code, b.code));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Texts by path with forward slashes; files that begin with a dot are not deployed. */
async function readFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = existsSync(root)
    ? await readdir(root, { recursive: true, withFileTypes: true })
    : [];
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return files;
}

function readObjects(
  files: ReadonlyMap<string, string>,
  report: (path: string) => Report,
): ProjectObject[] {
  const objects: ProjectObject[] = [];
  for (const [path, text] of files) {
    if (!path.startsWith('Objects/') || !path.endsWith('.xml')) continue;
    const root = readXml(text);
    if (typeof root === 'string') report(path)('XML_INVALID', root);
    else objects.push({ path, root });
  }
  return objects;
}
