import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateProject } from '../build/index.ts';
import { builtBundle } from './built-bundle.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendsale-validate-'));
  await cp(await builtBundle(), join(folder, 'sound'), { recursive: true });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const SCRIPT = 'Objects/Scripts/customscript_import_salesorder.xml';
const MAP = 'Objects/CsvImports/custimport_add_salesorders_hc.xml';
const FIELD = 'Objects/TransactionFields/custbody_hc_order_id.xml';
const FILE = 'FileCabinet/SuiteScripts/sendsale/import-sales-orders.js';

interface Broken {
  readonly what: string;
  readonly path: string;
  readonly code: string;
  readonly change: (text: string) => string;
}

/** The problems of the sound project after one file of it was changed. */
async function problemsAfter(
  path: string,
  change: (text: string) => string,
): Promise<readonly string[]> {
  const copy = await mkdtemp(join(folder, 'broken-'));
  await cp(join(folder, 'sound'), copy, { recursive: true });
  const file = join(copy, 'src', path);
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
  return (await validateProject(copy)).map(({ code }) => code);
}

test('our own project is fit to be deployed', async () => {
  expect(await validateProject(join(folder, 'sound'))).toEqual([]);
});

test.each<Broken>([
  {
    what: 'a header that is lost',
    path: FILE,
    code: 'HEADER_INVALID',
    change: (t) => t.replace(/^\/\*[\s\S]*?\*\//, ''),
  },
  { what: 'a byte order mark', path: FILE, code: 'HEADER_INVALID', change: (t) => `\uFEFF${t}` },
  {
    what: 'a script of another kind',
    path: FILE,
    code: 'HEADER_INVALID',
    change: (t) => t.replace('ScheduledScript', 'Restlet'),
  },
  {
    what: 'a script file that is not there',
    path: SCRIPT,
    code: 'FILE_MISSING',
    change: (t) => t.replace('import-sales-orders.js', 'x.js'),
  },
  {
    what: 'an id that is not the file name',
    path: SCRIPT,
    code: 'SCRIPTID_NOT_FILE_NAME',
    change: (t) => t.replace('customscript_import_salesorder', 'customscript_other'),
  },
  {
    what: 'an interval NetSuite does not offer',
    path: SCRIPT,
    code: 'RECURRENCE_INVALID',
    change: (t) => t.replace('PT15M', 'PT5M'),
  },
  {
    what: 'two recurrences',
    path: SCRIPT,
    code: 'RECURRENCE_INVALID',
    change: (t) => t.replace('<recurrence>', '<recurrence><everyweekday></everyweekday>'),
  },
  {
    what: 'a schedule without recurrence',
    path: SCRIPT,
    code: 'RECURRENCE_MISSING',
    change: (t) => t.replace(/<recurrence>[\s\S]*?<\/recurrence>/, ''),
  },
  {
    what: 'a start time without zone',
    path: SCRIPT,
    code: 'RECURRENCE_INVALID',
    change: (t) => t.replace('05:00:00Z', '05:00:00'),
  },
  {
    what: 'a status of RESTlets',
    path: SCRIPT,
    code: 'STATUS_INVALID',
    change: (t) => t.replace('>SCHEDULED<', '>RELEASED<'),
  },
  {
    what: 'an id that is too long',
    path: SCRIPT,
    code: 'SCRIPTID_TOO_LONG',
    change: (t) => t.replace('customdeploy_imp_so_rest', `customdeploy_${'x'.repeat(40)}`),
  },
  {
    what: 'a deployment twice',
    path: SCRIPT,
    code: 'SCRIPTID_DUPLICATE',
    change: (t) => t.replace('customdeploy_imp_so_rest', 'customdeploy1'),
  },
  {
    what: 'a name that is too long',
    path: SCRIPT,
    code: 'NAME_TOO_LONG',
    change: (t) => t.replace('>HC_importSalesOrders</name>', `>${'x'.repeat(41)}</name>`),
  },
  {
    what: 'a map without unique identifier',
    path: MAP,
    code: 'MAPPING_INVALID',
    change: (t) => t.replace('>EXTERNALID<', '>TITLE<'),
  },
  {
    what: 'a field with two sources',
    path: MAP,
    code: 'MAPPING_INVALID',
    change: (t) =>
      t.replace('<field>ORDERSTATUS</field>', '<field>ORDERSTATUS</field><value>A</value>'),
  },
  {
    what: 'a reference to a field that is not defined',
    path: MAP,
    code: 'REFERENCE_MISSING',
    change: (t) => t.replace('scriptid=custbody_hc_order_id', 'scriptid=custbody_nowhere'),
  },
  {
    what: 'a field that applies to nothing',
    path: FIELD,
    code: 'FIELD_APPLIES_TO_NOTHING',
    change: (t) => t.replaceAll('>T</body', '>F</body'),
  },
  {
    what: 'an unknown field type',
    path: FIELD,
    code: 'FIELD_TYPE_INVALID',
    change: (t) => t.replace('>TEXT<', '>STRING<'),
  },
  { what: 'broken XML', path: FIELD, code: 'XML_INVALID', change: (t) => t.slice(0, -5) },
  {
    what: 'a feature that is not asked for',
    path: 'manifest.xml',
    code: 'FEATURE_MISSING',
    change: (t) => t.replace('CUSTOMRECORDS', 'UNITSOFMEASURE'),
  },
  {
    what: 'a manifest of no project',
    path: 'manifest.xml',
    code: 'MANIFEST_INVALID',
    change: (t) => t.replace('ACCOUNTCUSTOMIZATION', 'OTHER'),
  },
  {
    what: 'objects that deploy.xml forgets',
    path: 'deploy.xml',
    code: 'DEPLOY_PATH_UNCOVERED',
    change: (t) => t.replace('~/Objects/*', '~/Objects/Scripts/*'),
  },
  {
    what: 'a path of deploy.xml that names nothing',
    path: 'deploy.xml',
    code: 'DEPLOY_PATH_EMPTY',
    change: (t) => t.replace('~/Objects/*', '~/Objects/*</path><path>~/Objects/none.xml'),
  },
])('$what is found', async ({ path, change, code }) => {
  expect(await problemsAfter(path, change)).toContain(code);
});

test('a project without manifest or deploy.xml is named as such', async () => {
  const copy = await mkdtemp(join(folder, 'empty-'));
  const codes = (await validateProject(copy)).map(({ code }) => code);
  expect(codes).toEqual(['DEPLOY_MISSING', 'MANIFEST_INVALID']);
});

test('one object in two files is found', async () => {
  const copy = await mkdtemp(join(folder, 'twice-'));
  await cp(join(folder, 'sound'), copy, { recursive: true });
  await cp(join(copy, 'src', FIELD), join(copy, 'src/Objects/custbody_hc_order_id.xml'));
  await rename(join(copy, 'suitecloud.config.js'), join(copy, 'kept.js'));
  const codes = (await validateProject(copy)).map(({ code }) => code);
  expect(codes).toEqual(['SCRIPTID_DUPLICATE']);
});
