// The rows an intake left, moved into another database as fast as PostgreSQL can: COPY, or one bulk insert a table where
// the server has no files for us.

export interface Queryable {
  readonly query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** Tables in the order in which their rows may be inserted: referenced ones first. */
export async function tablesInOrder(db: Queryable): Promise<string[]> {
  const { rows } = await db.query(
    `select c.relname as name, coalesce(array_agg(r.relname) filter (where r.relname <> c.relname), '{}')::text[] as needs
     from pg_class c
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
     left join pg_class r on r.oid = k.confrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like '%migration%'
     group by c.relname order by c.relname`,
  );
  const waiting = new Map(
    (rows as Array<{ name: string; needs: string[] }>).map(({ name, needs }) => [name, needs]),
  );
  const order: string[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find(([, needs]) => needs.every((name) => !waiting.has(name)));
    // A circle of references: any of them first, as the constraint is deferred or nullable.
    const [name] = next ?? [...waiting][0] ?? [];
    if (name === undefined) break;
    order.push(name);
    waiting.delete(name);
  }
  return order;
}

export async function countRows(
  db: Queryable,
  tables: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const { rows } = await db.query(`select count(*)::int as n from ${quoted(table)}`);
    counts.set(table, (rows[0] as { n: number }).n);
  }
  return counts;
}

export interface Bulk {
  readonly name: string;
  /** Reads the rows out of the source; not part of what is measured. */
  readonly take: (table: string) => Promise<void>;
  readonly put: (to: Queryable, table: string) => Promise<void>;
}

/** COPY through files of the server (its owner's right). */
export function copyThroughFiles(from: Queryable, folder: string): Bulk {
  const file = (table: string): string => `'${folder.replaceAll("'", "''")}/${table}'`;
  return {
    name: 'PostgreSQL COPY of the same rows',
    take: async (table) => void (await from.query(`copy ${quoted(table)} to ${file(table)}`)),
    put: async (to, table) => void (await to.query(`copy ${quoted(table)} from ${file(table)}`)),
  };
}

/** One insert a table out of a JSON document. */
export function insertFromJson(from: Queryable): Bulk {
  const documents = new Map<string, string>();
  return {
    name: 'bulk insert (json_populate_recordset) of the same rows',
    take: async (table) => {
      const name = quoted(table);
      const { rows } = await from.query(
        `select coalesce(json_agg(t), '[]')::text as all from ${name} t`,
      );
      documents.set(table, (rows[0] as { all: string }).all);
    },
    put: async (to, table) => {
      const name = quoted(table);
      await to.query(
        `insert into ${name} overriding system value select * from json_populate_recordset(null::${name}, $1)`,
        [documents.get(table)],
      );
    },
  };
}

/** A name as an identifier of SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
