// Money taken for sales orders, to become customer deposits in NetSuite. Contract §5.

import { dueDeposits, readMappings } from '@sendsale/store/read';
import { EXPORT_FILE_PREFIXES, fileTimeMs } from '../../contract/index.ts';
import { defineExportFeed } from '../export-feed.ts';
import { PAYMENT_MAPPINGS, sortByPaymentMethod } from '../payment-methods.ts';
import { encodeDeposits } from './encode.ts';

export const customerDepositFeed = defineExportFeed({
  name: 'customer-deposit',
  label: 'Customer deposits to NetSuite',
  fileName: (at, page) =>
    `${EXPORT_FILE_PREFIXES['customer-deposit']}${page}-${fileTimeMs(at)}.json`,
  // The map/reduce script reads a file as one text; 2,000 deposits stay far below its limit.
  limits: { rowsPerFile: 2_000, subjectsPerRun: 10_000 },
  obstacles: ['PAYMENT_METHOD_UNMAPPED'],
  select: async (db, { limit }) =>
    sortByPaymentMethod(
      await dueDeposits(db, { limit }),
      await readMappings(db, { kinds: PAYMENT_MAPPINGS }),
    ),
  rowCount: () => 1,
  encode: encodeDeposits,
  script: 'createCustomerDeposits',
  answeredBy: ['exportCustomerDeposits'],
});
