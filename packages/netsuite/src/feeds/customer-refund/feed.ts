// Money given back, to become customer refunds out of the deposits that carried it. Contract §12.

import { dueRefunds, readMappings } from '@sendsale/store/read';
import { EXPORT_FILE_PREFIXES, fileTimeMs } from '../../contract/index.ts';
import { defineExportFeed } from '../export-feed.ts';
import { PAYMENT_MAPPINGS, sortByPaymentMethod } from '../payment-methods.ts';
import { encodeRefunds } from './encode.ts';

export const customerRefundFeed = defineExportFeed({
  name: 'customer-refund',
  label: 'Customer refunds to NetSuite',
  fileName: (at, page) =>
    `${EXPORT_FILE_PREFIXES['customer-refund']}${page}-${fileTimeMs(at)}.json`,
  limits: { rowsPerFile: 2_000, subjectsPerRun: 10_000 },
  obstacles: ['PAYMENT_METHOD_UNMAPPED'],
  select: async (db, { limit }) =>
    sortByPaymentMethod(
      await dueRefunds(db, { limit }),
      await readMappings(db, { kinds: PAYMENT_MAPPINGS }),
    ),
  rowCount: () => 1,
  encode: encodeRefunds,
  script: 'createCustomerRefunds',
  answeredBy: [],
});
