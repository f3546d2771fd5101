// Which NetSuite location ships a line: new allocations to facilities NetSuite fulfills, and lines that
// moved away from one. Contract §6.

import { dueAllocations } from '@sendsale/store/read';
import { defineExportFeed } from '../export-feed.ts';
import { sortByLocation } from '../located-lines.ts';
import { groupByOrder } from '../order-lines.ts';
import { allocationSubject, encodeAllocations } from './encode.ts';

export const allocationFeed = defineExportFeed({
  name: 'allocation',
  label: 'Allocations to NetSuite',
  limits: { rowsPerFile: 25_000, subjectsPerRun: 5_000 },
  obstacles: ['SETTING_MISSING'],
  select: async (db, { limit }) =>
    groupByOrder(sortByLocation(await dueAllocations(db, { limit }), allocationSubject)),
  rowCount: (lines) => lines.length,
  encode: encodeAllocations,
  script: 'updateSalesOrders',
  answeredBy: [],
});
