// A backup file holds the whole OMS and brings it back; half a file brings nothing.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptOrder } from '@sendsale/oms';
import { openDatabase } from '@sendsale/platform/db';
import type { OpenDatabase } from '@sendsale/platform/db';
import { showOrder } from '@sendsale/store/read';
import type { Tables } from '@sendsale/store/tables';
import { buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupHeadOf, writeBackupFile } from './backup-file.ts';
import { restoreFile } from './restore-file.ts';

let kit: TestDatabase;
let folder: string;
let file: string;
let empty: OpenDatabase<Tables>;

beforeAll(async () => {
  kit = await createTestDatabase();
  await seedNetwork(kit.db, { stock: { BOS: { 'SKU-1': 5 } } });
  folder = mkdtempSync(join(tmpdir(), 'sendsale-keeping-'));
  file = join(folder, 'oms.backup.gz');
  await accept();
  await writeBackupFile(kit.db, { file, at: T0 });
  empty = await openDatabase<Tables>({ url: null, folder: null });
}, 300_000);
afterAll(async () => {
  await kit.close();
  await empty.close();
  rmSync(folder, { recursive: true });
});

async function accept(): Promise<string> {
  const accepted = await acceptOrder(kit.db, { incoming: buildOrder(), messageId: null, at: T0 });
  if (!accepted.ok) throw new Error(accepted.error.message);
  return accepted.value.orderId;
}

test('only its owner can read it, and nothing half-written lies beside it', async () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['oms.backup.gz']);
  expect(await backupHeadOf(file)).toMatchObject({ at: T0.toISOString() });
});

test('half a file brings nothing back', async () => {
  const half = join(folder, 'half.gz');
  const bytes = readFileSync(file);
  writeFileSync(half, bytes.subarray(0, Math.floor(bytes.length / 2)));
  const restored = restoreFile(empty.kysely, { file: half, at: T0 });
  await expect(restored).rejects.toMatchObject({ code: 'BACKUP_BROKEN' });
});

test('an empty database becomes what it was, and goes on from there', async () => {
  const { backupAt } = await restoreFile(empty.kysely, { file, at: T0 });
  expect(backupAt).toEqual(T0);
  expect(await showOrder(empty.kysely, 'M10001')).toEqual(await showOrder(kit.db, 'M10001'));
  const incoming = buildOrder();
  const next = await acceptOrder(empty.kysely, { incoming, messageId: null, at: T0 });
  expect(next).toMatchObject({ ok: true, value: { orderId: 'M10002' } });
});
