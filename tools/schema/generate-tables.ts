// Writes the Kysely types of the tables from the columns a migrated database reports.

import { COLUMN_TYPES } from './column-types.ts';
import type { SchemaColumn } from './describe-schema.ts';

const HEADER = `// The tables as the compiler sees them. Written by tools/dump-schema.ts from the migrated schema
// (\`npm run schema\`); do not edit. Column words and documents are typed in tools/schema/column-types.ts.
`;

// The drivers of packages/platform turn int8 into number (asserted safe) and timestamptz into Date.
const SQL_TYPES: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Uint8Array',
  // yyyy-MM-dd, as the parsers of packages/platform leave it.
  date: 'string',
  'double precision': 'number',
  integer: 'number',
  text: 'string',
  'text[]': 'readonly string[]',
  'timestamp with time zone': 'Date',
};

/** The text of packages/store/src/tables.ts. */
export function generateTables(columns: readonly SchemaColumn[]): string {
  const tables = [...new Set(columns.map((column) => column.table))];
  const domain = [...new Set(columns.flatMap((column) => COLUMN_TYPES[key(column)] ?? []))].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  return [
    HEADER,
    `import type {\n${domain.map((name) => `  ${name},`).join('\n')}\n} from '@sendsale/domain';`,
    `import type { Generated, GeneratedAlways } from 'kysely';\n`,
    ...tables.map((table) => tableText(table, columns)),
    `export interface Tables {`,
    ...tables.map((table) => `  ${table}: ${interfaceName(table)};`),
    '}\n',
  ].join('\n');
}

function tableText(table: string, columns: readonly SchemaColumn[]): string {
  return [
    `export interface ${interfaceName(table)} {`,
    ...columns
      .filter((column) => column.table === table)
      .map((column) => `  ${column.column}: ${columnType(column)};`),
    '}\n',
  ].join('\n');
}

function interfaceName(table: string): string {
  return `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Table`;
}

function columnType(column: SchemaColumn): string {
  const base = baseType(column);
  const type = column.nullable ? `${base} | null` : base;
  if (column.identity === 'ALWAYS') return `GeneratedAlways<${type}>`;
  return column.default === null && column.identity === null ? type : `Generated<${type}>`;
}

function baseType(column: SchemaColumn): string {
  const named = COLUMN_TYPES[key(column)];
  if (named !== undefined) return named;
  const type = SQL_TYPES[column.type];
  if (type === undefined) {
    throw new Error(
      `Column ${key(column)} has type ${column.type}: add it to tools/schema/column-types.ts.`,
    );
  }
  return type;
}

function key(column: SchemaColumn): string {
  return `${column.table}.${column.column}`;
}
