// `npm run build` of this package: writes the project to `dist/`.

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle } from './build-bundle.ts';
import { BundleError } from './bundle-error.ts';

const outDir = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
try {
  const { scripts } = await buildBundle({ outDir });
  process.stdout.write(`${outDir}: ${String(scripts.length)} scripts\n`);
} catch (error) {
  // What is wrong with the sources is a sentence, not a stack.
  if (!(error instanceof BundleError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
