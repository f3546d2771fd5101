// The database handle on both engines: what types come back, what a transaction keeps, and that a folder has
// one process.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScratch, startChild, testEngines, type Scratch } from '../testing/index.ts';
import { inTransaction, openDatabase, type Database } from './index.ts';

const migrations = fileURLToPath(new URL('../../test-sql/plain', import.meta.url));
const holder = fileURLToPath(new URL('hold-folder.fixture.ts', import.meta.url));

interface Tables {
  thing: { id: number; name: string; seen_at: Date | null };
}

// Making an embedded database takes 3 s, and much longer on a machine that does many things.
const COLD_START_MS = 180_000;

describe.each(testEngines())('the database on $engine', ({ server }) => {
  let scratch: Scratch<Tables>;
  beforeAll(async () => {
    scratch = await openScratch({ migrations, server });
  }, COLD_START_MS);
  afterAll(async () => {
    await scratch.close();
  });

  it('gives numbers for bigint, Dates for instants, texts for decimals and days, values for JSON', async () => {
    const { rows } = await sql`select 9007199254740991::bigint as big, count(*) as count,
      '2026-11-23T10:00:00.123Z'::timestamptz as instant, 1.10::numeric as exact,
      date '2026-11-23' as day, '{"a": [1]}'::jsonb as json, array[1, 2]::bigint[] as bigs
      from thing`.execute(scratch.database.kysely);
    expect(rows[0]).toEqual({
      big: 9_007_199_254_740_991,
      count: 1,
      instant: new Date('2026-11-23T10:00:00.123Z'),
      exact: '1.10',
      day: '2026-11-23',
      json: { a: [1] },
      bigs: [1, 2],
    });
  });

  it('refuses a bigint that a number cannot hold', async () => {
    const tooBig = sql`select 9007199254740993::bigint as big`.execute(scratch.database.kysely);
    await expect(tooBig).rejects.toThrow('9007199254740993');
  });

  it('keeps nothing of a transaction that throws, joined ones included', async () => {
    const { kysely } = scratch.database;
    const add = async (db: Database<Tables>, name: string) =>
      inTransaction(db, async (tx) => {
        await sql`insert into thing (name) values (${name})`.execute(tx);
      });
    const failing = inTransaction(kysely, async (tx) => {
      await add(tx, 'joined');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await add(kysely, 'kept');
    const { rows } = await sql<{ name: string }>`select name from thing order by id`.execute(
      kysely,
    );
    expect(rows.map((row) => row.name)).toEqual(['one', 'kept']);
  });

  it('goes on after a statement that failed', async () => {
    const { kysely, pool } = scratch.database;
    await expect(sql`select * from nowhere`.execute(kysely)).rejects.toThrow('nowhere');
    await expect(pool.query('select 1/0')).rejects.toThrow('zero');
    const { rows } = await pool.query<{ one: number }>('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('runs transactions that are asked for at once', async () => {
    const { kysely } = scratch.database;
    const bump = async (): Promise<void> =>
      inTransaction(kysely, async (tx) => {
        const found = await sql<{ id: number }>`
          select id from thing where name = 'one' for update`.execute(tx);
        await sql`update thing set seen_at = now() where id = ${found.rows[0]?.id}`.execute(tx);
      });
    await Promise.all(Array.from({ length: 25 }, bump));
    const { rows } = await sql<{ seen: boolean }>`
      select seen_at is not null as seen from thing where name = 'one'`.execute(kysely);
    expect(rows).toEqual([{ seen: true }]);
  });
});

describe('a database in a folder', () => {
  it(
    'is refused to a second process, and free again when the first one crashed',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'sendsale-folder-'));
      const child = startChild(holder, folder);
      expect(await child.line()).toBe('open');
      const second = openDatabase({ url: null, folder });
      await expect(second).rejects.toMatchObject({ code: 'DATABASE_FOLDER_IN_USE' });
      await expect(openDatabase({ url: null, folder })).rejects.toThrow(/in use by process \d+/);
      await child.kill();
      const database = await openDatabase<Tables>({ url: null, folder });
      const { rows } = await sql<{ name: string }>`select name from thing`.execute(database.kysely);
      expect(rows).toEqual([{ name: 'written before the crash' }]);
      await expect(openDatabase({ url: null, folder })).rejects.toThrow(/in use/);
      await database.close();
      const again = await openDatabase({ url: null, folder });
      await again.close();
      await rm(folder, { recursive: true });
    },
    COLD_START_MS,
  );
});
