// What an SDF project installs, and what deployment refuses, each under its code.

import { expect, test } from 'vitest';
import { ACME_PROJECT } from '../test-kit/acme-account.ts';
import { readChanged } from '../test-kit/broken-project.ts';
import type { ProjectCopy } from '../test-kit/broken-project.ts';
import type { SdfProblemCode } from './problem.ts';
import { readProject } from './read-project.ts';

test('the fixture project reads without problems, with all it defines', () => {
  const { project, problems } = readProject(ACME_PROJECT);
  expect(problems).toEqual([]);
  expect(project.name).toBe('acme-orders');
  const { customFields, customRecords, csvImports, scripts, savedSearches } = project.definitions;
  expect(customFields).toContainEqual({
    id: 'custbody_acme_order_id',
    kind: 'body',
    label: 'Acme order',
    fieldType: 'TEXT',
    appliesTo: ['bodysale', 'bodyitemfulfillment'],
  });
  expect(customRecords.map(({ id, fields }) => [id, fields.length])).toEqual([
    ['customrecord_acme_sftp', 6],
  ]);
  expect(savedSearches.map(({ id, title }) => [id, title])).toEqual([
    ['customsearch_acme_export_orders', 'Acme export orders'],
  ]);
  expect(csvImports[0]).toMatchObject({
    recordType: 'SALESORDER',
    dataHandling: 'ADD',
    columnDelimiter: ',',
    multiselectDelimiter: ':',
    ignoreReadOnly: true,
  });
  expect(csvImports[0]?.mappings).toContainEqual({
    record: 'SALESORDER',
    field: 'ORDERSTATUS',
    source: { kind: 'constant', value: 'B' },
  });
  expect(csvImports[0]?.mappings).toContainEqual({
    record: 'SALESORDER',
    field: 'custbody_acme_order_id',
    source: { kind: 'column', column: 'orderId', reference: 'NAME' },
  });
  expect(
    scripts.find(({ id }) => id === 'customscript_acme_export_orders')?.deployments,
  ).toMatchObject([
    {
      id: 'customdeploy_acme_export',
      status: 'SCHEDULED',
      isDeployed: true,
      recurrence: { kind: 'daily', repeatMinutes: 15 },
    },
    {
      id: 'customdeploy_acme_export_rest',
      status: 'NOTSCHEDULED',
      recurrence: { kind: 'single', repeatMinutes: null },
    },
  ]);
  expect([...project.files.keys()]).toContain('/SuiteScripts/acme/lib/sftp_config.js');
});

const IMPORT = 'customscript_acme_import_orders.xml';

function withoutRecurrence(copy: ProjectCopy): void {
  copy.edit(IMPORT, '<recurrence><daily>', '<other><daily>');
  copy.edit(IMPORT, '</daily></recurrence>', '</daily></other>');
}

const REFUSALS: ReadonlyArray<readonly [string, SdfProblemCode, (copy: ProjectCopy) => void]> = [
  ['no manifest', 'MANIFEST_MISSING', (copy) => copy.remove('manifest.xml')],
  [
    'a project type that does not exist',
    'MANIFEST_INVALID',
    (copy) => copy.edit('manifest.xml', 'ACCOUNTCUSTOMIZATION', 'THEME'),
  ],
  [
    'a feature its objects need and the manifest does not name',
    'FEATURE_MISSING',
    (copy) => copy.edit('manifest.xml', 'SERVERSIDESCRIPTING', 'ACCOUNTING'),
  ],
  ['no deploy.xml', 'DEPLOY_MISSING', (copy) => copy.remove('deploy.xml')],
  [
    'a path in deploy.xml that is not there',
    'DEPLOY_PATH_MISSING',
    (copy) => copy.edit('deploy.xml', '~/Objects/*', '~/Objects/nothing.xml'),
  ],
  ['a broken object', 'OBJECT_INVALID_XML', (copy) => copy.edit(IMPORT, '</name>', '')],
  [
    'an object of unknown kind',
    'OBJECT_UNKNOWN',
    (copy) => copy.write('Objects/customthing_x.xml', '<customthing scriptid="customthing_x"/>'),
  ],
  [
    'an id defined twice',
    'OBJECT_DUPLICATE',
    (copy) =>
      copy.write(
        'Objects/custbody_acme_order_id.xml',
        '<transactionbodycustomfield scriptid="custbody_acme_order_id"><label>x</label><fieldtype>TEXT</fieldtype></transactionbodycustomfield>',
      ),
  ],
  [
    'an object without scriptid',
    'SCRIPTID_MISSING',
    (copy) => copy.edit(IMPORT, ' scriptid="customscript_acme_import_orders"', ''),
  ],
  [
    'a file name that is not the scriptid',
    'SCRIPTID_NOT_FILE_NAME',
    (copy) => copy.edit(IMPORT, 'customscript_acme_import_orders"', 'customscript_acme_imports"'),
  ],
  [
    'a scriptid over 40 characters',
    'SCRIPTID_TOO_LONG',
    (copy) =>
      copy.edit(IMPORT, 'customdeploy_acme_import"', `customdeploy_acme_${'x'.repeat(30)}"`),
  ],
  [
    'a scriptid with the wrong prefix',
    'SCRIPTID_INVALID',
    (copy) => copy.edit(IMPORT, 'customdeploy_acme_import"', 'deploy_acme_import"'),
  ],
  [
    'a reference to an object nobody defines',
    'REFERENCE_MISSING',
    (copy) => copy.remove('custbody_acme_order_id.xml'),
  ],
  ['a script file that is not deployed', 'FILE_MISSING', (copy) => copy.remove('import_orders.js')],
  [
    'a script without its header tags',
    'HEADER_MISSING',
    (copy) => copy.edit('import_orders.js', '@NScriptType', '@ScriptType'),
  ],
  [
    'a header further down in the file',
    'HEADER_MISSING',
    (copy) => copy.edit('import_orders.js', '/**', 'var early = 1; /**'),
  ],
  [
    'a header of another script type',
    'HEADER_TYPE',
    (copy) => copy.edit('import_orders.js', 'ScheduledScript', 'Suitelet'),
  ],
  ['SuiteScript 1.0', 'HEADER_VERSION', (copy) => copy.edit('import_orders.js', '2.1', '1.0')],
  ['a schedule without recurrence', 'RECURRENCE_MISSING', withoutRecurrence],
  [
    'two recurrences',
    'RECURRENCE_MULTIPLE',
    (copy) => copy.edit(IMPORT, '<recurrence>', '<recurrence><everyweekday/>'),
  ],
  [
    'an unknown repeat interval',
    'RECURRENCE_INVALID',
    (copy) => copy.edit(IMPORT, 'PT15M', 'PT17M'),
  ],
  [
    'a start that is no date',
    'RECURRENCE_INVALID',
    (copy) => copy.edit(IMPORT, '2023-08-22', '22.08.2023'),
  ],
  [
    'a status a queued script cannot have',
    'DEPLOYMENT_STATUS',
    (copy) => copy.edit(IMPORT, '>SCHEDULED<', '>RELEASED<'),
  ],
  [
    'a container that is no saved search',
    'SEARCH_UNREADABLE',
    (copy) => copy.edit('customsearch_acme_export_orders.xml', '@GZC@', '@ZIP@'),
  ],
  [
    'a field mapped twice over',
    'MAPPING_INVALID',
    (copy) =>
      copy.edit(
        'custimport_acme_orders.xml',
        '<value>B</value>',
        '<value>B</value><columnreference><column>x</column></columnreference>',
      ),
  ],
  [
    'an unknown data handling',
    'FIELD_INVALID',
    (copy) => copy.edit('custimport_acme_orders.xml', '>ADD<', '>UPSERT<'),
  ],
  [
    'a field without label',
    'FIELD_MISSING',
    (copy) => copy.edit('custbody_acme_exported.xml', 'Acme exported', ''),
  ],
];

test.each(REFUSALS)('%s is refused as %s', (_case, code, change) => {
  expect(readChanged(change).problems.map((problem) => problem.code)).toContain(code);
});

test('what can be read is there beside the problems, so that it can be installed with a warning', () => {
  const { project, problems } = readChanged((copy) => copy.edit(IMPORT, 'PT15M', 'PT17M'));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toBe(`Objects/scripts/${IMPORT}`);
  expect(project.definitions.scripts).toHaveLength(4);
});

test('files and objects that deploy.xml does not cover are not deployed', () => {
  const { project, problems } = readChanged((copy) =>
    copy.edit(
      'deploy.xml',
      '~/FileCabinet/SuiteScripts/*',
      '~/FileCabinet/SuiteScripts/acme/lib/*',
    ),
  );
  expect([...project.files.keys()]).toEqual(['/SuiteScripts/acme/lib/sftp_config.js']);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['FILE_MISSING']));
});
