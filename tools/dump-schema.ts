// Writes packages/store/schema.sql and packages/store/src/tables.ts from the migrations, by running
// them in an empty in-memory database. `npm run schema`; tools/schema/schema.test.ts fails on drift.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@sendsale/platform/db';
import { migrationsFolder } from '@sendsale/store/migrate';
import { format } from 'prettier';
import { describeSchema, readColumns } from './schema/describe-schema.ts';
import { generateTables } from './schema/generate-tables.ts';

const STORE = new URL('../packages/store/', import.meta.url);

const database = await openDatabase({
  url: null,
  folder: null,
  migrations: { folder: migrationsFolder, at: new Date() },
});
const types = generateTables(await readColumns(database.pool));
const style = { parser: 'typescript', printWidth: 100, singleQuote: true } as const;
await writeFile(fileURLToPath(new URL('schema.sql', STORE)), await describeSchema(database.pool));
await writeFile(fileURLToPath(new URL('src/tables.ts', STORE)), await format(types, style));
await database.close();
