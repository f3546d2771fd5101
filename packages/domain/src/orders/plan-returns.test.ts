// Money without goods: who takes it, and what is credited for it once the order is billed.

import { expect, test } from 'vitest';
import { planReturns } from './plan-returns.ts';
import type { BilledPosting } from './plan-returns.ts';
import type { IncomingOrder } from './incoming-order.ts';

const REFUND = {
  shopifyRefundId: '9',
  shopifyReturnId: null,
  happenedAt: new Date(0),
  note: null,
  lines: [],
  shipping: 0,
  difference: -425,
  transactionIds: ['77'],
};
const ITEMS = [
  { seq: '00001', shopifyLineId: '1', postingId: 'M1', quantity: 1, status: 'COMPLETED' },
  { seq: '00002', shopifyLineId: '2', postingId: 'M1-C', quantity: 1, status: 'COMPLETED' },
] as const;

const sold = (billed: boolean): BilledPosting => ({ id: 'M1', kind: 'SALES_ORDER', billed });
const carried: BilledPosting = { id: 'M1-C', kind: 'CASH_SALE', billed: true };

function planned(
  postings: readonly BilledPosting[],
  parts: {
    refund?: Partial<typeof REFUND>;
    keys?: string[];
    items?: readonly (typeof ITEMS)[number][];
  } = {},
) {
  const refunds = [{ ...REFUND, ...parts.refund }];
  // Only the refunds are looked at.
  const incoming = { refunds } as unknown as IncomingOrder;
  const known = { returned: [], keys: parts.keys ?? [], postings };
  return planReturns(incoming, parts.items ?? ITEMS, known).map(
    ({ postingId, goods, shipping, beyond, items }) => ({
      postingId,
      goods,
      shipping,
      beyond,
      items,
    }),
  );
}

test('goodwill of a billed sales order is a return of no goods', () => {
  const expected = { postingId: 'M1', goods: 0, shipping: 0, beyond: 425, items: [] };
  expect(planned([carried, sold(true)])).toEqual([expected]);
});

test('shipping alone is credited too, less what was kept of it', () => {
  const refund = { shipping: 995, difference: 200 };
  expect(planned([sold(true)], { refund })).toMatchObject([{ shipping: 795, beyond: 0 }]);
});

test('before the bill the deposit takes it, also when the refund is seen again after the bill', () => {
  expect(planned([carried, sold(false)])).toEqual([]);
  expect(planned([carried, sold(true)], { keys: ['refund/9'] })).toEqual([]);
});

test('of an order that was carried out, or whose shipped goods are gone, the cash sale takes it', () => {
  expect(planned([carried], { items: [ITEMS[1]] })).toMatchObject([{ postingId: 'M1-C' }]);
  const gone = [{ ...ITEMS[0], status: 'CANCELLED' }, ITEMS[1]] as unknown as typeof ITEMS;
  expect(planned([carried, sold(false)], { items: gone })).toMatchObject([{ postingId: 'M1-C' }]);
});

test('goodwill that comes with goods which came back is credited with them', () => {
  const line = {
    shopifyLineId: '1',
    quantity: 1,
    restockType: 'RETURN',
    restocked: true,
    locationId: null,
    subtotal: 1000,
    tax: 0,
  };
  const refund = { lines: [line] as never[] };
  expect(planned([sold(true)], { refund })).toMatchObject([{ goods: 1000, beyond: 425 }]);
  expect(planned([sold(false)], { refund })).toMatchObject([{ goods: 1000, beyond: 0 }]);
});
