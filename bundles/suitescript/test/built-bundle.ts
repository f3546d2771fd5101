// The bundle, built once for all tests of a worker.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundle } from '../build/index.ts';

let built: Promise<string> | null = null;

/** The folder of the built project; nobody may change it. */
export async function builtBundle(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sendsale-bundle-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const { outDir } = await buildBundle({ outDir: folder });
  return outDir;
}
