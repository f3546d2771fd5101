// Customers of our orders, to become customers in NetSuite. Contract §1.1.

import { dueCustomers } from '@sendsale/store/read';
import { defineExportFeed } from '../export-feed.ts';
import { encodeCustomers } from './encode.ts';

export const customerFeed = defineExportFeed({
  name: 'customer',
  label: 'Customers to NetSuite',
  limits: { rowsPerFile: 25_000, subjectsPerRun: 5_000 },
  obstacles: [],
  select: async (db, { limit }) => {
    const units = await dueCustomers(db, { limit });
    return { units, problems: [], examined: units.map((customer) => customer.customerId) };
  },
  rowCount: () => 1,
  encode: encodeCustomers,
  script: 'importCustomers',
  answeredBy: ['exportCustomerIds'],
});
