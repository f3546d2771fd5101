// Records made by the control API, where NetSuite fills a list itself.

import { expect, test } from 'vitest';
import { bill, openRetailer, order, ship, stored } from '../account/testing/retailer.ts';
import { createRecords } from './seed.ts';

test('a line of a list NetSuite fills is found by its record, and one that is not listed is refused', () => {
  const retailer = openRetailer();
  const { account, customer, shirt, warehouse } = retailer;
  const invoices = [1, 2].map((quantity) => {
    const id = order(retailer, [
      { item: shirt, quantity, price: '-1', rate: 20, location: warehouse },
    ]);
    ship(retailer, id, { '1': { location: warehouse } });
    return bill(retailer, id);
  });
  const [first = '', second = ''] = invoices;
  const payment = (internalid: string) => ({
    type: 'customerpayment',
    fields: { customer, payment: 15 },
    sublists: { apply: [{ internalid, apply: true, amount: 15 }] },
    subrecords: {},
  });
  createRecords(account, [payment(second)]);
  expect(stored(account, 'invoice', first)['amountremaining']).toBe(20);
  expect(stored(account, 'invoice', second)['amountremaining']).toBe(25);
  expect(() => createRecords(account, [payment('99999')])).toThrow(
    'apply has no line of record 99999',
  );
});
