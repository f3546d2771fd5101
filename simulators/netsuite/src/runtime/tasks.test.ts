// What may be submitted to the job queue, and what a deployment's record says about it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { acmeSimulator } from '../test-kit/acme-account.ts';
import type { Simulator } from './simulator.ts';

let simulator: Simulator;
beforeEach(() => {
  simulator = acmeSimulator();
});
afterEach(async () => {
  await simulator.close();
});

const NUMBERS = 'customscript_acme_numbers';
const IMPORT = 'customscript_acme_import_orders';

function submit(
  scriptId: string,
  deploymentId: string | null,
  kind: 'MAP_REDUCE' | 'SCHEDULED_SCRIPT' = 'MAP_REDUCE',
): string {
  try {
    const id = simulator.host.tasks.submitScript({
      kind,
      scriptId,
      deploymentId,
      parameters: {},
      by: null,
    });
    return id === null ? 'no id' : 'submitted';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

test('a NOTSCHEDULED deployment is submitted; one that waits or runs is refused', async () => {
  expect(submit(NUMBERS, 'customdeploy_acme_numbers_rest')).toBe('submitted');
  expect(submit(NUMBERS, 'customdeploy_acme_numbers_rest')).toContain('MAP_REDUCE_ALREADY_RUNNING');
  expect(submit(NUMBERS, null)).toContain('NO_DEPLOYMENTS_AVAILABLE');
  await simulator.host.tasks.queue.idle();
  expect(submit(NUMBERS, null)).toBe('submitted');
  await simulator.host.tasks.queue.idle();
});

test.each([
  [
    'a SCHEDULED deployment',
    IMPORT,
    'customdeploy_acme_import',
    'SCHEDULED_SCRIPT',
    'is SCHEDULED',
  ],
  ['a script that does not exist', 'customscript_none', null, 'MAP_REDUCE', 'does not exist'],
  [
    'a deployment that does not exist',
    NUMBERS,
    'customdeploy_none',
    'MAP_REDUCE',
    'has no deployment',
  ],
  ['a script of another type', IMPORT, null, 'MAP_REDUCE', 'is a scheduledscript'],
] as const)('%s is refused', (...[, script, deployment, kind, reason]) => {
  expect(submit(script, deployment, kind)).toMatch(
    new RegExp(`^FAILED_TO_SUBMIT_JOB_REQUEST_1: Failed to submit job request: .*${reason}`),
  );
});

test('the deployment record decides: a status set by a script or user counts at once', async () => {
  const { account } = simulator.host;
  const record = account.records
    .list('scriptdeployment')
    .find(({ fields }) => fields['scriptid'] === 'customdeploy_acme_numbers_rest');
  account.records.submitFields({
    type: 'scriptdeployment',
    id: record?.id ?? '',
    values: { status: 'TESTING' },
  });
  expect(submit(NUMBERS, 'customdeploy_acme_numbers_rest')).toContain('is TESTING');

  const scheduled = account.records
    .list('scriptdeployment')
    .find(({ fields }) => fields['scriptid'] === 'customdeploy_acme_import');
  account.records.submitFields({
    type: 'scriptdeployment',
    id: scheduled?.id ?? '',
    values: { status: 'NOTSCHEDULED' },
  });
  await simulator.scheduler.advanceTo(new Date('2026-11-24T12:31:00Z'));
  expect(simulator.host.executions.list({ script: IMPORT })).toEqual([]);
  expect(simulator.host.tasks.queue.list().map(({ script }) => script)).toEqual([
    'customscript_acme_export_orders',
    'customscript_acme_export_orders',
  ]);
});

test('deployments of one script may run side by side, a deployment never overlaps itself', async () => {
  const { queue } = simulator.host.tasks;
  let most = 0;
  let running = 0;
  const task = (deployment: string) => ({
    kind: 'MAP_REDUCE' as const,
    script: 's',
    deployment,
    job: () => ({ kind: 'search' as const, request: { savedSearchId: 's', filePath: 'f' } }),
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      running -= 1;
      return true;
    },
  });
  queue.enqueue(task('one'));
  queue.enqueue(task('one'));
  await queue.idle();
  expect(most).toBe(1);
  for (const deployment of ['one', 'two', 'three']) queue.enqueue(task(deployment));
  await queue.idle();
  expect(most).toBe(2);
});

test('a held queue runs one task a step', async () => {
  const { queue } = simulator.host.tasks;
  queue.hold();
  submit(NUMBERS, null);
  submit(IMPORT, 'customdeploy_acme_import_rest', 'SCHEDULED_SCRIPT');
  await queue.idle();
  expect(queue.list().map(({ status }) => status)).toEqual(['PENDING', 'PENDING']);
  expect(await queue.step()).toBe(true);
  expect(queue.list().map(({ status }) => status)).toEqual(['PENDING', 'COMPLETE']);
  queue.release();
  await queue.idle();
  expect(await queue.step()).toBe(false);
});

test('a slow queue keeps tasks waiting', async () => {
  simulator.host.faults.set({ kind: 'slow-queue', delayMs: 30 });
  const started = performance.now();
  submit(NUMBERS, null);
  await simulator.host.tasks.queue.idle();
  expect(performance.now() - started).toBeGreaterThanOrEqual(29);
});

test('parameters given at submission win over those of the deployment and the script', async () => {
  simulator.host.tasks.submitScript({
    kind: 'MAP_REDUCE',
    scriptId: NUMBERS,
    deploymentId: null,
    parameters: { custscript_acme_numbers: '7' },
    by: null,
  });
  await simulator.host.tasks.queue.idle();
  const [summary] = simulator.host.executions.list({ script: NUMBERS });
  expect(summary?.log[0]?.details).toBe('7');
});
