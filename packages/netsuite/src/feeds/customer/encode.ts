// Customers to rows (contract §1.1). Names are sent whole; a missing one is X, since NetSuite wants both.

import type { DueCustomer } from '@sendsale/store/read';
import { cell, writeCsv } from '../../codec/write-csv.ts';
import { CUSTOMER_COLUMNS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import { rowIdOf } from '../row-ids.ts';

/** The longest name NetSuite's individual takes. */
const NAME_MAX = 32;

export function encodeCustomers(customers: readonly DueCustomer[]): EncodedFile {
  return {
    content: writeCsv(CUSTOMER_COLUMNS, customers.map(customerRow)),
    rows: customers.map((customer, index) => ({
      subject: customer.customerId,
      revision: 1,
      orderId: customer.orderId,
      externalId: customer.shopifyId,
      line: index + 2,
    })),
  };
}

function customerRow(customer: DueCustomer) {
  return {
    HCCustomerId: customer.customerId,
    firstName: name(customer.firstName),
    lastName: name(customer.lastName),
    HCShopifyCustomerId: customer.shopifyId,
    email: cell(customer.email),
    individual: 'T',
    status: 'CUSTOMER-Closed Won',
    taxable: 'TRUE',
    defaultOrderPriority: '5',
    externalId: customer.shopifyId,
    phone: cell(customer.phone),
    subsidiary: customer.subsidiaryId ?? '',
    accountSource: '',
    rowId: rowIdOf('customer', { subject: customer.customerId, revision: 1 }),
  };
}

function name(text: string | null): string {
  const trimmed = cell(text).trim().slice(0, NAME_MAX);
  return trimmed === '' ? 'X' : trimmed;
}
