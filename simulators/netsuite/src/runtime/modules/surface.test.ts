// The table of what scripts can use, held against the modules.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScriptBench } from '../../test-kit/script-bench.ts';
import type { ScriptBench } from '../../test-kit/script-bench.ts';
import { WITHOUT_SUPPORT } from './catalogue.ts';
import { MODULE_SURFACES, OBJECT_SURFACES } from './surface.ts';

let bench: ScriptBench;
beforeAll(() => {
  bench = startScriptBench();
});
afterAll(async () => {
  await bench.close();
});

// How a script gets each object.
const MADE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    MODULE_SURFACES.map(({ name }) => [name, name === 'N/log' ? 'log' : name.slice(2)]),
  ),
  'record.Record': `record.create({ type: 'folder' })`,
  'search.Search': `search.create({ type: 'folder' })`,
  'search.ResultSet': `search.create({ type: 'folder' }).run()`,
  'search.Result': `search.create({ type: 'folder' }).run().getRange({ start: 0, end: 1 })[0]`,
  'search.PagedData': `search.create({ type: 'folder' }).runPaged()`,
  'file.File': `file.create({ name: 'a', fileType: 'CSV', contents: 'x' })`,
  'runtime.Script': 'runtime.getCurrentScript()',
};

test.each([...MODULE_SURFACES, ...OBJECT_SURFACES].map((one) => [one.name, one] as const))(
  '%s has exactly these members, and what is not supported says so with its name',
  async (name, { supported, unsupported }) => {
    const run = await bench.execute(`
      var object = ${MADE[name] ?? ''};
      var names = [];
      for (var at = object; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        names = names.concat(Object.getOwnPropertyNames(at));
      }
      log.debug('members', names.filter(function (one) { return one !== 'constructor'; }).sort().join(' '));
      ${JSON.stringify(unsupported)}.forEach(function (member) {
        var code = 'answered';
        try {
          var value = object[member];
          if (typeof value === 'function') object[member]({});
        } catch (error) {
          code = error.name + ' ' + (error.message.indexOf(member) >= 0);
        }
        log.debug(member, code);
      });`);
    expect(run.error).toBeNull();
    const [members, ...refusals] = run.log;
    expect(members).toBe(`members: ${[...supported, ...unsupported].sort().join(' ')}`);
    expect(refusals).toEqual(unsupported.map((one) => `${one}: SIMULATOR_NOT_SUPPORTED true`));
  },
);

test.each([...WITHOUT_SUPPORT])('the module %s is refused by its name', async (id) => {
  const source = `define(['${id}'], function () { return { execute: function () {} }; });`;
  const run = await bench.run('scheduledscript', source);
  expect(run.error).toBe(
    `SIMULATOR_NOT_SUPPORTED: The NetSuite simulator does not support the module ${id}.`,
  );
});

test('a module NetSuite has not is refused as NetSuite does', async () => {
  const source = `define(['N/nothing'], function () { return { execute: function () {} }; });`;
  expect((await bench.run('scheduledscript', source)).error).toMatch(/^MODULE_DOES_NOT_EXIST/);
});
