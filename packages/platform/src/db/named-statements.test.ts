// Repeated statements are prepared once a connection; a plan that went stale is dropped and made anew.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratch, testEngines } from '../testing/index.ts';
import type { Scratch } from '../testing/index.ts';

interface Tables {
  readonly thing: { readonly id: number };
}

describe.each(testEngines())('named statements on $engine', ({ server }) => {
  let scratch: Scratch<Tables>;
  beforeAll(async () => {
    scratch = await openScratch<Tables>({ migrations: null, server });
    await sql`create table thing (id int)`.execute(scratch.database.kysely);
  });
  afterAll(async () => scratch.close());

  const select = async (id: number): Promise<unknown[]> => {
    const { rows } = await sql`select * from thing where id = ${id}`.execute(
      scratch.database.kysely,
    );
    return rows;
  };
  const prepared = async (): Promise<number> => {
    const { rows } = await scratch.database.pool.query<{ count: number }>(
      `select count(*) from pg_prepared_statements where statement like 'select * from thing%'`,
    );
    return rows[0]?.count ?? 0;
  };

  test('a statement with parameters gets a name when it comes again and again', async () => {
    await select(1);
    await select(2);
    expect(await prepared()).toBe(0);
    for (let id = 3; id < 10; id += 1) expect(await select(id)).toEqual([]);
    expect(await prepared()).toBe(1);
  });

  test('a table changed under the plan costs one failure, not all that follow', async () => {
    await sql`alter table thing add column name text`.execute(scratch.database.kysely);
    await expect(select(1)).rejects.toThrow('cached plan must not change result type');
    for (let id = 1; id < 6; id += 1) expect(await select(id)).toEqual([]);
  });
});
