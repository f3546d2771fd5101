// Lines cancelled here, to be closed in NetSuite, so that nothing ships them any more. Contract §6.

import { dueClosings } from '@sendsale/store/read';
import { defineExportFeed } from '../export-feed.ts';
import { groupByOrder } from '../order-lines.ts';
import { encodeClosings } from './encode.ts';

export const itemCloseFeed = defineExportFeed({
  name: 'item-close',
  label: 'Cancelled lines to NetSuite',
  limits: { rowsPerFile: 25_000, subjectsPerRun: 5_000 },
  obstacles: [],
  select: async (db, { limit }) => {
    const units = await dueClosings(db, { limit });
    return groupByOrder({ units, problems: [], examined: units.map((line) => line.subject) });
  },
  rowCount: (lines) => lines.length,
  encode: encodeClosings,
  script: 'updateSalesOrders',
  answeredBy: [],
});
