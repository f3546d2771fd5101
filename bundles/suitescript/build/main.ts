// `npm run build` of this package: writes the project to `dist/`.

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle } from './build-bundle.ts';

const outDir = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
const { scripts } = await buildBundle({ outDir });
process.stdout.write(`${outDir}: ${String(scripts.length)} scripts\n`);
