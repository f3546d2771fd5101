// Scripts that submit scripts: themselves, others, and asking how it went.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScriptBench } from '../test-kit/script-bench.ts';
import type { ScriptBench } from '../test-kit/script-bench.ts';

let bench: ScriptBench;
beforeAll(() => {
  bench = startScriptBench();
});
afterAll(async () => {
  await bench.close();
});

test('a script submits its own running deployment once, gets no id, and is run again after it', async () => {
  const { executions, log } = await bench.run(
    'scheduledscript',
    `define(['N/task', 'N/runtime'], function (task, runtime) { return { execute: function (context) {
      var script = runtime.getCurrentScript();
      var round = Number(script.getParameter({ name: 'custscript_round' }));
      log.debug('round ' + round, context.type);
      if (round >= 3) return;
      var again = function () { return task.create({ taskType: task.TaskType.SCHEDULED_SCRIPT, scriptId: script.id, deploymentId: script.deploymentId, params: { custscript_round: round + 1 } }).submit(); };
      log.debug('id', again());
      try { again(); } catch (e) { log.debug(e.name, e.message); }
    } }; });`,
    { custscript_round: '1' },
  );
  expect(executions.map(({ error }) => error)).toEqual([null, null, null]);
  expect(log).toEqual([
    'round 1: userinterface',
    'id: null',
    'FAILED_TO_SUBMIT_JOB_REQUEST_1: Failed to submit job request: INQUEUE',
    'round 2: ondemand',
    'id: null',
    'FAILED_TO_SUBMIT_JOB_REQUEST_1: Failed to submit job request: INQUEUE',
    'round 3: ondemand',
  ]);
});

test('a CSV task without file, one with an unknown map and a status of nothing are refused', async () => {
  const { log } = await bench.execute(`
    var saved = file.create({ name: 'x.txt', fileType: file.Type.PLAINTEXT, contents: 'x' });
    var csv = task.create({ taskType: task.TaskType.CSV_IMPORT });
    try { csv.submit(); } catch (e) { log.debug(e.name, e.message); }
    csv.mappingId = 'custimport_none'; csv.importFile = saved; csv.name = 'x';
    try { csv.submit(); } catch (e) { log.debug(e.name, e.message.slice(0, 29)); }
    try { task.checkStatus('nothing'); } catch (e) { log.debug(e.name, ''); }
    log.debug('statuses', Object.keys(task.TaskStatus).join());`);
  expect(log).toEqual([
    'SSS_MISSING_REQD_ARGUMENT: Task.submit: Missing a required argument: importFile',
    'FAILED_TO_SUBMIT_JOB_REQUEST_1: Failed to submit job request:',
    'SSS_INVALID_TASK_ID: ',
    'statuses: PENDING,PROCESSING,COMPLETE,FAILED',
  ]);
});
