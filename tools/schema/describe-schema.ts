// Reads what a migrated database looks like from its own catalogue, in an order that never changes,
// so that two databases can be compared as text.

/** The least a database must offer: one statement in, rows out. Both `pg` and PGlite have it. */
export interface Queryable {
  readonly query: (sql: string) => Promise<{ rows: unknown[] }>;
}

export interface SchemaColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly identity: 'ALWAYS' | 'BY DEFAULT' | null;
}

const COLUMNS = `
  select table_name as "table", column_name as "column",
    case when data_type = 'ARRAY' then substr(udt_name, 2) || '[]' else data_type end as "type",
    is_nullable = 'YES' as "nullable", column_default as "default", identity_generation as "identity"
  from information_schema.columns
  where table_schema = 'public'
  order by table_name collate "C", ordinal_position`;

const CONSTRAINTS = `
  select conrelid::regclass::text as "table", conname as "name", pg_get_constraintdef(oid) as "definition"
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype <> 'n'
  order by conrelid::regclass::text collate "C", conname collate "C"`;

const INDEXES = `
  select tablename as "table", indexname as "name", indexdef as "definition"
  from pg_indexes
  where schemaname = 'public'
    and indexname not in (select conname from pg_constraint where connamespace = 'public'::regnamespace)
  order by tablename collate "C", indexname collate "C"`;

const SEQUENCES = `
  select sequencename as "name", start_value::text as "start"
  from pg_sequences where schemaname = 'public' order by sequencename collate "C"`;

// Tables other machinery keeps in the same schema are not ours to describe.
const FOREIGN_TABLES: ReadonlySet<string> = new Set(['schema_migration']);

/** The columns of all our tables. */
export async function readColumns(database: Queryable): Promise<readonly SchemaColumn[]> {
  const { rows } = await database.query(COLUMNS);
  return (rows as SchemaColumn[]).filter((row) => !FOREIGN_TABLES.has(row.table));
}

/** The whole schema as text: tables with columns and constraints, then indexes and sequences. */
export async function describeSchema(database: Queryable): Promise<string> {
  const columns = await readColumns(database);
  const constraints = await named(database, CONSTRAINTS);
  const indexes = await named(database, INDEXES);
  const { rows: sequences } = await database.query(SEQUENCES);
  const tables = [...new Set(columns.map((column) => column.table))];
  return [
    '-- Written by tools/dump-schema.ts from a migrated database; do not edit.',
    ...(sequences as { name: string; start: string }[]).map(
      (row) => `sequence ${row.name} start ${row.start}`,
    ),
    ...tables.map((table) =>
      [
        `\ntable ${table}`,
        ...columns.filter((column) => column.table === table).map(columnText),
        ...constraints.filter((row) => row.table === table).map(definitionText),
        ...indexes.filter((row) => row.table === table).map(definitionText),
      ].join('\n'),
    ),
    '',
  ].join('\n');
}

interface NamedDefinition {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function named(database: Queryable, sql: string): Promise<readonly NamedDefinition[]> {
  const { rows } = await database.query(sql);
  return (rows as NamedDefinition[]).filter((row) => !FOREIGN_TABLES.has(row.table));
}

function columnText(column: SchemaColumn): string {
  const rest = [
    column.nullable ? '' : ' not null',
    column.identity === null ? '' : ` identity ${column.identity.toLowerCase()}`,
    column.default === null ? '' : ` default ${column.default}`,
  ].join('');
  return `  ${column.column} ${column.type}${rest}`;
}

function definitionText(row: NamedDefinition): string {
  return `  ${row.name}: ${row.definition}`;
}
