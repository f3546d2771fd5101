// Migrations on both engines: once each, in order, never edited, and by one process at a time.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openScratch, testEngines, type Scratch } from '../testing/index.ts';
import { migrate } from './index.ts';

const plain = fileURLToPath(new URL('../../test-sql/plain', import.meta.url));
const at = new Date('2026-11-23T10:00:00Z');

// Making an embedded database takes 3 s, and much longer on a machine that does many things.
const COLD_START_MS = 180_000;

describe.each(testEngines())('migrations on $engine', ({ engine, server }) => {
  let scratch: Scratch<object>;
  let folder: string;
  beforeAll(async () => {
    scratch = await openScratch({ migrations: null, server });
  }, COLD_START_MS);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendsale-sql-'));
    await cp(plain, folder, { recursive: true });
  });
  afterEach(async () => {
    const { kysely } = scratch.database;
    await sql`drop table if exists thing, schema_migration`.execute(kysely);
    await rm(folder, { recursive: true });
  });
  afterAll(async () => {
    await scratch.close();
  });

  it('are applied once, in order', async () => {
    const { kysely } = scratch.database;
    expect(await migrate(kysely, { folder, at })).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await migrate(kysely, { folder, at })).toEqual([]);
    const { rows } = await sql`select name, applied_at from schema_migration order by name`.execute(
      kysely,
    );
    expect(rows).toEqual([
      { name: '0001-first.sql', applied_at: at },
      { name: '0002-second.sql', applied_at: at },
    ]);
  });

  it('refuse a file that was changed after it was applied', async () => {
    const { kysely } = scratch.database;
    await migrate(kysely, { folder, at });
    await writeFile(join(folder, '0001-first.sql'), 'create table other (id int);');
    const changed = migrate(kysely, { folder, at });
    await expect(changed).rejects.toMatchObject({ code: 'MIGRATION_CHANGED' });
  });

  it('refuse a database that knows more files than this folder', async () => {
    const { kysely } = scratch.database;
    await migrate(kysely, { folder, at });
    await rm(join(folder, '0002-second.sql'));
    const behind = migrate(kysely, { folder, at });
    await expect(behind).rejects.toMatchObject({ code: 'MIGRATION_UNKNOWN' });
  });

  it('refuse a gap in the numbers', async () => {
    await writeFile(join(folder, '0004-late.sql'), 'select 1;');
    const gap = migrate(scratch.database.kysely, { folder, at });
    await expect(gap).rejects.toMatchObject({ code: 'MIGRATION_NAMES' });
  });

  it('leave nothing of a file that fails half-way', async () => {
    const { kysely } = scratch.database;
    const content = `insert into thing (name) values ('two'); select * from nowhere;`;
    await writeFile(join(folder, '0003-broken.sql'), content);
    const broken = migrate(kysely, { folder, at });
    await expect(broken).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
    const { rows } = await sql<{ count: number }>`select count(*) from thing`.execute(kysely);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it.skipIf(engine === 'pglite')('are safe when several processes apply them at once', async () => {
    const others = await Promise.all([scratch.openAgain(), scratch.openAgain()]);
    const all = [scratch.database, ...others];
    const applied = await Promise.all(
      all.map(async ({ kysely }) => migrate(kysely, { folder, at })),
    );
    expect(applied.flat().toSorted()).toEqual(['0001-first.sql', '0002-second.sql']);
    await Promise.all(others.map(async (other) => other.close()));
  });
});
