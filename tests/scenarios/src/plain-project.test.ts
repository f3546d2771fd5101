// A bundle that keeps the published contract and is not ours: the road works with its own scripts, and what it
// does not do shows where it must.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NetSuiteAccount } from './netsuite-account.ts';
import { makePlainProject, PLAIN_SCRIPTS } from './plain-project/make-plain-project.ts';
import { World } from './world.ts';

const world = new World();
const folder = mkdtempSync(join(tmpdir(), 'sendsale-plain-'));
let netsuite: NetSuiteAccount;

beforeAll(async () => world.road.openDatabase(), 180_000);
beforeAll(async () => {
  world.taxRates = [
    { provinceCode: 'NY', lines: [{ title: 'New York', rate: '0.08875' }], taxesShipping: true },
  ];
  await world.open();
}, 180_000);
beforeAll(async () => {
  const project = {
    folder: await makePlainProject(join(folder, 'project')),
    scripts: PLAIN_SCRIPTS,
  };
  netsuite = await NetSuiteAccount.open(world.road, project);
  await netsuite.run('customscript_create_sftpdirectory');
}, 180_000);

afterAll(async () => {
  await netsuite.close();
  await world.close();
  await world.road.closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

test('a send sale is booked, paid for and approved by plain files that answer no row', async () => {
  const name = await world.ringUp();
  for (let round = 0; round < 4; round += 1) {
    world.road.minutesLater(15);
    await world.workAll();
    await netsuite.runScripts();
  }
  await world.workAll();
  const steps = await world.steps(name);
  for (const step of [
    'customer id received',
    'order id received',
    'line ids received',
    'brokered',
  ]) {
    expect(steps).toContain(step);
  }
  expect(await netsuite.records('salesorder')).toHaveLength(1);
  const [deposit] = await netsuite.records('customerdeposit');
  expect(deposit?.fields['payment']).toBe(52.26);
  expect(world.road.filesIn('acknowledgement')).toEqual([]);
  // It books the tax line with nothing on it, and says so to nobody: the amounts tell.
  const [order] = await netsuite.records('salesorder');
  expect(order?.fields['total']).toBe(48);
});
