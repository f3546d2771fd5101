// An account stopped and started again goes on as if nothing had happened.

import { expect, test } from 'vitest';

import { createAccount } from './create-account.ts';
import { publishedFields } from './testing/published-maps.ts';
import {
  bill,
  column,
  deposit,
  found,
  openRetailer,
  order,
  ship,
  statusOf,
  term,
} from './testing/retailer.ts';

test('a restored account has the same records, stock and numbers, and goes on', () => {
  const retailer = openRetailer();
  const { account, shirt, warehouse } = retailer;
  account.install({
    customFields: publishedFields,
    customRecords: [],
    savedSearches: [],
    csvImports: [],
    scripts: [],
  });
  const id = order(
    retailer,
    [{ item: shirt, quantity: 4, price: '-1', rate: 20, location: warehouse }],
    { custbody_hc_order_id: 'M10001' },
  );
  const depositId = deposit(retailer, id, 80);

  const again = createAccount({ now: account.now, preferences: { timeZone: 'America/New_York' } });
  again.restore(account.snapshot());
  expect(again.snapshot()).toBe(account.snapshot());
  expect(again.records.list('salesorder')).toEqual(account.records.list('salesorder'));

  const restored = { ...retailer, account: again };
  ship(restored, id, { '1': { location: warehouse } });
  const invoiceId = bill(restored, id);
  expect(Number(invoiceId)).toBeGreaterThan(Number(depositId));
  expect(statusOf(again, 'invoice', invoiceId)).toBe('Paid In Full');
  const onHand = {
    type: 'item',
    filters: [
      term('inventorylocation.internalid', 'anyof', warehouse),
      term('internalid', 'is', shirt),
    ],
    columns: [column('locationquantityonhand')],
  };
  expect(found(again, onHand)).toEqual([['6']]);
  expect(found(account, onHand)).toEqual([['10']]);
});
