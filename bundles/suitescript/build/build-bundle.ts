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
 * script lost its header or an entry point, or the project does not pass validateProject.
 */
export async function buildBundle({ outDir }: { readonly outDir: string }): Promise<BuiltBundle> {
  await clear(outDir);
  const files = new Map<string, string>([
    ['src/manifest.xml', manifestXml()],
    ['src/deploy.xml', deployXml()],
    ['suitecloud.config.js', SUITECLOUD_CONFIG],
  ]);
  for (const [path, text] of objectFiles()) files.set(`src/${path}`, text);
  for (const script of PROJECT_SCRIPTS) {
    files.set(`src/FileCabinet${scriptPath(script)}`, await compileScript(script));
  }
  for (const [path, text] of files) await write(join(outDir, path), text);
  const problems = await validateProject(outDir);
  if (problems.length > 0) {
    const lines = problems.map(({ path, code, message }) => `${path}: ${code}: ${message}`);
    throw new BundleError(`The project is not fit to be deployed:\n${lines.join('\n')}`);
  }
  return { outDir, scripts: PROJECT_SCRIPTS };
}

const SUITECLOUD_CONFIG = "module.exports = { defaultProjectFolder: 'src', commands: {} };\n";

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
