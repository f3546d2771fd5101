// What was carried out of the store, to become cash sales in NetSuite: the lines of the cash-sale posting and
// no others, so that a mixed order is in each book with its own part. Contract §13.

import { POSTING_OBSTACLES } from '../../postings/find-obstacles.ts';
import { selectPostings } from '../../postings/select-postings.ts';
import { defineExportFeed } from '../export-feed.ts';
import { encodeCashSales } from './encode.ts';

export const cashSaleFeed = defineExportFeed({
  name: 'cash-sale',
  label: 'Cash sales to NetSuite',
  limits: { rowsPerFile: 25_000, subjectsPerRun: 1_000 },
  obstacles: POSTING_OBSTACLES,
  select: async (db, { limit }) =>
    selectPostings(db, { feed: 'cash-sale', kind: 'CASH_SALE', limit }),
  rowCount: ({ amounts }) => amounts.lines.length,
  encode: encodeCashSales,
  script: 'importCashSales',
  answeredBy: ['exportCashSaleIds'],
});
