// An SDF project that keeps the published contract and is not ours: same script ids, directories and columns,
// plain scripts, and the habits of such projects. It answers no row, it archives a file when the import is
// queued, it reads none of our own columns (but for the line's tag, which accounts add by hand), and it books
// the tax line with nothing on it. For `npm run demo -- --bundle`.

import { allDirectories, SCRIPTS, type ScriptKey } from '@sendsale/netsuite/contract';
import { buildBundle } from '@sendsale/suitescript/build';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPTS_FOLDER = fileURLToPath(new URL('scripts', import.meta.url));

/** What the project has a script for; all others of the contract are not in it. */
export const PLAIN_SCRIPTS: readonly ScriptKey[] = [
  'importCustomers',
  'exportCustomerIds',
  'importSalesOrders',
  'exportSalesOrderIds',
  'exportSalesOrderLineIds',
  'createCustomerDeposits',
  'exportCustomerDeposits',
  'updateSalesOrders',
  'createItemFulfillments',
  'exportFulfillmentsJson',
  'exportRejectedItems',
  'createInvoices',
  'createCustomerRefunds',
  'importCashSales',
  'exportCashSaleIds',
  'generateInventory',
  'uploadInventory',
  'generateProducts',
  'uploadProducts',
  'importInventoryAdjustments',
];

/** Writes the project; objects are those of our build, less what is ours. */
export async function makePlainProject(outDir: string): Promise<string> {
  await buildBundle({ outDir });
  const source = join(outDir, 'src');
  const scripts = join(source, 'Objects/Scripts');
  const cabinet = join(source, 'FileCabinet/SuiteScripts/sendsale');
  const kept = new Set<string>([
    ...PLAIN_SCRIPTS.map((key) => SCRIPTS[key].scriptId),
    'customscript_restlet_runscript',
    'customscript_create_sftpdirectory',
  ]);
  for (const name of readdirSync(scripts)) {
    if (!kept.has(name.replace(/\.xml$/, ''))) rmSync(join(scripts, name));
  }
  const written = new Set(readdirSync(SCRIPTS_FOLDER));
  for (const name of readdirSync(cabinet)) {
    if (!written.has(name)) rmSync(join(cabinet, name));
  }
  cpSync(SCRIPTS_FOLDER, cabinet, { recursive: true });
  const maker = join(cabinet, 'create-directories.js');
  const directories = allDirectories().filter(
    (directory) => !/acknowledgement|processing/.test(directory),
  );
  const text = readFileSync(maker, 'utf8').replace("'DIRECTORIES'", JSON.stringify(directories));
  writeFileSync(maker, text);
  return outDir;
}
