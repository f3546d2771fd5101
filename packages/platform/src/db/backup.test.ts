// A backup holds every value of every kind, and a broken one puts nothing back.

import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScratch, testEngines, type Scratch } from '../testing/index.ts';
import { restoreBackup, writeBackup } from './index.ts';

const migrations = fileURLToPath(new URL('../../test-sql/plain', import.meta.url));
const AT = new Date('2026-11-24T10:00:00Z');

describe.each(testEngines())('a backup on $engine', ({ server }) => {
  let source: Scratch<unknown>;
  let target: Scratch<unknown>;
  let lines: string[];

  beforeAll(async () => {
    source = await openScratch({ migrations, server });
    target = await openScratch({ migrations, server });
    const { kysely } = source.database;
    // The parent sorts behind its child by name.
    const tables = `
      create table zz_parent (id bigint generated always as identity primary key, big bigint,
        exact numeric, bytes bytea, doc jsonb, words text[], at timestamptz, real double precision);
      create table aa_child (id text primary key, parent bigint not null references zz_parent);
      create sequence a_number start 100;`;
    await sql.raw(tables).execute(kysely);
    await sql.raw(tables).execute(target.database.kysely);
    await sql`delete from thing`.execute(target.database.kysely);
    await sql`insert into zz_parent (big, exact, bytes, doc, words, at, real) values
      (9007199254740993, 12345678901234567890.12, '\\x00ff0a'::bytea, '{"a": "ü\\n\\"x"}', '{a,"b,c"}',
        '2026-11-24T10:00:00.123456Z', 0.1), (null, null, null, null, null, null, null)`.execute(
      kysely,
    );
    await sql`insert into aa_child select 'c' || n, 1 from generate_series(1, 1203) n`.execute(
      kysely,
    );
    await sql`select nextval('a_number'), nextval('a_number')`.execute(kysely);
    lines = [];
    await writeBackup(kysely, { at: AT, write: async (line) => void lines.push(line) });
  });
  afterAll(async () => {
    await source.close();
    await target.close();
  });

  const contents = async ({ database }: Scratch<unknown>): Promise<unknown> => {
    const { rows } = await sql`select
      (select json_agg(t order by id)::text from zz_parent t) as parents,
      (select json_agg(t order by id)::text from aa_child t) as children,
      (select json_agg(t order by id)::text from thing t) as things`.execute(database.kysely);
    return rows[0];
  };

  it('that is cut off or changed puts nothing back', async () => {
    const { kysely } = target.database;
    const cut = restoreBackup(kysely, each(lines.slice(0, -1)));
    await expect(cut).rejects.toMatchObject({ code: 'BACKUP_BROKEN' });
    const changed = lines.map((line) => line.replace('"c7"', '"c7x"'));
    await expect(restoreBackup(kysely, each(changed))).rejects.toMatchObject({
      code: 'BACKUP_BROKEN',
    });
    await expect(restoreBackup(kysely, each(['x']))).rejects.toMatchObject({
      code: 'BACKUP_BROKEN',
    });
    expect(await contents(target)).toEqual({ parents: null, children: null, things: null });
  });

  it('puts every value back, and counting goes on', async () => {
    const { kysely } = target.database;
    expect(await restoreBackup(kysely, each(lines))).toMatchObject({ at: AT });
    expect(await contents(target)).toEqual(await contents(source));
    const next = await sql`select nextval('a_number') as number`.execute(kysely);
    expect(next.rows).toEqual([{ number: 102 }]);
    const added = await sql`insert into zz_parent (big) values (1) returning id`.execute(kysely);
    expect(added.rows).toEqual([{ id: 3 }]);
  });

  it('is refused by a database that has something', async () => {
    await expect(restoreBackup(target.database.kysely, each(lines))).rejects.toMatchObject({
      code: 'DATABASE_NOT_EMPTY',
    });
  });
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield line;
}
