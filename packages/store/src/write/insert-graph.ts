// Inserts rows of several tables that belong together in one statement: an order has ten tables, and one
// round trip for all of them is what makes intake fast. Rows travel as JSON, one parameter a table.

import { sql } from 'kysely';
import type { Insertable, RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

type TableName = keyof Tables;

/** Rows for one table. All rows have the same columns; columns left out get their defaults. */
export interface GraphPart {
  readonly table: TableName;
  readonly rows: readonly object[];
}

/** Rows for `table`, checked against its columns. */
export function part<Table extends TableName>(
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): GraphPart {
  return { table, rows };
}

/**
 * Inserts all parts at once. Foreign keys are checked when the statement ends, so the order of the parts
 * does not matter. Binary columns cannot travel this way.
 */
export async function insertGraph(db: Database, parts: readonly GraphPart[]): Promise<void> {
  const inserts = parts.flatMap(insertOf);
  if (inserts.length === 0) return;
  await sql`with ${sql.join(inserts)} select 1`.execute(db);
}

function insertOf(graphPart: GraphPart, index: number): readonly RawBuilder<unknown>[] {
  const [first] = graphPart.rows;
  if (first === undefined) return [];
  const table = sql.table(graphPart.table);
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const rows = JSON.stringify(graphPart.rows);
  return [
    sql`${sql.ref(`part_${index}`)} as (
      insert into ${table} (${columns})
      select ${columns} from json_populate_recordset(null::${table}, ${rows}::json)
    )`,
  ];
}
