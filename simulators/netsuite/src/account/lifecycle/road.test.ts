// A send sale through the account: ordered, paid, allocated, shipped, invoiced.

import { describe, expect, test } from 'vitest';

import {
  addLines,
  bill,
  create,
  deposit,
  openRetailer,
  order,
  set,
  ship,
  statusOf,
  stored,
} from '../testing/retailer.ts';

describe('a send sale', () => {
  test('ends Billed, Fully Applied and Paid In Full, with its stock gone', () => {
    const retailer = openRetailer();
    const { account, shirt, jacket, charge, warehouse, store } = retailer;
    const orderId = order(
      retailer,
      [
        { item: shirt, quantity: 1, price: '-1', rate: 20, location: warehouse },
        { item: retailer.lineDiscount, price: '-1', rate: -2 },
        { item: jacket, quantity: 1, price: '-1', rate: 99.95, location: warehouse },
        { item: charge, quantity: 1, price: '-1', rate: 10.46 },
      ],
      {
        shippingcost: 9.95,
        discountitem: retailer.orderDiscount,
        discountrate: -5,
        location: store,
      },
    );
    expect(stored(account, 'salesorder', orderId)).toMatchObject({
      subtotal: 128.41,
      discounttotal: -5,
      total: 133.36,
      status: 'Pending Fulfillment',
    });
    const card = deposit(retailer, orderId, 100);
    const giftCard = deposit(retailer, orderId, 33.36);
    expect(statusOf(account, 'customerdeposit', card)).toBe('Not Deposited');

    ship(retailer, orderId, { '1': { location: warehouse } });
    expect(statusOf(account, 'salesorder', orderId)).toBe('Pending Billing/Partially Fulfilled');
    ship(retailer, orderId, { '3': { location: warehouse } });
    expect(statusOf(account, 'salesorder', orderId)).toBe('Pending Billing');

    const invoiceId = bill(retailer, orderId);
    expect(statusOf(account, 'salesorder', orderId)).toBe('Billed');
    expect(stored(account, 'invoice', invoiceId)).toMatchObject({
      total: 133.36,
      amountpaid: 133.36,
      amountremaining: 0,
      status: 'Paid In Full',
    });
    expect(statusOf(account, 'customerdeposit', card)).toBe('Fully Applied');
    expect(statusOf(account, 'customerdeposit', giftCard)).toBe('Fully Applied');
    expect(account.records.list('depositapplication')).toHaveLength(2);
  });

  test('cancelled after the deposit: closed lines close the order and the deposit is refunded', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const orderId = order(retailer, [{ item: retailer.shirt, quantity: 1, price: '-1', rate: 20 }]);
    const depositId = deposit(retailer, orderId, 20);
    const loaded = account.records.load({ type: 'salesorder', id: orderId });
    loaded.setSublistValue('item', 'isclosed', 0, true);
    loaded.save();
    expect(statusOf(account, 'salesorder', orderId)).toBe('Closed');

    const refund = account.records.transform({
      fromType: 'customerdeposit',
      fromId: depositId,
      toType: 'customerrefund',
    });
    set(refund, { paymentmethod: retailer.card, externalid: 'refund-1' });
    refund.setSublistValue('deposit', 'amount', 0, '20.00');
    const refundId = refund.save();
    expect(stored(account, 'customerrefund', refundId)['total']).toBe(20);
    expect(statusOf(account, 'customerdeposit', depositId)).toBe('Fully Applied');
    const saved = account.records.load({ type: 'customerrefund', id: refundId });
    expect(saved.getLineCount('apply')).toBe(1);
    expect(saved.getSublistText('apply', 'doc', 0)).toContain('Deposit Application #');
  });

  test('carried out: a cash sale takes the stock at once', () => {
    const retailer = openRetailer();
    const { account, shirt, store } = retailer;
    const session = account.records.create({ type: 'cashsale' });
    set(session, { entity: retailer.customer, location: store, paymentmethod: retailer.card });
    addLines(session, 'item', [{ item: shirt, quantity: 2, price: '-1', rate: 20 }]);
    const id = session.save();
    expect(statusOf(account, 'cashsale', id)).toBe('Not Deposited');
    const again = account.records.create({ type: 'cashsale' });
    set(again, { entity: retailer.customer, location: store });
    addLines(again, 'item', [{ item: shirt, quantity: 1, price: '-1', rate: 20 }]);
    expect(() => again.save()).toThrow(
      'You only have 0 of item SHIRT-M on hand at location Store 12.',
    );
    expect(create(account, 'location', { name: 'Store 13' })).not.toBe('');
  });
});

describe('kits', () => {
  test('commit and ship their members', () => {
    const retailer = openRetailer();
    const { account, shirt, jacket, warehouse } = retailer;
    const kit = account.records.create({ type: 'kititem' });
    set(kit, { itemid: 'OUTFIT', baseprice: 150 });
    addLines(kit, 'member', [
      { item: shirt, quantity: 2 },
      { item: jacket, quantity: 1 },
    ]);
    const item = kit.save();
    const orderId = order(retailer, [{ item, quantity: 6, location: warehouse }]);
    const loaded = account.records.load({ type: 'salesorder', id: orderId });
    expect(stored(account, 'salesorder', orderId)['total']).toBe(900);
    // Ten shirts are five pairs, and there are five jackets.
    expect(loaded.getSublistValue('item', 'quantitycommitted', 0)).toBe(5);
    expect(loaded.getSublistValue('item', 'quantitybackordered', 0)).toBe(1);
    const shipAll = (quantity: number): string =>
      ship(retailer, orderId, { '1': { quantity, location: warehouse } });
    expect(() => shipAll(6)).toThrow(/You only have/);
    shipAll(5);
    expect(statusOf(account, 'salesorder', orderId)).toBe('Pending Billing/Partially Fulfilled');
  });
});

describe('commitment', () => {
  test('stays with the older order, and goes to the next when it is closed', () => {
    const retailer = openRetailer();
    const { account, shirt, store } = retailer;
    const line = { item: shirt, quantity: 2, location: store };
    const [first, second] = [order(retailer, [line]), order(retailer, [line])];
    const committed = (id: string): unknown =>
      account.records
        .load({ type: 'salesorder', id })
        .getSublistValue('item', 'quantitycommitted', 0);
    expect([committed(first), committed(second)]).toEqual([2, 0]);
    const closing = account.records.load({ type: 'salesorder', id: first });
    closing.setSublistValue('item', 'isclosed', 0, true);
    closing.save();
    expect([committed(first), committed(second)]).toEqual([0, 2]);
    expect(() => closing.save()).toThrow(
      expect.objectContaining({ name: 'RCRD_HAS_BEEN_CHANGED' }),
    );
  });
});

describe('prices and taxes', () => {
  test('a list price wins over a rate unless the level is Custom; tax is by code, shipping included', () => {
    const retailer = openRetailer();
    const { account, shirt, jacket, taxCode } = retailer;
    const orderId = order(
      retailer,
      [
        { item: shirt, quantity: 1, price: '1', rate: 5 },
        { item: jacket, quantity: 1, price: '-1', rate: 80, taxcode: taxCode },
        { item: retailer.lineDiscount, rate: '-25%', taxcode: taxCode },
      ],
      { shippingcost: 10, shippingtaxcode: taxCode },
    );
    // (80 − 20 + 10) × 8.875 % = 6.2125
    expect(stored(account, 'salesorder', orderId)).toMatchObject({
      subtotal: 80,
      taxtotal: 6.21,
      total: 96.21,
    });
  });
});
