// Writes the collection to fixtures/cases: `npx tsx packages/shopify/src/test/cases/write-cases.ts`. The test fails
// when a file is not what the builders make.

import { mkdir, writeFile } from 'node:fs/promises';
import { CASES } from './index.ts';

const FOLDER = new URL('../../../fixtures/cases/', import.meta.url);

await mkdir(FOLDER, { recursive: true });
for (const { name, payload, expected } of CASES) {
  await writeFile(new URL(`${name}.json`, FOLDER), `${JSON.stringify(payload)}\n`);
  await writeFile(
    new URL(`${name}.expected.json`, FOLDER),
    `${JSON.stringify(expected, null, 1)}\n`,
  );
}
