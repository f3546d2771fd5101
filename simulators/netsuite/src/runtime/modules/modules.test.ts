// The call shapes of the N/* modules as published scripts use them.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecords } from '../seed.ts';
import { spec } from '../../test-kit/acme-account.ts';
import { startScriptBench } from '../../test-kit/script-bench.ts';
import type { ScriptBench } from '../../test-kit/script-bench.ts';

let bench: ScriptBench;
let order: string;
beforeAll(() => {
  bench = startScriptBench();
  const { account } = bench.simulator.host;
  createRecords(account, [
    spec('location', 'RENO', { name: 'Reno', subsidiary: '1' }),
    spec('customer', 'ANN', {
      isperson: true,
      firstname: 'Ann',
      lastname: 'Lee',
      subsidiary: '1',
      email: 'ann@example.com',
    }),
    spec('inventoryitem', 'SHIRT', { itemid: 'SHIRT', baseprice: 10 }),
    {
      ...spec('salesorder', 'EXT1', {
        entity: { $ref: 'ANN', type: 'customer' },
        orderstatus: 'B',
        memo: 'hello',
      }),
      sublists: {
        item: [
          {
            item: { $ref: 'SHIRT', type: 'inventoryitem' },
            quantity: 2,
            rate: 12.5,
            price: '-1',
            location: { $ref: 'RENO', type: 'location' },
          },
        ],
      },
    },
  ]);
  order = account.records.list('salesorder')[0]?.id ?? '';
});
afterAll(async () => {
  await bench.close();
});

async function logOf(body: string): Promise<readonly string[]> {
  const run = await bench.execute(`var order = '${order}'; ${body}`);
  return run.error === null ? run.log : [...run.log, run.error];
}

test('N/record: options and positions, ids as numbers on the record and strings in fields', async () => {
  expect(
    await logOf(`
      var loaded = record.load({ type: record.Type.SALES_ORDER, id: order, isDynamic: false });
      log.debug('ids', [typeof loaded.id, String(loaded.id) === order, loaded.type, loaded.isDynamic].join());
      log.debug('value', loaded.getValue({ fieldId: 'memo' }) + loaded.getValue('memo') + loaded.getText({ fieldId: 'entity' }));
      log.debug('line', [typeof loaded.getSublistValue({ sublistId: 'item', fieldId: 'line', line: 0 }), loaded.getSublistValue('item', 'line', 0)].join());
      log.debug('find', [loaded.findSublistLineWithValue({ sublistId: 'item', fieldId: 'quantity', value: 2 }), loaded.findSublistLineWithValue('item', 'quantity', 9)].join());
      log.debug('date', loaded.getValue('trandate') instanceof Date);
      loaded.setValue('memo', 'a').setValue({ fieldId: 'memo', value: loaded.getValue('memo') + 'b' });
      loaded.setSublistValue({ sublistId: 'item', fieldId: 'quantity', line: 0, value: '3' });
      var id = loaded.save({ enableSourceing: true });
      log.debug('saved', [typeof id, String(id) === order].join());
      log.debug('after', record.load(record.Type.SALES_ORDER, order).getValue('memo'));`),
  ).toEqual([
    'ids: number,true,salesorder,false',
    'value: hellohelloCUST1 Ann Lee',
    'line: string,1',
    'find: 0,-1',
    'date: true',
    'saved: number,true',
    'after: ab',
  ]);
});

test('N/record: dynamic calls in standard mode and the reverse are refused', async () => {
  expect(
    await logOf(`
      function name(call) { try { call(); return 'nothing'; } catch (e) { return e.name; } }
      var standard = record.load({ type: 'salesorder', id: order });
      var dynamic = record.load({ type: 'salesorder', id: order, isDynamic: true });
      log.debug('standard', name(function () { standard.selectLine({ sublistId: 'item', line: 0 }); }));
      log.debug('dynamic', name(function () { dynamic.setSublistValue({ sublistId: 'item', fieldId: 'quantity', line: 0, value: 1 }); }));
      log.debug('missing', name(function () { standard.getValue(); }));
      log.debug('line', name(function () { standard.getSublistValue({ sublistId: 'item', fieldId: 'line' }); }));
      log.debug('create', name(function () { record.create({ type: 'itemfulfillment' }); }));
      log.debug('unsupported', name(function () { standard.getField({ fieldId: 'memo' }); }));`),
  ).toEqual([
    'standard: SSS_INVALID_API_USAGE',
    'dynamic: SSS_INVALID_API_USAGE',
    'missing: SSS_MISSING_REQD_ARGUMENT',
    'line: SSS_MISSING_REQD_ARGUMENT',
    expect.stringMatching(/^create: (?!nothing)/),
    'unsupported: SIMULATOR_NOT_SUPPORTED',
  ]);
});

test('N/record: submitFields, transform, delete', async () => {
  expect(
    await logOf(`
      log.debug('submit', String(record.submitFields({ type: 'salesorder', id: order, values: { memo: 'set' } })) === order);
      var made = record.create({ type: 'folder' }); made.setValue({ fieldId: 'name', value: 'gone' }); var id = made.save();
      log.debug('delete', record.delete({ type: 'folder', id: id }) === id);
      try { record.load({ type: 'folder', id: id }); } catch (e) { log.debug(e.name, e.message); }
      var fulfillment = record.transform({ fromType: record.Type.SALES_ORDER, fromId: order, toType: record.Type.ITEM_FULFILLMENT, isDynamic: false });
      log.debug('orderline', typeof fulfillment.getSublistValue({ sublistId: 'item', fieldId: 'orderline', line: 0 }));`),
  ).toEqual([
    'submit: true',
    'delete: true',
    expect.stringContaining('RCRD_DSNT_EXIST: That record does not exist.'),
    'orderline: string',
  ]);
});

test('N/search: filters as expressions, objects and plain objects; any case; select fields with is', async () => {
  expect(
    await logOf(`
      function ids(filters) { return search.create({ type: search.Type.SALES_ORDER, filters: filters, columns: ['internalId'] }).run().getRange({ start: 0, end: 5 }).map(function (row) { return row.getValue('internalId') === order && row.id === order; }).join(); }
      log.debug('one term', ids(['mainline', 'is', 'T']));
      log.debug('list', ids([['externalId', 'is', 'EXT1'], 'AND', ['mainline', 'is', 'T']]));
      log.debug('lower', ids([['externalId', 'is', 'EXT1'], 'and', ['mainline', 'is', true]]));
      log.debug('group', ids([[['externalid', 'is', 'X'], 'or', ['externalid', 'is', 'EXT1']], 'AND', ['mainline', 'is', 'T']]));
      log.debug('not', ids([['mainline', 'is', 'T'], 'AND', 'NOT', ['externalid', 'is', 'EXT1']]));
      log.debug('objects', ids([search.createFilter({ name: 'mainline', operator: search.Operator.IS, values: 'T' }), { name: 'internalid', operator: 'anyof', values: [order] }]));
      log.debug('positional', ids([search.createFilter('mainline', null, 'is', 'T')]));
      var values = '1/1/2020 12:00 am', other = '1/1/2030 12:00 am';
      log.debug('slip', ids([['mainline', 'is', 'T'], search.createFilter({ name: 'datecreated', operator: search.Operator.WITHIN, values, other })]));
      log.debug('no columns', search.create({ type: 'folder' }).run().getRange({ start: 0, end: 1 })[0].id);`),
  ).toEqual([
    'one term: true',
    'list: true',
    'lower: true',
    'group: true',
    'not: ',
    'objects: true',
    'positional: true',
    'slip: true',
    'no columns: -15',
  ]);
});

test('N/search: lookupFields gives lists for selects, booleans for checkboxes, texts for the rest', async () => {
  expect(
    await logOf(`
      var found = search.lookupFields({ type: search.Type.CUSTOMER, id: 1, columns: ['email', 'isInactive', 'subsidiary'] });
      log.debug('shape', [found.email, found.isInactive, Array.isArray(found.subsidiary), found.subsidiary[0].value, Object.keys(found)].join());
      var date = search.lookupFields({ type: 'salesorder', id: order, columns: ['lastmodifieddate'] }).lastmodifieddate;
      log.debug('date', [typeof date, !isNaN(new Date(date))].join());
      log.debug('nothing', JSON.stringify(search.lookupFields({ type: 'customer', id: 999, columns: 'email' })));`),
  ).toEqual([
    'shape: ann@example.com,false,true,1,email,isInactive,subsidiary',
    'date: string,true',
    'nothing: {}',
  ]);
});

test('N/search: limits and refusals when a search runs', async () => {
  expect(
    await logOf(`
      function name(call) { try { call(); return 'nothing'; } catch (e) { return e.name; } }
      var folders = search.create({ type: 'folder' });
      log.debug('range', name(function () { folders.run().getRange({ start: 0, end: 1001 }); }));
      log.debug('page', name(function () { folders.runPaged({ pageSize: 4 }); }));
      log.debug('pages', name(function () { folders.runPaged({ pageSize: 5 }).fetch({ index: 7 }); }));
      log.debug('operator', name(function () { search.create({ type: 'folder', filters: [['name', 'resembles', 'x']] }); }));
      log.debug('expression', name(function () { search.create({ type: 'folder', filters: [['name', 'is', 'x'], 'XOR', ['name', 'is', 'y']] }); }));
      log.debug('load', name(function () { search.load({ id: 'customsearch_none' }); }));
      var seen = 0; folders.run().each(function () { seen += 1; return false; }); log.debug('each', seen);
      var paged = folders.runPaged({ pageSize: 5 });
      log.debug('paged', [paged.count >= 1, paged.pageRanges.length, paged.fetch({ index: 0 }).data[0].id].join());`),
  ).toEqual([
    'range: SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
    'page: SSS_INVALID_PAGE_SIZE',
    'pages: INVALID_PAGE_RANGE',
    'operator: SSS_INVALID_SRCH_OPERATOR',
    'expression: SSS_INVALID_SRCH_FILTER_EXPR',
    'load: INVALID_SEARCH',
    'each: 1',
    'paged: true,1,-15',
  ]);
});

test('N/file: created, saved by folder, loaded by id and path, read by lines; the same name keeps its id', async () => {
  expect(
    await logOf(`
      var made = file.create({ name: 'a b (1).csv', fileType: file.Type.CSV, contents: 'h\\n1\\nü\\n', encoding: file.Encoding.UTF_8 });
      log.debug('size', [made.size, made.id].join());
      try { made.save(); } catch (e) { log.debug(e.name, ''); }
      made.folder = -15;
      var id = made.save();
      var again = file.create({ name: 'a b (1).csv', fileType: 'CSV', contents: 'new' }); again.folder = -15;
      log.debug('same id', again.save() === id);
      log.debug('loaded', [file.load({ id: id }).getContents(), file.load('SuiteScripts/a b (1).csv').name, file.load({ id: id }).folder].join());
      var lines = []; made.lines.iterator().each(function (line) { lines.push(line.value); return lines.length < 2; }); log.debug('lines', lines.join());
      try { made.appendLine({ value: 'x' }); } catch (e) { log.debug('append', e.name); }
      made.resetStream(); made.appendLine({ value: 'x' }); log.debug('end', made.getContents().slice(-2));
      file.delete({ id: id }); try { file.load({ id: id }); } catch (e) { log.debug('gone', e.name); }`),
  ).toEqual([
    'size: 7,',
    'SSS_MISSING_REQD_ARGUMENT: ',
    'same id: true',
    'loaded: new,a b (1).csv,-15',
    'lines: h,1',
    'append: YOU_CANNOT_WRITE_TO_A_FILE_AFTER_YOU_BEGAN_READING_FROM_IT',
    'end: x\n',
    'gone: RCRD_DSNT_EXIST',
  ]);
});

test('N/format: a date-time has three parts, and comes back', async () => {
  expect(
    await logOf(`
      var at = new Date(2026, 10, 24, 16, 5, 9);
      log.debug('datetime', format.format({ value: at, type: format.Type.DATETIME }));
      log.debug('date', format.format({ value: at, type: format.Type.DATE }));
      log.debug('back', format.parse({ value: '11/24/2026 4:05:09 pm', type: format.Type.DATETIME }).getTime() === at.getTime());
      log.debug('number', format.parse({ value: '1,234.50', type: format.Type.CURRENCY }) + format.format({ value: 2, type: 'currency' }));`),
  ).toEqual([
    'datetime: 11/24/2026 4:05:09 pm',
    'date: 11/24/2026',
    'back: true',
    'number: 1234.52.00',
  ]);
});

test('N/encode and the enumerations that scripts read', async () => {
  expect(
    await logOf(`
      log.debug('encode', encode.convert({ string: 'ü', inputEncoding: encode.Encoding.UTF_8, outputEncoding: encode.Encoding.BASE_64 }));
      log.debug('enums', [record.Type.CUSTOMER_DEPOSIT, search.Type.MAP_REDUCE_SCRIPT, search.Operator.WITHIN, search.Sort.DESC, file.Type.JSON, file.Encoding.UTF_8, format.Type.DATETIME, sftp.Sort.DATE, task.TaskType.CSV_IMPORT].join());`),
  ).toEqual([
    'encode: w7w=',
    'enums: customerdeposit,mapreducescript,within,DESC,JSON,UTF-8,datetime,DATE,CSV_IMPORT',
  ]);
});

test('N/search gives promises: for its calls, results, pages, and for what it refuses', async () => {
  const run = await bench.run(
    'scheduledscript',
    `define(['N/search'], (search) => ({
      execute: async () => {
        const found = await search.create.promise({ type: 'customer', columns: ['email'] });
        const rows = await found.run().getRange.promise({ start: 0, end: 5 });
        log.debug('range', rows.map((row) => row.getValue('email')).join());
        const seen = [];
        await found.run().each.promise((row) => seen.push(row.getValue('email')) > 0);
        log.debug('each', seen.join());
        const page = await (await found.runPaged.promise({ pageSize: 5 })).fetch.promise({ index: 0 });
        log.debug('page', page.data.length);
        const fields = await search.lookupFields.promise({ type: 'customer', id: rows[0].id, columns: ['email'] });
        log.debug('lookup', fields.email);
        await search.load.promise({ id: 'customsearch_none' }).catch((error) => log.debug('load', error.name));
        await found.save.promise().catch((error) => log.debug('save', error.name + ' ' + error.message));
      },
    }));`,
  );
  expect(run.error).toBeNull();
  expect(run.log).toEqual([
    'range: ann@example.com',
    'each: ann@example.com',
    'page: 1',
    'lookup: ann@example.com',
    'load: INVALID_SEARCH',
    'save: SIMULATOR_NOT_SUPPORTED The NetSuite simulator does not support Search.save.',
  ]);
});
