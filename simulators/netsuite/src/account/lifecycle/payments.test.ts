// Customer payments pay invoices; cash refunds give back what cash sales took.

import { beforeEach, expect, test } from 'vitest';
import {
  addLines,
  bill,
  openRetailer,
  order,
  set,
  ship,
  statusOf,
  stored,
} from '../testing/retailer.ts';
import type { Retailer } from '../testing/retailer.ts';

let retailer: Retailer;
let invoice: string;
beforeEach(() => {
  retailer = openRetailer();
  const { shirt, warehouse } = retailer;
  const id = order(retailer, [
    { item: shirt, quantity: 2, price: '-1', rate: 20, location: warehouse },
  ]);
  ship(retailer, id, { '1': { location: warehouse } });
  invoice = bill(retailer, id);
});

function payInvoice(payment?: number): string {
  const session = retailer.account.records.transform({
    fromType: 'invoice',
    fromId: invoice,
    toType: 'customerpayment',
  });
  if (payment !== undefined) {
    session.setValue('payment', payment);
    session.setSublistValue('apply', 'amount', 0, Math.min(payment, 40));
  }
  return session.save();
}

test('a payment made from an invoice pays it; deleting the payment opens it again', () => {
  const { account } = retailer;
  const id = payInvoice();
  expect(stored(account, 'customerpayment', id)).toMatchObject({
    payment: 40,
    applied: 40,
    unapplied: 0,
  });
  expect(statusOf(account, 'customerpayment', id)).toBe('Not Deposited');
  expect(statusOf(account, 'invoice', invoice)).toBe('Paid In Full');
  expect(() =>
    account.records.transform({ fromType: 'invoice', fromId: invoice, toType: 'customerpayment' }),
  ).toThrow(/^You can not initialize customerpayment/);
  account.records.delete({ type: 'customerpayment', id });
  expect(statusOf(account, 'invoice', invoice)).toBe('Open');
});

test('several payments pay an invoice in parts; what is over stays unapplied', () => {
  const { account } = retailer;
  payInvoice(15);
  expect(stored(account, 'invoice', invoice)['amountremaining']).toBe(25);
  const session = account.records.transform({
    fromType: 'customer',
    fromId: retailer.customer,
    toType: 'customerpayment',
  });
  set(session, { payment: 30 });
  session.setSublistValue('apply', 'apply', 0, true);
  const id = session.save();
  expect(stored(account, 'customerpayment', id)).toMatchObject({ applied: 25, unapplied: 5 });
  expect(statusOf(account, 'invoice', invoice)).toBe('Paid In Full');
});

test('more than is due, more than was paid, and no money are refused', () => {
  const { records } = retailer.account;
  const start =
    (payment: number, amount: number): (() => string) =>
    () => {
      const session = records.create({
        type: 'customerpayment',
        defaultValues: { entity: retailer.customer },
      });
      set(session, { payment });
      session.setSublistValue('apply', 'apply', 0, true);
      session.setSublistValue('apply', 'amount', 0, amount);
      return session.save();
    };
  expect(start(50, 41)).toThrow(/more than the 40 due/);
  expect(start(10, 20)).toThrow(/More is applied than the payment/);
  expect(start(0, 0)).toThrow(/Please enter a value for amount/);
  expect(stored(retailer.account, 'invoice', invoice)['amountremaining']).toBe(40);
});

function sell(): string {
  const { account, customer, shirt, warehouse } = retailer;
  const session = set(account.records.create({ type: 'cashsale' }), {
    entity: customer,
    location: warehouse,
  });
  return addLines(session, 'item', [{ item: shirt, quantity: 2, price: '-1', rate: 20 }]).save();
}

test('a cash refund gives back a cash sale and its goods, at most once', () => {
  const { account, shirt, warehouse } = retailer;
  const sale = sell();
  const session = account.records.transform({
    fromType: 'cashsale',
    fromId: sale,
    toType: 'cashrefund',
  });
  session.setSublistValue('item', 'quantity', 0, 1);
  const id = session.save();
  expect(stored(account, 'cashrefund', id)).toMatchObject({ total: 20, createdfrom: sale });
  expect(() =>
    account.records.transform({ fromType: 'cashsale', fromId: sale, toType: 'cashrefund' }).save(),
  ).toThrow(/more than the 20 that is left/);
  expect(() => account.records.delete({ type: 'cashsale', id: sale })).toThrow(/dependent records/);
  const shipped = order(retailer, [{ item: shirt, quantity: 7, location: warehouse }]);
  ship(retailer, shipped, { '1': { location: warehouse } });
});

test('a return of a cash sale is received, then refunded in cash', () => {
  const { account, warehouse } = retailer;
  const { records } = account;
  const rma = records.transform({
    fromType: 'cashsale',
    fromId: sell(),
    toType: 'returnauthorization',
  });
  set(rma, { orderstatus: 'B', location: warehouse });
  const id = rma.save();
  expect(() =>
    records.transform({ fromType: 'returnauthorization', fromId: id, toType: 'cashrefund' }),
  ).toThrow(/Nothing is left to bill/);
  records.transform({ fromType: 'returnauthorization', fromId: id, toType: 'itemreceipt' }).save();
  const refund = records
    .transform({ fromType: 'returnauthorization', fromId: id, toType: 'cashrefund' })
    .save();
  expect(stored(account, 'cashrefund', refund)['total']).toBe(40);
  expect(statusOf(account, 'returnauthorization', id)).toBe('Refunded');
});
