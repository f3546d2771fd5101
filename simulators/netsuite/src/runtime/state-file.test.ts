// A simulator that is stopped, or killed, and started again goes on where it was.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createAccount } from '../account/create-account.ts';
import { serveNetSuite } from '../serve-netsuite.ts';
import type { ServedNetSuite } from '../serve-netsuite.ts';
import { ACME_PROJECT, acmeSimulator, spec } from '../test-kit/acme-account.ts';
import { startScriptBench } from '../test-kit/script-bench.ts';
import { readProjects } from './install-projects.ts';
import { createRecords } from './seed.ts';
import { openStateFile } from './state-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'netsuite-state-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = 'externalId,customer,date,orderId,item,quantity,priceLevel,price,location,lineId\n';
const row = (id: string, customer: string): string =>
  `${id},${customer},11/24/2026,M${id},1,1,Custom,12.5,1,00001\n`;
const RECORDS = [
  spec('location', 'RENO', { name: 'Reno', subsidiary: '1' }),
  spec('customer', 'ANN', { isperson: true, firstname: 'Ann', lastname: 'Lee', subsidiary: '1' }),
  spec('inventoryitem', 'SHIRT', { itemid: 'SHIRT', baseprice: 10 }),
];

async function open(stateFile: string): Promise<ServedNetSuite> {
  return serveNetSuite({
    projects: [ACME_PROJECT],
    stateFile,
    stopClockAt: '2026-11-24T12:00:00Z',
    schedules: false,
  });
}

function orderIds({ simulator }: ServedNetSuite): unknown[] {
  return simulator.host.account.records
    .list('salesorder')
    .map(({ fields }) => fields['externalid']);
}

test('the log, the imports, the queue, the clock and the faults survive a restart', async () => {
  const stateFile = join(folder, 'whole.json');
  const first = await open(stateFile);
  const { host } = first.simulator;
  createRecords(host.account, RECORDS);
  const submit = (name: string, content: string): string =>
    host.tasks.imports.submit({
      mappingId: 'custimport_acme_orders',
      name,
      content: HEADER + content,
    });
  submit('Ended', row('E1', '1') + row('E2', '999'));
  const numbers = host.registry.script('customscript_acme_numbers');
  const [deployment] = numbers?.deployments ?? [];
  if (numbers === null || deployment === undefined) throw new Error('The fixture has changed.');
  host.tasks.start(numbers, deployment, { how: 'userinterface' });
  await host.tasks.queue.idle();
  host.tasks.queue.hold();
  const waiting = submit('Waiting', row('E3', '1'));
  host.tasks.start(numbers, deployment, { how: 'userinterface' });
  host.faults.set({ kind: 'slow-queue', delayMs: 1 });
  first.simulator.scheduler.jumpTo(new Date('2026-11-24T13:00:00Z'));
  const before = {
    executions: host.executions.list({ limit: 100 }),
    imports: host.tasks.imports.list(),
    tasks: host.tasks.queue.list(),
  };
  await first.close();

  const second = await open(stateFile);
  const after = second.simulator.host;
  expect(after.executions.list({ limit: 100 })).toEqual(before.executions);
  expect(after.tasks.imports.list()).toEqual(before.imports);
  expect(after.tasks.imports.list()[1]?.result?.responseFile).toContain('999');
  expect(after.tasks.queue.list()).toEqual(before.tasks);
  expect(after.tasks.queue.isHeld()).toBe(true);
  expect(after.account.now().toISOString()).toBe('2026-11-24T13:00:00.000Z');
  expect(after.faults.list()).toEqual([{ kind: 'slow-queue', delayMs: 1 }]);
  expect(orderIds(second)).toEqual(['E1']);

  after.tasks.queue.release();
  await after.tasks.queue.idle();
  expect(orderIds(second)).toEqual(['E1', 'E3']);
  expect(after.tasks.imports.list()[0]).toMatchObject({
    task: { id: waiting, status: 'COMPLETE' },
    result: { imported: 1 },
  });
  expect(after.executions.count()).toBe(before.executions.length * 2);
  // Numbers go on, too: no id is given twice.
  const next = after.tasks.imports.submit({
    mappingId: 'custimport_acme_orders',
    name: 'Next',
    content: HEADER + row('E4', '1'),
  });
  expect(before.tasks.map(({ id }) => id)).not.toContain(next);
  await after.tasks.queue.idle();
  await second.close();
});

test('an import that was cut short goes on with the records that were left', () => {
  const simulator = acmeSimulator();
  const { account } = simulator.host;
  createRecords(account, RECORDS);
  const file = {
    mappingId: 'custimport_acme_orders',
    name: 'Cut',
    content: HEADER + row('E1', '1') + row('E2', '999') + row('E3', '1') + row('E4', '998'),
  };
  const job = account.imports.prepare(file);
  job.step(2);
  const progress = job.progress();

  const later = createAccount({ now: account.now });
  later.install(
    readProjects([ACME_PROJECT], { warn: false }).projects[0]?.definitions ?? {
      customFields: [],
      customRecords: [],
      savedSearches: [],
      csvImports: [],
      scripts: [],
    },
  );
  later.restore(account.snapshot());
  const rest = later.imports.prepare({ ...file, progress });
  expect(rest.step(10)).toBe(true);
  expect(later.records.list('salesorder').map(({ fields }) => fields['externalid'])).toEqual([
    'E1',
    'E3',
  ]);
  expect(rest.result()).toMatchObject({
    imported: 2,
    total: 4,
    refused: [{ rows: [2] }, { rows: [4] }],
  });
});

test('a map/reduce script that was cut short goes on with the keys that were left', async () => {
  const first = await open(join(folder, 'whole-run.json'));
  const { host } = first.simulator;
  const numbers = host.registry.script('customscript_acme_numbers');
  const [deployment] = numbers?.deployments ?? [];
  if (numbers === null || deployment === undefined) throw new Error('The fixture has changed.');
  const started = host.tasks.start(numbers, deployment, { how: 'userinterface' });
  const keysOf = (served: ServedNetSuite, kind: string): unknown[] =>
    served.simulator.host.executions
      .list({ limit: 100 })
      .filter((one) => one.kind === kind)
      .map(({ key }) => key)
      .toReversed();
  // The stages give way after each key: the file is written after the first of three.
  await expect.poll(() => keysOf(first, 'map'), { interval: 0 }).toHaveLength(1);
  const stateFile = join(folder, 'cut.json');
  const { projects } = readProjects([ACME_PROJECT], { warn: false });
  openStateFile(stateFile, first.simulator).save(projects);
  await first.close();

  const second = await open(stateFile);
  await second.simulator.host.tasks.queue.idle();
  expect(second.simulator.host.tasks.queue.find(started?.id ?? '')?.status).toBe('COMPLETE');
  expect(keysOf(second, 'getInputData')).toHaveLength(1);
  expect(keysOf(second, 'map')).toEqual(['0', '1', '2']);
  const written = second.simulator.host.executions
    .list({ limit: 1 })
    .flatMap(({ log }) => log.map(({ title, details }) => `${title}: ${details}`));
  expect(written).toContain('all: 1|2|3');
  // The key whose turn it was is told of the restart, those behind it and before it are not.
  const restarted = written.filter((line) => line.includes('"restarted":true'));
  expect(restarted.map((line) => line.slice(0, 6))).toEqual(['each 1']);
  expect(written).toContain('map 1 1: SSS_APP_SERVER_RESTART');
  await second.close();
});

test('a scheduled script whose server went away starts again as aborted; what it saved stays saved', async () => {
  const bench = startScriptBench();
  bench.simulator.host.faults.set({
    kind: 'restart',
    script: 'customscript_bench_1',
    stage: 'execute',
    afterInvocations: 1,
  });
  const run = await bench.execute(`
    log.debug('type', context.type);
    record.create({ type: 'folder' }).setValue('name', 'Made by ' + context.type).save();
    log.debug('ended', context.type);`);
  expect(run.error).toBeNull();
  expect(run.log.filter((line) => line.startsWith('type') || line.startsWith('ended'))).toEqual([
    'type: userinterface',
    'type: aborted',
    'ended: aborted',
  ]);
  const names = bench.simulator.host.account.records
    .list('folder')
    .map(({ fields }) => fields['name']);
  expect(names).toContain('Made by userinterface');
  await bench.close();
});

test('a state of another version is refused with what to do', async () => {
  const stateFile = join(folder, 'old.json');
  writeFileSync(stateFile, JSON.stringify({ version: 1, projects: '', account: '{}' }));
  await expect(open(stateFile)).rejects.toThrow(/another version; start with a new one/);
});

test('a program that was killed goes on from its file', async () => {
  const stateFile = join(folder, 'killed.json');
  const start = async (): Promise<{ url: string; kill: () => Promise<void> }> => {
    const main = new URL('../main.ts', import.meta.url).href;
    const program = `import { main } from ${JSON.stringify(main)}; await main(process.argv.slice(1), (text) => process.stdout.write(text));`;
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      program,
      '--',
      '--json',
      '--no-schedules',
      '--state',
      stateFile,
    ]);
    const [line] = z.tuple([z.instanceof(Buffer)]).parse(await once(child.stdout, 'data'));
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(line.toString()));
    return {
      url,
      kill: async () => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      },
    };
  };
  const first = await start();
  await fetch(`${first.url}/control/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ type: 'location', externalid: 'L1', fields: { name: 'Reno' } }]),
  });
  await expect
    .poll(() => existsSync(stateFile) && readFileSync(stateFile, 'utf8').includes('Reno'), {
      timeout: 20_000,
      interval: 100,
    })
    .toBe(true);
  await first.kill();
  const second = await start();
  const locations: unknown = await (await fetch(`${second.url}/control/records/location`)).json();
  expect(locations).toMatchObject([{ fields: { name: 'Reno' } }]);
  await second.kill();
}, 60_000);
