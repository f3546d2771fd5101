// User event scripts around the events of records, set off by scripts, imports and pages.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ScriptDefinition } from '../account/definitions.ts';
import type { ProjectScript } from '../sdf/project.ts';
import { ACME_PROJECT, spec } from '../test-kit/acme-account.ts';
import { installProjects } from './install-projects.ts';
import { createRecords } from './seed.ts';
import { createSimulator } from './simulator.ts';
import type { Simulator } from './simulator.ts';

let simulator: Simulator;
beforeAll(() => {
  simulator = createSimulator({ stopClockAt: new Date('2026-11-24T12:00:00Z') });
  installProjects(simulator.host, [ACME_PROJECT], { warn: false });
  createRecords(simulator.host.account, [
    spec('location', 'RENO', { name: 'Reno', subsidiary: '1' }),
    spec('customer', 'ANN', { isperson: true, firstname: 'Ann', lastname: 'Lee', subsidiary: '1' }),
    spec('inventoryitem', 'SHIRT', { itemid: 'SHIRT', baseprice: 10 }),
  ]);
});
afterAll(async () => {
  await simulator.close();
});

let body = '';
let status: 'RELEASED' | 'TESTING' = 'RELEASED';
beforeEach(() => {
  status = 'RELEASED';
});

// One script at a time: the next takes its place.
function install(recordType: string): void {
  const source = `define(['N/record', 'N/runtime'], function (record, runtime) { ${body} });`;
  const definition: ScriptDefinition = {
    id: 'customscript_ue',
    name: 'UE',
    type: 'usereventscript',
    file: '/SuiteScripts/ue.js',
    source,
    parameters: [],
    deployments: [],
  };
  const script: ProjectScript = {
    ...definition,
    parameterDefaults: {},
    deployments: [
      {
        id: 'customdeploy_ue',
        title: 'UE',
        status,
        isDeployed: true,
        recurrence: null,
        schedule: null,
        logLevel: 'DEBUG',
        parameters: {},
        recordType,
        runAsRole: '',
        yieldAfterMinutes: 60,
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
  simulator.host.account.install(definitions);
  simulator.host.registry.add({
    directory: '',
    name: 'ue',
    definitions,
    files: new Map([[script.file, source]]),
    notes: [],
  });
}

function log(): string[] {
  const before = simulator.host.executions.list({ script: 'customscript_ue', limit: 100 });
  return before
    .toReversed()
    .flatMap((one) => one.log.map(({ title, details }) => `${title}: ${details}`));
}

function department(name: string): string {
  const session = simulator.host.account.records.create({ type: 'department' });
  session.setValue('name', name);
  return session.save();
}

test('each event of a record is told with what it was and what it becomes', () => {
  body = `function tell(stage) { return function (context) {
      log.debug(stage, [context.type, context.newRecord.getValue('name'), context.oldRecord && context.oldRecord.getValue('name'),
        context.newRecord.id, runtime.executionContext].join(' '));
    }; }
    return { beforeLoad: tell('load'), beforeSubmit: tell('before'), afterSubmit: tell('after') };`;
  install('department');
  const { records } = simulator.host.account;
  const id = department('One');
  const session = records.load({ type: 'department', id });
  session.setValue('name', 'Two');
  session.save();
  records.delete({ type: 'department', id });
  expect(log()).toEqual([
    'load: create    USERINTERFACE',
    'before: create One   USERINTERFACE',
    `after: create One  ${id} USERINTERFACE`,
    `load: edit One  ${id} USERINTERFACE`,
    `before: edit Two One ${id} USERINTERFACE`,
    `after: edit Two One ${id} USERINTERFACE`,
    `before: delete Two Two ${id} USERINTERFACE`,
    `after: delete Two Two ${id} USERINTERFACE`,
  ]);
});

test('beforeSubmit changes what is stored; what it throws keeps the record out', () => {
  body = `return { beforeSubmit: function (context) {
    var name = context.newRecord.getValue('name');
    if (name === 'Bad') throw new Error('No bad names');
    context.newRecord.setValue('name', name + '!');
  } };`;
  install('department');
  const { records } = simulator.host.account;
  const id = department('Good');
  expect(records.list('department').find((one) => one.id === id)?.fields['name']).toBe('Good!');
  const before = records.list('department').length;
  expect(() => department('Bad')).toThrow('No bad names');
  expect(records.list('department')).toHaveLength(before);
});

test('afterSubmit that throws leaves the record; user events set off no others', () => {
  body = `return { afterSubmit: function (context) {
    record.create({ type: 'department' }).setValue('name', 'Made by it').save();
    throw new Error('Too late');
  } };`;
  install('department');
  const { records } = simulator.host.account;
  const before = records.list('department').length;
  expect(() => department('Kept')).toThrow('Too late');
  expect(records.list('department')).toHaveLength(before + 2);
});

test('an import sets them off in its own context, and says which record is stored all the same', async () => {
  body = `return { afterSubmit: function (context) { throw new Error(runtime.executionContext); } };`;
  install('salesorder');
  const { tasks, account } = simulator.host;
  const header = 'externalId,customer,date,orderId,item,quantity,priceLevel,price,location,lineId';
  const content = `${header}\nE1,1,11/24/2026,M1,1,1,Custom,12.5,1,00001\n`;
  tasks.imports.submit({ mappingId: 'custimport_acme_orders', name: 'Orders', content });
  await tasks.queue.idle();
  const [order] = account.records.list('salesorder');
  expect(tasks.imports.list()[0]?.result?.refused).toEqual([
    {
      rows: [1],
      message: `CSVIMPORT [AFTERSUBMIT Script failed, record created with InternalId ${order?.id}]`,
    },
  ]);
});

test('a deployment in testing hears nothing, and the form of a page is not supported', () => {
  status = 'TESTING';
  body = `return { beforeLoad: function () { throw new Error('heard'); } };`;
  install('department');
  expect(department('Quiet')).not.toBe('');
  status = 'RELEASED';
  body = `return { beforeLoad: function (context) { context.form; } };`;
  install('department');
  expect(() => department('Loud')).toThrow(/does not support the form of a user event/);
});
