// Map/reduce scripts: what goes from stage to stage, what is lost on failure, what is counted.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScriptBench } from '../../test-kit/script-bench.ts';
import type { Run, ScriptBench } from '../../test-kit/script-bench.ts';

let bench: ScriptBench;
beforeAll(() => {
  bench = startScriptBench();
});
afterAll(async () => {
  await bench.close();
});

interface Parts {
  readonly input: string;
  readonly map?: string;
  readonly reduce?: string;
  readonly summarize?: string;
  readonly config?: string;
}

// The default summary logs the output and the errors of both stages.
const SUMMARIZE = `
  summary.output.iterator().each(function (key, value) { log.debug(key, value); return true; });
  summary.mapSummary.errors.iterator().each(function (key, error, no) { log.debug('map error ' + key + ' ' + no, JSON.parse(error).name); return true; });
  summary.reduceSummary.errors.iterator().each(function (key, error, no) { log.debug('reduce error ' + key + ' ' + no, JSON.parse(error).name); return true; });
  if (summary.inputSummary.error) log.debug('input error', JSON.parse(summary.inputSummary.error).message);`;

async function run({ input, map, reduce, summarize = SUMMARIZE, config }: Parts): Promise<Run> {
  const part = (name: string, argument: string, body: string | undefined): string =>
    body === undefined ? '' : `${name}: function (${argument}) { ${body} },`;
  return bench.run(
    'mapreducescript',
    `define(['N/record', 'N/search', 'N/file', 'N/task', 'N/runtime'], function (record, search, file, task, runtime) { return {
      ${part('getInputData', 'context', input)} ${part('map', 'context', map)} ${part('reduce', 'context', reduce)}
      ${part('summarize', 'summary', summarize)} ${config === undefined ? '' : `config: ${config}`} }; });`,
  );
}

const ECHO = 'context.write(context.key, context.value);';

test('an array is keyed by index, its objects are JSON, its primitives texts', async () => {
  const { log } = await run({
    input: `return ['a', 1, true, null, { b: 2 }, [3]];`,
    map: `log.debug(context.key + ' ' + typeof context.value, context.value);`,
  });
  expect(log).toEqual([
    '0 string: a',
    '1 string: 1',
    '2 string: true',
    '3 string: null',
    '4 string: {"b":2}',
    '5 string: [3]',
  ]);
});

test('an object is keyed by its properties', async () => {
  expect((await run({ input: `return { x: 'a', y: { b: 1 } };`, map: ECHO })).log).toEqual([
    'x: a',
    'y: {"b":1}',
  ]);
});

test('a file is read line by line, its last line end starts no line', async () => {
  const { log } = await run({
    input: `return file.create({ name: 'x.csv', fileType: file.Type.CSV, contents: 'h1,h2\\r\\n1,2\\n3,4\\n' });`,
    map: ECHO,
  });
  expect(log).toEqual(['0: h1,h2', '1: 1,2', '2: 3,4']);
});

test('a search gives its results as JSON, ids as value and text, keyed by internal id', async () => {
  const { log } = await run({
    input: `return search.create({ type: 'folder', filters: [['name', 'is', 'SuiteScripts']], columns: ['internalid', 'name'] });`,
    map: ECHO,
  });
  expect(log).toHaveLength(1);
  expect(log[0]).toBe(
    '-15: {"recordType":"folder","id":"-15","values":{"internalid":{"value":"-15","text":"-15"},"name":"SuiteScripts"}}',
  );
});

test.each([
  ['nothing', 'return;'],
  ['null', 'return null;'],
  ['an empty array', 'return [];'],
])('%s is an empty input: only the summary runs', async (_case, input) => {
  const { executions, task } = await run({ input, map: ECHO });
  expect(executions.map(({ kind }) => kind)).toEqual(['getInputData', 'summarize']);
  expect(task.status).toBe('COMPLETE');
});

test('values are grouped by key in the order of their characters; one is parsed by coercion, two are not', async () => {
  const { log } = await run({
    input: `return ['10', '9', '{"a":1}'];`,
    map: `context.write({ key: context.value.length > 2 ? 'one' : 'two', value: context.value });`,
    reduce: `log.debug(context.key + ' ' + Array.isArray(context.values), context.values.join('|')); context.write(context.key, JSON.parse(context.values));`,
  });
  expect(log).toEqual([
    'one true: {"a":1}',
    'two true: 10|9',
    'one: {"a":1}',
    'reduce error two 1: SyntaxError',
  ]);
});

test('without map the input goes to reduce; without reduce the output of map is the output', async () => {
  expect(
    (
      await run({
        input: `return ['a', 'b'];`,
        reduce: `context.write('k' + context.key, context.values[0]);`,
      })
    ).log,
  ).toEqual(['k0: a', 'k1: b']);
  expect(
    (await run({ input: `return ['a'];`, map: `context.write('k', { v: context.value });` })).log,
  ).toEqual(['k: {"v":"a"}']);
});

test('what a failed invocation wrote is lost, what it saved stays', async () => {
  const folders = (): number => bench.simulator.host.account.records.list('folder').length;
  const before = folders();
  const { log, task } = await run({
    input: `return ['good', 'bad'];`,
    map: `context.write(context.value, '1'); var folder = record.create({ type: 'folder' }); folder.setValue('name', 'MR ' + context.value); folder.save(); if (context.value === 'bad') throw new RangeError('no');`,
  });
  expect(log).toEqual(['good: 1', 'map error 1 1: RangeError']);
  expect(folders()).toBe(before + 2);
  expect(task.status).toBe('COMPLETE');
});

test('retryCount runs a failing key again, and the script sees which time it is and what happened', async () => {
  const { log } = await run({
    input: `return ['x'];`,
    map: `context.errors.iterator().each(function (no, error) { log.debug('before ' + no, JSON.parse(error).message); return true; });
      if (context.executionNo < 3) throw new Error('try ' + context.executionNo); context.write('done', context.executionNo);`,
    config: '{ retryCount: 3 }',
  });
  expect(log).toEqual([
    'before 1: try 1',
    'before 1: try 1',
    'before 2: try 2',
    'done: 3',
    'map error 0 1: Error',
    'map error 0 2: Error',
  ]);
});

test('exitOnError skips the other keys and reduce', async () => {
  const { executions } = await run({
    input: `return ['a', 'b'];`,
    map: `throw new Error(context.value);`,
    reduce: ECHO,
    config: '{ exitOnError: true }',
  });
  expect(executions.map(({ kind, key }) => `${kind} ${key ?? ''}`.trim())).toEqual([
    'getInputData',
    'map 0',
    'summarize',
  ]);
});

test('getInputData that throws goes straight to the summary and fails the task', async () => {
  const { log, task } = await run({ input: `throw new Error('no input');`, map: ECHO });
  expect(log).toEqual(['input error: no input']);
  expect(task).toMatchObject({ status: 'FAILED', error: { name: 'Error', message: 'no input' } });
});

test('a summary that throws fails the task', async () => {
  expect(
    (await run({ input: `return ['a'];`, map: ECHO, summarize: `throw new Error('late');` })).task
      .status,
  ).toBe('FAILED');
});

test('a server that goes away after a save leaves the record and runs the key again', async () => {
  const { host } = bench.simulator;
  const script = `customscript_bench_${host.registry.scripts().length + 1}`;
  host.faults.set({ kind: 'restart', script, stage: 'map', afterInvocations: 2 });
  const { log, executions } = await run({
    input: `return ['a', 'b', 'c'];`,
    map: `var folder = record.create({ type: 'folder' }); folder.setValue('name', 'Restart ' + context.value + context.executionNo); try { folder.save(); } catch (e) { record.load({ type: 'folder', id: -15 }); }
      context.write(context.value, context.executionNo + ' ' + context.isRestarted);`,
    summarize: `log.debug('restarted', summary.isRestarted); ${SUMMARIZE}`,
  });
  expect(log).toEqual([
    'restarted: true',
    'a: 1 false',
    'b: 2 true',
    'c: 1 false',
    'map error 1 1: SSS_APP_SERVER_RESTART',
  ]);
  expect(executions.filter(({ key }) => key === '1')).toHaveLength(2);
  const names = host.account.records.list('folder').map(({ fields }) => fields['name']);
  expect(names.filter((name) => String(name).startsWith('Restart b'))).toEqual([
    'Restart b1',
    'Restart b2',
  ]);
});

test('keys over 3,000 characters, values over 10 MB and values without JSON fail their key', async () => {
  const { log } = await run({
    input: `return ['key', 'value', 'function'];`,
    map: `if (context.value === 'key') context.write('x'.repeat(3001), '1');
      if (context.value === 'value') context.write('k', 'x'.repeat(10 * 1024 * 1024 + 1));
      if (context.value === 'function') context.write('k', function () {});`,
  });
  expect(log).toEqual([
    'map error 0 1: KEY_LENGTH_IS_OVER_3000_BYTES',
    'map error 1 1: VALUE_LENGTH_IS_OVER_10_MB',
    'map error 2 1: INVALID_VALUE',
  ]);
});

test('more than 200 MB between the stages end the script with its summary', async () => {
  const { log } = await run({
    input: `return ['a', 'b', 'c'];`,
    map: `if (context.key === '1') {
        var large = 'x'.repeat(10 * 1024 * 1024);
        for (var i = 0; i < 21; i += 1) context.write('k' + i, large);
      }`,
    reduce: `context.write(context.key, 'reduced');`,
    summarize: `summary.mapSummary.errors.iterator().each(function (key, error) { log.debug(key, JSON.parse(error).name); return true; });
      summary.output.iterator().each(function (key) { log.debug('output', key); return true; });`,
  });
  expect(log).toEqual(['1: PERSISTED_DATA_LIMIT_FOR_MAPREDUCE_SCRIPT_EXCEEDED']);
});

test('every stage has units of its own', async () => {
  const { log } = await run({
    input: `log.debug('input', runtime.getCurrentScript().getRemainingUsage()); return ['a'];`,
    map: `log.debug('map', runtime.getCurrentScript().getRemainingUsage()); record.load({ type: 'folder', id: -15 }); ${ECHO}`,
    reduce: `log.debug('reduce', runtime.getCurrentScript().getRemainingUsage());`,
    summarize: `log.debug('summarize', runtime.getCurrentScript().getRemainingUsage() + ' ' + summary.usage + ' ' + (summary.dateCreated instanceof Date));`,
  });
  expect(log).toEqual(['input: 10000', 'map: 1000', 'reduce: 5000', 'summarize: 10000 5 true']);
});

test('a CSV import cannot be submitted by map/reduce, and a script without map and reduce cannot run', async () => {
  const { log } = await run({
    input: `return ['a'];`,
    map: `var csv = task.create({ taskType: task.TaskType.CSV_IMPORT, mappingId: 'custimport_x', importFile: 'a,b' }); csv.submit();`,
  });
  expect(log).toEqual(['map error 0 1: FAILED_TO_SUBMIT_JOB_REQUEST_1']);
  expect((await run({ input: 'return [];' })).error).toBe(
    'SSS_MISSING_ENTRY_POINT: A map/reduce script has map, reduce or both.',
  );
});
