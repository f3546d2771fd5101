// What the account refuses to do with deposits and refunds.

import { describe, expect, test } from 'vitest';

import type { RecordSession } from '../account.ts';
import type { Retailer } from '../testing/retailer.ts';
import {
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

function simpleOrder(retailer: Retailer, quantity = 2): string {
  return order(retailer, [
    { item: retailer.shirt, quantity, price: '-1', rate: 20, location: retailer.warehouse },
  ]);
}

function edit(retailer: Retailer, type: string, id: string): RecordSession {
  return retailer.account.records.load({ type, id });
}

function refusal(name: string, message: RegExp): unknown {
  return expect.objectContaining({ name, message: expect.stringMatching(message) as string });
}

describe('deposits and refunds', () => {
  test('a deposit pays only its own order', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const paid = deposit(retailer, simpleOrder(retailer, 1), 20);
    const otherOrder = simpleOrder(retailer, 1);
    ship(retailer, otherOrder, { '1': { location: retailer.warehouse } });
    expect(stored(account, 'invoice', bill(retailer, otherOrder))['amountremaining']).toBe(20);
    const application = account.records.transform({
      fromType: 'customerdeposit',
      fromId: paid,
      toType: 'depositapplication',
    });
    expect(application.getLineCount('apply')).toBe(0);
    expect(() => application.save()).toThrow(/at least one line/);
  });

  test('a deposit over the order keeps the rest', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const id = simpleOrder(retailer, 1);
    const paid = deposit(retailer, id, 25);
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    bill(retailer, id);
    expect(stored(account, 'customerdeposit', paid)).toMatchObject({
      applied: 20,
      unapplied: 5,
      status: 'Not Deposited',
    });
  });

  test('a free deposit is applied by hand, never beyond what is due', () => {
    const retailer = openRetailer();
    const { account, customer } = retailer;
    const free = create(account, 'customerdeposit', { customer, payment: 50 });
    const id = simpleOrder(retailer, 1);
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    const invoiceId = bill(retailer, id);
    const apply = (amount: number): string => {
      const session = account.records.transform({
        fromType: 'customerdeposit',
        fromId: free,
        toType: 'depositapplication',
      });
      session.setSublistValue('apply', 'apply', 0, true);
      session.setSublistValue('apply', 'amount', 0, amount);
      return session.save();
    };
    expect(() => apply(21)).toThrow(/more than the 20 due/);
    const applied = apply(15);
    expect(stored(account, 'invoice', invoiceId)).toMatchObject({
      amountremaining: 5,
      status: 'Open',
    });
    account.records.delete({ type: 'depositapplication', id: applied });
    expect(stored(account, 'invoice', invoiceId)['amountremaining']).toBe(20);
  });

  test('no deposit for an order that is billed, of another customer, or without money', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const id = simpleOrder(retailer, 1);
    expect(() => deposit(retailer, id, 0)).toThrow(/greater than zero/);
    const other = create(account, 'customer', { isperson: 'T', lastname: 'Roe', subsidiary: '1' });
    const wrong = account.records.create({
      type: 'customerdeposit',
      defaultValues: { salesorder: id },
    });
    set(wrong, { customer: other, payment: 5 });
    expect(() => wrong.save()).toThrow(/does not belong to customer/);
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    bill(retailer, id);
    expect(() => deposit(retailer, id, 5)).toThrow(
      `A customer deposit cannot be created for sales order ${id}: it is Billed.`,
    );
  });

  test('the customer of a deposit cannot change, nor its payment below what is used', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const id = simpleOrder(retailer, 1);
    const paid = deposit(retailer, id, 20);
    const other = create(account, 'customer', { isperson: 'T', lastname: 'Roe', subsidiary: '1' });
    expect(() => set(edit(retailer, 'customerdeposit', paid), { customer: other }).save()).toThrow(
      /does not belong|cannot be changed/,
    );
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    bill(retailer, id);
    expect(() => set(edit(retailer, 'customerdeposit', paid), { payment: 19 }).save()).toThrow(
      /More is applied/,
    );
    expect(() => account.records.delete({ type: 'customerdeposit', id: paid })).toThrow(
      /dependent records/,
    );
  });

  test('a refund over the rest is refused, a partial one leaves the rest', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const paid = deposit(retailer, simpleOrder(retailer, 1), 20);
    const refund = (amount: number): string => {
      const session = account.records.transform({
        fromType: 'customerdeposit',
        fromId: paid,
        toType: 'customerrefund',
      });
      session.setValue('paymentmethod', retailer.card);
      session.setSublistValue('deposit', 'amount', 0, amount);
      return session.save();
    };
    expect(() => refund(20.01)).toThrow(/The refund of 20.01 is more than the 20 remaining/);
    const first = refund(12.5);
    expect(stored(account, 'customerdeposit', paid)['unapplied']).toBe(7.5);
    refund(7.5);
    expect(statusOf(account, 'customerdeposit', paid)).toBe('Fully Applied');
    expect(() => refund(1)).toThrow(
      refusal('INVALID_INITIALIZE_REF', /^You can not initialize customerrefund:/),
    );
    account.records.delete({ type: 'customerrefund', id: first });
    expect(stored(account, 'customerdeposit', paid)['unapplied']).toBe(12.5);
  });
});
