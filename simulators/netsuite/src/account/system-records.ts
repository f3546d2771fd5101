// The records every account has from its first day. Their ids are NetSuite's where those are known.

import type { Engine } from './engine.ts';
import type { Values } from './store/stored-data.ts';

/** The id of the folder scripts are kept in. [documented] it is negative */
export const SUITE_SCRIPTS_FOLDER = '-15';

const RECORDS: ReadonlyArray<readonly [string, string, Values]> = [
  ['currency', '1', { name: 'USA', symbol: 'USD', exchangerate: 1, isbasecurrency: true }],
  ['subsidiary', '1', { name: 'Parent Company', currency: '1', country: 'US' }],
  // [seen] -7 is "-Not Taxable-" in the published return script and feeds.
  ['salestaxitem', '-7', { itemid: '-Not Taxable-', rate: '0%' }],
  // [documented] Base Price is the first price level; Custom (-1) is none.
  ['pricelevel', '1', { name: 'Base Price' }],
  // [assumed] the id; [seen] the name, which the customer feed sends.
  ['customerstatus', '13', { name: 'CUSTOMER-Closed Won', probability: '100%' }],
  ['folder', SUITE_SCRIPTS_FOLDER, { name: 'SuiteScripts' }],
];

/** Stores them. */
export function addSystemRecords(engine: Engine): void {
  for (const [type, id, fields] of RECORDS) {
    engine.store.put({ type, id, fields, sublists: {}, subrecords: {} });
  }
  // Ids drawn later start after those given here.
  engine.store.setCounters({
    'id:currency': 1,
    'id:subsidiary': 1,
    'id:pricelevel': 1,
    'id:customerstatus': 13,
  });
}
