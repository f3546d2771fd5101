// Which NetSuite scripts have something to do now, from what we wait for.

import type { OpenWaits } from '@sendsale/store/read';
import type { ScriptKey } from './contract/index.ts';
import type { ExportFeed } from './feeds/export-feed.ts';

/** The scripts to start, importers first; each once. */
export function scriptsToRun(waits: OpenWaits, feeds: readonly ExportFeed[]): ScriptKey[] {
  const waiting = feeds.filter((feed) => waits.feeds.has(feed.name));
  return [
    ...new Set<ScriptKey>([
      ...waiting.map((feed) => feed.script),
      ...waiting.flatMap((feed) => feed.answeredBy),
      ...(waits.lineIds ? LINE_ID_SCRIPTS : []),
      ...(waits.warehouse ? WAREHOUSE_SCRIPTS : []),
      ...(waits.invoice ? INVOICE_SCRIPTS : []),
      ...(waits.items ? ITEM_SCRIPTS : []),
      ...(waits.stock ? STOCK_SCRIPTS : []),
    ]),
  ];
}

const LINE_ID_SCRIPTS: readonly ScriptKey[] = ['exportSalesOrderLineIds'];
// The CSV export says the same as the JSON one (the published two even share a flag): its schedule is enough.
const WAREHOUSE_SCRIPTS: readonly ScriptKey[] = ['exportFulfillmentsJson', 'exportRejectedItems'];
const INVOICE_SCRIPTS: readonly ScriptKey[] = ['createInvoices'];
// The published ones need two: the first makes the file, the second uploads it.
const ITEM_SCRIPTS: readonly ScriptKey[] = ['generateProducts', 'uploadProducts'];
const STOCK_SCRIPTS: readonly ScriptKey[] = ['generateInventory', 'uploadInventory'];
