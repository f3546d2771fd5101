// Orders that ship (or are collected), to become sales orders in NetSuite. Contract §2.

import { POSTING_OBSTACLES } from '../../postings/find-obstacles.ts';
import { selectPostings } from '../../postings/select-postings.ts';
import { defineExportFeed } from '../export-feed.ts';
import { encodeSalesOrders } from './encode.ts';

export const salesOrderFeed = defineExportFeed({
  name: 'sales-order',
  label: 'Sales orders to NetSuite',
  limits: { rowsPerFile: 25_000, subjectsPerRun: 1_000 },
  obstacles: POSTING_OBSTACLES,
  select: async (db, { limit }) =>
    selectPostings(db, { feed: 'sales-order', kind: 'SALES_ORDER', limit }),
  rowCount: ({ amounts }) => amounts.lines.length,
  encode: encodeSalesOrders,
  script: 'importSalesOrders',
  answeredBy: ['exportSalesOrderIds', 'exportSalesOrderLineIds'],
});
