// What a script finds around it: a fresh realm without Node, AMD, units, time.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScriptBench } from '../test-kit/script-bench.ts';
import type { ScriptBench } from '../test-kit/script-bench.ts';

let bench: ScriptBench;
beforeAll(() => {
  bench = startScriptBench({ longestSeconds: 1 });
});
afterAll(async () => {
  await bench.close();
});

test('none of the globals of Node are there', async () => {
  const names =
    'process require_ module exports setTimeout setImmediate fetch Buffer console global WebAssembly queueMicrotask URL __run';
  const run = await bench.execute(`
    var found = ${JSON.stringify(names.split(' '))}.filter(function (name) { return name in globalThis; });
    log.debug('found', found);
    log.debug('types', [typeof process, typeof console, typeof log, typeof define, typeof require, typeof util].join());`);
  expect(run.log).toEqual([
    'found: []',
    'types: undefined,undefined,object,function,function,object',
  ]);
});

test('scripts are sloppy: duplicate parameters, undeclared variables, this as the global object', async () => {
  const run = await bench.run(
    'scheduledscript',
    `define(['N/search', 'N/search'], function (search, search) {
      return { execute: function () { undeclared = 5; log.debug(undeclared, this === undefined); } };
    });`,
  );
  expect([run.error, run.log]).toEqual([null, ['5: false']]);
});

test('values from N/* are of the realm of the script', async () => {
  const run = await bench.execute(`
    var range = search.create({ type: 'folder' }).run().getRange({ start: 0, end: 5 });
    log.debug('array', range instanceof Array && Array.isArray(range));
    var failure; try { record.load({ type: 'salesorder', id: 77 }); } catch (e) { failure = e; }
    log.debug('error', failure instanceof Error);
    log.debug('function', search.create instanceof Function);
    log.debug('name', failure.name);
    log.debug('json', JSON.parse(failure.toString()).type);
    log.debug('text', ('' + failure).indexOf('{"type":"error.SuiteScriptError","name":"RCRD_DSNT_EXIST"') === 0);`);
  expect(run.log).toEqual([
    'array: true',
    'error: true',
    'function: true',
    'name: RCRD_DSNT_EXIST',
    'json: error.SuiteScriptError',
    'text: true',
  ]);
});

test('the clock of the account is the clock of the script', async () => {
  const run = await bench.execute(`
    log.debug('now', new Date().toISOString() + ' ' + Date.now());
    log.debug('kept', new Date(0).toISOString() + (new Date(2026, 0, 1) instanceof Date));
    log.debug('text', String(new Date()));`);
  expect(run.log[0]).toBe('now: 2026-11-24T12:00:00.000Z 1795521600000');
  expect(run.log[1]).toBe('kept: 1970-01-01T00:00:00.000Ztrue');
  expect(run.log[2]).toMatch(/^text: Tue Nov 24 2026 \d\d:00:00 GMT[+-]\d{4} \([A-Z0-9+:-]+\)$/);
});

test('one invocation leaves nothing behind for the next', async () => {
  const source = `define([], function () { return { execute: function () { log.debug('seen', typeof globalThis.left); globalThis.left = 1; } }; });`;
  expect((await bench.run('scheduledscript', source)).log).toEqual(['seen: undefined']);
  expect((await bench.run('scheduledscript', source)).log).toEqual(['seen: undefined']);
});

test('modules: relative, absolute, named, CommonJS style, objects, and exports', async () => {
  bench.addFile(
    '/SuiteScripts/bench/lib/a.js',
    `define(['./b', 'exports'], function (b, exports) { exports.name = 'a' + b.name; });`,
  );
  bench.addFile('/SuiteScripts/bench/lib/b.js', `define({ name: 'b' });`);
  bench.addFile(
    '/SuiteScripts/bench/lib/c.js',
    `define(function (require, exports, module) { module.exports = { name: 'c' + require('./b').name }; });`,
  );
  bench.addFile(
    '/SuiteScripts/bench/lib/d.js',
    `define('first', [], function () { return 1; }); define('second', ['first'], function (first) { return { name: 'd' + first }; });`,
  );
  const run = await bench.run(
    'scheduledscript',
    `define(['./lib/a', '/SuiteScripts/bench/lib/c.js', 'SuiteScripts/bench/lib/d', 'N/log'], (a, c, d, theLog) => ({
      execute() { theLog.debug('names', [a.name, c.name, d.name, require('./lib/b').name].join()); },
    }));`,
  );
  expect([run.error, run.log]).toEqual([null, ['names: ab,cb,d1,b']]);
});

test('a module that does not exist and one that is not supported are told apart', async () => {
  const unknown = await bench.run(
    'scheduledscript',
    `define(['N/nothing'], function () { return { execute: function () {} }; });`,
  );
  expect(unknown.error).toBe('MODULE_DOES_NOT_EXIST: Module does not exist: N/nothing');
  const missing = await bench.run(
    'scheduledscript',
    `define(['./nowhere'], function () { return { execute: function () {} }; });`,
  );
  expect(missing.error).toContain('MODULE_DOES_NOT_EXIST: Module does not exist: ./nowhere');
  const email = await bench.run(
    'scheduledscript',
    `define(['N/email'], function () { return { execute: function () {} }; });`,
  );
  expect(email.error).toBe(
    'SIMULATOR_NOT_SUPPORTED: The NetSuite simulator does not support the module N/email.',
  );
});

test('a script without its entry point and one with a syntax error fail with a name', async () => {
  expect(
    (await bench.run('scheduledscript', `define([], function () { return {}; });`)).error,
  ).toBe('SSS_MISSING_ENTRY_POINT: The script has no entry point execute.');
  expect((await bench.run('scheduledscript', `define([], function () {`)).error).toMatch(
    /^SyntaxError: /,
  );
});

test('units are counted by call and the call that goes over is refused, and every one after it', async () => {
  const run = await bench.execute(`
    log.debug('start', runtime.getCurrentScript().getRemainingUsage());
    search.lookupFields({ type: 'folder', id: -15, columns: 'name' });
    log.debug('after lookup', runtime.getCurrentScript().getRemainingUsage());
    for (var i = 0; i < 1000; i += 1) record.load({ type: 'folder', id: -15 });
    log.debug('after loads', runtime.getCurrentScript().getRemainingUsage());
    try { for (;;) record.load({ type: 'folder', id: -15 }); } catch (e) { log.debug('caught', e.name); }
    record.load({ type: 'folder', id: -15 });`);
  expect(run.log).toEqual([
    'start: 10000',
    'after lookup: 9999',
    'after loads: 4999',
    'caught: SSS_USAGE_LIMIT_EXCEEDED',
  ]);
  expect(run.error).toBe('SSS_USAGE_LIMIT_EXCEEDED: Script Execution Usage Limit Exceeded');
  expect(run.executions[0]?.calls).toContainEqual({
    call: 'record.load',
    count: 2001,
    units: 10005,
  });
  expect(run.task.status).toBe('FAILED');
});

test('an endless loop is stopped, with calls in it or without', async () => {
  const calling = await bench.execute(`for (;;) search.create({ type: 'folder' });`);
  expect(calling.error).toBe('SSS_TIME_LIMIT_EXCEEDED: Script Execution Time Exceeded.');
  const silent = await bench.execute(`try { for (;;) {} } catch (e) { log.debug('never'); }`);
  expect([silent.error, silent.log]).toEqual([
    'SSS_TIME_LIMIT_EXCEEDED: Script Execution Time Exceeded.',
    [],
  ]);
});

test('an asynchronous entry point is run to its end within the invocation', async () => {
  const good = await bench.run(
    'scheduledscript',
    `define([], () => ({ execute: async () => { await null; log.debug('late', 1); } }));`,
  );
  expect([good.error, good.log]).toEqual([null, ['late: 1']]);
  const bad = await bench.run(
    'scheduledscript',
    `define([], () => ({ execute: async () => { await null; throw new TypeError('late'); } }));`,
  );
  expect(bad.error).toBe('TypeError: late');
  const never = await bench.run(
    'scheduledscript',
    `define([], () => ({ execute: () => new Promise(() => {}) }));`,
  );
  expect(never.error).toContain('nothing settles');
});

test('errors of every kind are told with their script frames only', async () => {
  const typed = await bench.execute('undefinedVariable.x = 1;');
  expect(typed.error).toBe('ReferenceError: undefinedVariable is not defined');
  expect(typed.executions[0]?.error?.stack).toMatch(
    /^at Object\.execute \(\/SuiteScripts\/bench\/customscript_bench_\d+\.js:1:\d+\)$/,
  );
  expect((await bench.execute(`throw 'a text';`)).error).toBe('UNEXPECTED_ERROR: a text');
  expect(
    (await bench.execute(`throw error.create({ name: 'MINE', message: new TypeError('inner') });`))
      .error,
  ).toBe('MINE: TypeError: inner');
});

test('log takes a title and details, an options object, or a lone value', async () => {
  const run = await bench.execute(`
    log.debug('title', 5); log.audit({ title: 'options', details: { a: 1 } }); log.error('alone'); log.debug({ some: 'object' });
    log.emergency('error', new TypeError('bad')); log.debug('null', null); log.debug('list', [1, 2]);`);
  expect(run.log).toEqual([
    'title: 5',
    'options: {"a":1}',
    'alone: ',
    '{"some":"object"}',
    'error: TypeError: bad',
    'null: null',
    'list: [1,2]',
  ]);
  expect(run.executions[0]?.log.map(({ level }) => level)).toEqual([
    'DEBUG',
    'AUDIT',
    'ERROR',
    'DEBUG',
    'EMERGENCY',
    'DEBUG',
    'DEBUG',
  ]);
});
