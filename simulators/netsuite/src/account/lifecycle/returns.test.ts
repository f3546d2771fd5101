// A return: authorised, received, credited, refunded; the steps of the published return script.

import { describe, expect, test } from 'vitest';

import type { Retailer } from '../testing/retailer.ts';
import {
  addLines,
  bill,
  column,
  deposit,
  found,
  openRetailer,
  order,
  set,
  ship,
  statusOf,
  stored,
  term,
} from '../testing/retailer.ts';

function soldOrder(retailer: Retailer): string {
  const { shirt, jacket, warehouse } = retailer;
  const id = order(retailer, [
    { item: shirt, quantity: 2, price: '-1', rate: 20, location: warehouse },
    { item: jacket, quantity: 1, price: '-1', rate: 90, location: warehouse },
  ]);
  deposit(retailer, id, 130);
  ship(retailer, id, { '1': { location: warehouse }, '2': { location: warehouse } });
  bill(retailer, id);
  return id;
}

function returnOf(retailer: Retailer, orderId: string, quantity = 1): string {
  const { account, store, shirt } = retailer;
  const session = account.records.transform({
    fromType: 'salesorder',
    fromId: orderId,
    toType: 'returnauthorization',
    isDynamic: true,
  });
  session.setValue('orderstatus', 'B');
  while (session.getLineCount('item') > 0) session.removeLine('item', 0);
  session.selectNewLine('item');
  for (const [field, value] of Object.entries({
    item: shirt,
    quantity,
    price: '-1',
    amount: 20 * quantity,
    location: store,
  })) {
    session.setCurrentSublistValue('item', field, value);
  }
  session.commitLine('item');
  return session.save();
}

function receive(retailer: Retailer, returnId: string, quantity: number): string {
  const session = retailer.account.records.transform({
    fromType: 'returnauthorization',
    fromId: returnId,
    toType: 'itemreceipt',
  });
  session.setSublistValue('item', 'quantity', 0, quantity);
  return session.save();
}

describe('a return', () => {
  test('is received into stock, credited and refunded', () => {
    const retailer = openRetailer();
    const { account, store, shirt, customer, card } = retailer;
    const id = returnOf(retailer, soldOrder(retailer), 2);
    expect(stored(account, 'returnauthorization', id)).toMatchObject({
      total: 40,
      status: 'Pending Receipt',
    });
    receive(retailer, id, 1);
    expect(statusOf(account, 'returnauthorization', id)).toBe('Pending Refund/Partially Received');
    const rest = receive(retailer, id, 1);
    expect(statusOf(account, 'returnauthorization', id)).toBe('Pending Refund');
    const onHand = {
      type: 'item',
      filters: [
        term('internalid', 'is', shirt),
        term('inventorylocation.internalid', 'anyof', store),
      ],
      columns: [column('locationquantityonhand')],
    };
    expect(found(account, onHand)).toEqual([['4']]);

    const credit = account.records.transform({
      fromType: 'returnauthorization',
      fromId: id,
      toType: 'creditmemo',
      isDynamic: true,
    });
    credit.setValue('taxtotal', 1.78);
    const creditId = credit.save();
    expect(stored(account, 'creditmemo', creditId)).toMatchObject({
      total: 41.78,
      amountremaining: 41.78,
      status: 'Open',
    });
    expect(statusOf(account, 'returnauthorization', id)).toBe('Refunded');
    expect(() => account.records.delete({ type: 'itemreceipt', id: rest })).toThrow(
      /exceeds what may be billed/,
    );

    const refund = account.records.create({
      type: 'customerrefund',
      isDynamic: true,
      defaultValues: { entity: customer },
    });
    set(refund, { customer, paymentmethod: card });
    expect(refund.getLineCount('apply')).toBe(1);
    refund.selectLine('apply', 0);
    expect(refund.getCurrentSublistValue('apply', 'internalid')).toBe(creditId);
    refund.setCurrentSublistValue('apply', 'apply', true);
    refund.setCurrentSublistValue('apply', 'amount', '41.78');
    const refundId = refund.save();
    expect(stored(account, 'customerrefund', refundId)['total']).toBe(41.78);
    expect(statusOf(account, 'creditmemo', creditId)).toBe('Fully Applied');
    account.records.delete({ type: 'customerrefund', id: refundId });
    expect(stored(account, 'creditmemo', creditId)).toMatchObject({
      unapplied: 41.78,
      status: 'Open',
    });
  });

  test('is refused before anything shipped, over what remains, and credited before receipt', () => {
    const retailer = openRetailer();
    const { account, shirt, warehouse } = retailer;
    const open = order(retailer, [
      { item: shirt, quantity: 1, price: '-1', rate: 20, location: warehouse },
    ]);
    expect(() => returnOf(retailer, open)).toThrow(/^You can not initialize returnauthorization:/);
    const id = returnOf(retailer, soldOrder(retailer), 1);
    expect(() => receive(retailer, id, 2)).toThrow(/exceeds what remains to be received by 1/);
    expect(() =>
      account.records.transform({
        fromType: 'returnauthorization',
        fromId: id,
        toType: 'creditmemo',
      }),
    ).toThrow(/^You can not initialize creditmemo:/);
  });

  test('a pending one cannot be received', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const session = set(account.records.create({ type: 'returnauthorization' }), {
      entity: retailer.customer,
    });
    const id = addLines(session, 'item', [
      { item: retailer.shirt, price: '-1', rate: 20, location: retailer.store },
    ]).save();
    expect(statusOf(account, 'returnauthorization', id)).toBe('Pending Approval');
    expect(() => receive(retailer, id, 1)).toThrow(
      expect.objectContaining({ name: 'INVALID_INITIALIZE_REF' }),
    );
  });
});

test('a credit memo pays an invoice, never more than is due', () => {
  const retailer = openRetailer();
  const { account, shirt, warehouse } = retailer;
  const id = order(retailer, [
    { item: shirt, quantity: 2, price: '-1', rate: 20, location: warehouse },
  ]);
  ship(retailer, id, { '1': { location: warehouse } });
  const invoiceId = bill(retailer, id);
  const credit = (amount: number): string => {
    const session = account.records.transform({
      fromType: 'invoice',
      fromId: invoiceId,
      toType: 'creditmemo',
    });
    session.setSublistValue('apply', 'apply', 0, true);
    session.setSublistValue('apply', 'amount', 0, amount);
    return session.save();
  };
  expect(() => credit(41)).toThrow(/More is applied/);
  const creditId = credit(40);
  expect(statusOf(account, 'invoice', invoiceId)).toBe('Paid In Full');
  expect(statusOf(account, 'creditmemo', creditId)).toBe('Fully Applied');
  account.records.delete({ type: 'creditmemo', id: creditId });
  expect(stored(account, 'invoice', invoiceId)).toMatchObject({
    amountremaining: 40,
    status: 'Open',
  });
});
