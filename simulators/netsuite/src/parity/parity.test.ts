// The parity kit runs against the simulator as it would in an account, and gives the answers that are written down.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { main } from '../main.ts';
import { installProjects } from '../runtime/install-projects.ts';
import { createRecords } from '../runtime/seed.ts';
import { createSimulator } from '../runtime/simulator.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { spec } from '../test-kit/acme-account.ts';
import { compareFile, differences, expectedAnswers } from './compare-answers.ts';

const PROJECT = fileURLToPath(new URL('../../parity/project', import.meta.url));

let simulator: Simulator;
beforeAll(() => {
  simulator = createSimulator({ stopClockAt: new Date('2026-11-24T12:00:00Z') });
  installProjects(simulator.host, [PROJECT], { warn: false });
});
afterAll(async () => {
  await simulator.close();
});

async function run(scriptId: string): Promise<void> {
  const { registry, tasks } = simulator.host;
  const script = registry.script(scriptId);
  const [deployment] = script?.deployments ?? [];
  if (script === null || deployment === undefined) throw new Error(`${scriptId} is missing.`);
  tasks.start(script, deployment, { how: 'userinterface' });
  await tasks.queue.idle();
}

function answers(name: string): Readonly<Record<string, string>> {
  const { content } = simulator.host.account.files.load(`/SuiteScripts/sendsale_parity/${name}`);
  return z.record(z.string(), z.string()).parse(JSON.parse(content));
}

test('the answers about records, searches and tasks are the expected ones, and nothing is left behind', async () => {
  const { account } = simulator.host;
  const [customer, item, location, paymentMethod, variance] = createRecords(account, [
    spec('customer', 'C', { companyname: 'Parity', subsidiary: '1' }),
    spec('inventoryitem', 'I', { itemid: 'PARITY', baseprice: 10 }),
    spec('location', 'L', { name: 'Parity', subsidiary: '1' }),
    spec('paymentmethod', 'P', { name: 'Parity' }),
    spec('account', 'A', { acctname: 'Variance' }),
  ]).map(({ id }) => id);
  createRecords(account, [
    {
      ...spec('inventoryadjustment', 'STOCK', { account: variance ?? '', subsidiary: '1' }),
      sublists: { inventory: [{ item: item ?? '', location: location ?? '', adjustqtyby: 100 }] },
    },
  ]);
  const deployment = account.records
    .list('scriptdeployment')
    .find(({ fields }) => fields['scriptid'] === 'customdeploy_ssp_parity');
  const session = account.records.load({ type: 'scriptdeployment', id: deployment?.id ?? '' });
  const given = { customer, item, location, payment_method: paymentMethod };
  for (const [name, id] of Object.entries(given))
    session.setValue(`custscript_ssp_${name}`, id ?? '');
  session.save();
  await run('customscript_ssp_parity');
  expect(simulator.host.executions.list({ failedOnly: true })).toEqual([]);
  expect(answers('answers.json')).toEqual(expectedAnswers()['answers.json']);
  for (const type of ['salesorder', 'invoice', 'customerdeposit', 'itemfulfillment'])
    expect(account.records.list(type)).toEqual([]);
});

test('the answers about map/reduce are the expected ones', async () => {
  await run('customscript_ssp_map_reduce');
  expect(answers('map-reduce-answers.json')).toEqual(expectedAnswers()['map-reduce-answers.json']);
});

test('an account that answers otherwise is told apart, question by question', async () => {
  expect(differences({ a: '1', b: '2' }, { a: '1', b: '3', c: '4' })).toEqual([
    { question: 'b', expected: '2', given: '3' },
    { question: 'c', expected: null, given: '4' },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'netsuite-parity-'));
  const file = join(folder, 'answers.json');
  const ours = expectedAnswers()['answers.json'] ?? {};
  writeFileSync(file, JSON.stringify({ ...ours, 'submitFields of memo': 'refused: X' }));
  const printed: string[] = [];
  expect(await main(['--parity', file], (text) => printed.push(text))).toBeNull();
  expect(printed.join('')).toMatch(
    /1 differ.*submitFields of memo\n {2}simulator: allowed\n {2}account: {3}refused: X/s,
  );
  writeFileSync(file, '{"other":"1"}');
  expect(() => compareFile(file)).toThrow(/has no answer of the parity kit/);
  rmSync(folder, { recursive: true, force: true });
});
