import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { allDirectories, SCRIPTS } from '@sendsale/netsuite/contract';
import { beforeAll, expect, test } from 'vitest';
import { buildBundle, BundleError } from '../build/index.ts';
import { assertApart } from '../build/build-bundle.ts';
import { assertHeader, headerTags, sourceHeader } from '../build/script-header.ts';
import { scriptPath } from '../build/script-path.ts';
import { PROJECT_SCRIPTS } from '../project/scripts.ts';
import { EVERY_DIRECTORY } from '../src/lib/directory-tree.ts';
import { builtBundle } from './built-bundle.ts';

let outDir = '';

beforeAll(async () => {
  outDir = await builtBundle();
});

async function readTree(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(directory.length + 1), await readFile(path, 'utf8')] as const;
      }),
  );
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Loads a built file as NetSuite does: sloppy mode, `define`, nothing of Node. */
function loadScript(source: string): { readonly modules: string[]; readonly script: object } {
  let loaded = { modules: [] as string[], script: {} };
  const define = (modules: string[], factory: (...args: unknown[]) => object): void => {
    loaded = { modules, script: factory(...modules.map(() => ({}))) };
  };
  runInContext(source, createContext({ define, log: {} }));
  return loaded;
}

test('every built script begins with its header and hands over its entry points', async () => {
  const entryPoints = {
    scheduledscript: ['execute'],
    mapreducescript: ['getInputData', 'map', 'summarize'],
    restlet: ['get', 'post'],
  };
  for (const script of PROJECT_SCRIPTS) {
    const path = join(outDir, 'src/FileCabinet', scriptPath(script));
    const source = await readFile(path, 'utf8');
    expect(headerTags(source).apiVersion).toBe('2.1');
    const loaded = loadScript(source);
    expect(loaded.modules.every((module) => module.startsWith('N/'))).toBe(true);
    const names = Object.keys(loaded.script);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(entryPoints[script.kind]).toContain(name);
  }
});

test('the same sources give the same bytes', async () => {
  const second = await mkdtemp(join(tmpdir(), 'sendsale-bundle-'));
  await buildBundle({ outDir: second });
  expect(await readTree(second)).toEqual(await readTree(outDir));
  await rm(second, { recursive: true });
});

test('a folder that holds something else is not built into', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sendsale-bundle-'));
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await expect(buildBundle({ outDir: folder })).rejects.toThrow(BundleError);
  expect(await readdir(folder)).toEqual(['notes.txt']);
  await rm(folder, { recursive: true });
});

test('an id that is used twice stops the build instead of losing a script', () => {
  const path = 'src/Objects/Scripts/customscript_imp_customer.xml';
  expect(() => {
    assertApart([path, 'src/deploy.xml']);
  }).not.toThrow();
  expect(() => {
    assertApart([path, 'src/deploy.xml', path]);
  }).toThrow(/customscript_imp_customer\.xml is written twice/);
});

const HEADER = '/**\n * @NApiVersion 2.1\n * @NScriptType Restlet\n */';

test('a file whose header was lost, moved or changed stops the build', () => {
  const script = { kind: 'restlet', source: 'restlet/x' } as const;
  expect(() => {
    assertHeader(`${HEADER}\ndefine([], () => ({}));`, script);
  }).not.toThrow();
  const broken = [
    'define([], () => ({}));',
    `define([], () => {\n${HEADER}\nreturn {};\n});`,
    `\uFEFF${HEADER}\ndefine([], () => ({}));`,
    HEADER.replace('2.1', '2.x'),
    HEADER.replace('Restlet', 'ScheduledScript'),
    HEADER.replace(' * @NScriptType Restlet\n', ''),
  ];
  for (const text of broken) {
    expect(() => {
      assertHeader(text, script);
    }).toThrow(BundleError);
  }
  expect(() => sourceHeader(`import 'x';\n${HEADER}`, 'x.ts')).toThrow(BundleError);
});

/** The CSV of fulfillments says what the JSON says; deposits and refunds come apart from our OMS. */
const PAUSED = new Set(['customdeploy_export_so_fulfillment', 'customdeploy_create_cd_and_cr']);

test('every script the OMS starts is in the project, and the run RESTlet can start it', () => {
  const ids = new Map(PROJECT_SCRIPTS.map((script) => [script.id, script]));
  for (const { scriptId, onDemandDeploymentId, deploymentId } of Object.values(SCRIPTS)) {
    const deployments = ids.get(scriptId)?.deployments ?? [];
    const status = new Map(deployments.map((deployment) => [deployment.id, deployment.status]));
    const isPaused = PAUSED.has(deploymentId);
    expect(status.get(deploymentId)).toBe(isPaused ? 'TESTING' : 'SCHEDULED');
    expect(status.get(onDemandDeploymentId)).toBe('NOTSCHEDULED');
  }
});

test('the tag of lines keeps applying to every record the published field applies to', async () => {
  const path = 'src/Objects/TransactionFields/custcol_hc_item_tag.xml';
  const text = await readFile(join(outDir, path), 'utf8');
  const flags = [...text.matchAll(/<(col\w+)>T</g)].map(([, flag]) => flag);
  expect(new Set(flags)).toEqual(
    new Set([
      'colitemfulfillment',
      'colopportunity',
      'colpurchase',
      'colsale',
      'colstore',
      'coltransferorder',
    ]),
  );
});

test('the directory script makes every directory of the contract, parents first', () => {
  for (const directory of allDirectories()) expect(EVERY_DIRECTORY).toContain(directory);
  for (const directory of ['acknowledgement', 'salesorder/CD-CR/error', 'alc-audit-data']) {
    expect(EVERY_DIRECTORY).toContain(directory);
  }
  const orphans = EVERY_DIRECTORY.filter((directory, index) => {
    const parent = directory.split('/').slice(0, -1).join('/');
    return parent !== '' && !EVERY_DIRECTORY.slice(0, index).includes(parent);
  });
  expect(orphans).toEqual([]);
  expect(EVERY_DIRECTORY.length).toBeGreaterThanOrEqual(150);
  // 10 units each of a scheduled script's 10,000, and as much again for those that are there.
  expect(EVERY_DIRECTORY.length * 20).toBeLessThan(9500);
});
