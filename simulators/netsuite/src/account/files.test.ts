// The File Cabinet and what projects install in it.

import { expect, test } from 'vitest';

import { column, create, found, openRetailer, term } from './testing/retailer.ts';

test('the same name in the same folder keeps its id and gets the new content', () => {
  const { account } = openRetailer();
  const { files } = account;
  const folder = files.folder('HotWax Export Fail Record CSV');
  const id = files.save({ name: 'a.csv', folder, fileType: 'CSV', content: 'one' });
  expect(files.save({ name: 'A.csv', folder, fileType: 'CSV', content: 'two' })).toBe(id);
  expect(files.load(id).content).toBe('two');
  expect(files.load('HotWax Export Fail Record CSV/a.csv').id).toBe(id);
  const search = {
    type: 'file',
    filters: [term('folder', 'is', folder), 'AND' as const, term('filetype', 'is', 'CSV')],
    columns: [column('name')],
  };
  expect(found(account, search)).toEqual([['A.csv']]);
  files.delete(id);
  expect(found(account, search)).toEqual([]);
  expect(() => files.load(id)).toThrow(expect.objectContaining({ name: 'RCRD_DSNT_EXIST' }));
});

test('folders are found by name, made by record or by path', () => {
  const { account } = openRetailer();
  const id = create(account, 'folder', { name: 'Export Product CSV' });
  expect(account.files.folder('/Export Product CSV')).toBe(id);
  const nested = account.files.folder('SuiteScripts/sendsale');
  expect(account.files.folder('/SuiteScripts/sendsale/')).toBe(nested);
  const search = {
    type: 'folder',
    filters: [term('name', 'is', 'sendsale')],
    columns: [column('internalid'), column('parent')],
  };
  expect(found(account, search)).toEqual([[nested, '-15']]);
  expect(() => account.files.save({ name: 'x', folder: '', fileType: 'CSV', content: '' })).toThrow(
    /Missing a required argument: folder/,
  );
});

test('scripts and deployments are records that searches and loads find', () => {
  const { account } = openRetailer();
  const script = {
    id: 'customscript_export_so',
    name: 'Export SO',
    type: 'mapreducescript' as const,
    file: '/SuiteScripts/sendsale/so.js',
    source: 'define([], () => ({}))',
    parameters: [],
    deployments: [
      {
        id: 'customdeploy_export_so',
        title: 'Export SO',
        status: 'SCHEDULED' as const,
        isDeployed: true,
        recurrence: {
          kind: 'daily' as const,
          startAt: new Date('2024-01-01T05:00:00Z'),
          everyDays: 1,
          repeatMinutes: 15,
        },
      },
      {
        id: 'customdeploy_export_so_rest',
        title: 'Export SO rest',
        status: 'NOTSCHEDULED' as const,
        isDeployed: true,
        recurrence: null,
      },
    ],
  };
  const definitions = {
    customFields: [],
    customRecords: [],
    savedSearches: [],
    csvImports: [],
    scripts: [script],
  };
  account.install(definitions);
  account.install(definitions);
  const filters = [
    term('script.scriptid', 'is', 'customscript_export_so'),
    'AND' as const,
    term('status', 'noneof', 'NOTSCHEDULED'),
  ];
  const deployments = {
    type: 'scriptdeployment',
    filters,
    columns: [column('scriptid'), column('status')],
  };
  expect(found(account, deployments)).toEqual([['customdeploy_export_so', 'SCHEDULED']]);
  const [row] = account.searches.run(deployments);
  const id = row?.id ?? '';
  const recurring = account.records
    .load({ type: 'scriptdeployment', id })
    .getValue('recurringevent');
  expect(JSON.parse(String(recurring))).toMatchObject({ repeatTimeInMinutes: 15 });
  account.records.submitFields({ type: 'scriptdeployment', id, values: { status: 'TESTING' } });
  expect(found(account, deployments)).toEqual([['customdeploy_export_so', 'TESTING']]);
  expect(
    found(account, {
      type: 'mapreducescript',
      filters: [term('name', 'is', 'Export SO')],
      columns: [column('scriptid')],
    }),
  ).toEqual([['customscript_export_so']]);
  expect(account.files.load('/SuiteScripts/sendsale/so.js').content).toContain('define');
});

test('custom records are kept like any other', () => {
  const { account } = openRetailer();
  const text = (id: string) => ({
    id,
    kind: 'record' as const,
    label: id,
    fieldType: 'TEXT',
    appliesTo: [],
  });
  account.install({
    customFields: [],
    savedSearches: [],
    csvImports: [],
    scripts: [],
    customRecords: [
      {
        id: 'customrecord_ns_sftp_configuration',
        name: 'SFTP',
        fields: [
          text('custrecord_ns_sftp_server'),
          { ...text('custrecord_ns_sftp_port_no'), fieldType: 'INTEGER' },
        ],
      },
    ],
  });
  const type = 'customrecord_ns_sftp_configuration';
  const id = create(account, type, {
    custrecord_ns_sftp_server: 'sftp.example.com',
    custrecord_ns_sftp_port_no: '2222',
  });
  expect(
    found(account, {
      type,
      filters: [],
      columns: [
        column('internalid'),
        column('custrecord_ns_sftp_server'),
        column('custrecord_ns_sftp_port_no'),
      ],
    }),
  ).toEqual([[id, 'sftp.example.com', '2222']]);
  expect(() => create(account, type, { custrecord_ns_sftp_port_no: 'x' })).toThrow(
    expect.objectContaining({ name: 'INVALID_FLD_VALUE' }),
  );
});
