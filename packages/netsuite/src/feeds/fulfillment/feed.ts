// What our facilities shipped, to become item fulfillments in NetSuite. Contract §9.

import { dueFulfillments } from '@sendsale/store/read';
import { defineExportFeed } from '../export-feed.ts';
import { sortByLocation } from '../located-lines.ts';
import { groupByOrder } from '../order-lines.ts';
import { encodeFulfillments, fulfillmentSubject } from './encode.ts';

export const fulfillmentFeed = defineExportFeed({
  name: 'fulfillment',
  label: 'Fulfillments to NetSuite',
  limits: { rowsPerFile: 2_500, subjectsPerRun: 5_000 },
  obstacles: ['SETTING_MISSING'],
  select: async (db, { limit }) =>
    groupByOrder(sortByLocation(await dueFulfillments(db, { limit }), fulfillmentSubject)),
  rowCount: (lines) => lines.length,
  encode: encodeFulfillments,
  script: 'updateSalesOrders',
  answeredBy: ['createItemFulfillments'],
});
