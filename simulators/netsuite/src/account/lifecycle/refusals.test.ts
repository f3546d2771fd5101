// What the account refuses to do with transactions, with the codes and texts a script sees.

import { describe, expect, test } from 'vitest';

import type { RecordSession } from '../account.ts';
import type { Retailer } from '../testing/retailer.ts';
import {
  addLines,
  bill,
  create,
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

function fulfillment(retailer: Retailer, orderId: string): RecordSession {
  return retailer.account.records.transform({
    fromType: 'salesorder',
    fromId: orderId,
    toType: 'itemfulfillment',
  });
}

function edit(retailer: Retailer, type: string, id: string): RecordSession {
  return retailer.account.records.load({ type, id });
}

function refusal(name: string, message: RegExp): unknown {
  return expect.objectContaining({ name, message: expect.stringMatching(message) as string });
}

describe('sales orders', () => {
  test.each(['C', 'D', 'F', 'G', 'H'])('cannot be set to status %s', (status) => {
    const retailer = openRetailer();
    const session = edit(retailer, 'salesorder', simpleOrder(retailer));
    session.setValue('orderstatus', status);
    expect(() => session.save()).toThrow(
      refusal('USER_ERROR', /can only be set to Pending Approval/),
    );
  });

  test('a status that is no letter of the list is an invalid value', () => {
    const session = openRetailer().account.records.create({ type: 'salesorder' });
    expect(() => {
      session.setValue('orderstatus', 'X');
    }).toThrow(
      refusal('INVALID_FLD_VALUE', /Invalid Field Value X for the following field: orderstatus/),
    );
  });

  test('pending approval cannot be fulfilled or billed until approved', () => {
    const retailer = openRetailer({ defaultSalesOrderStatus: 'A' });
    const id = simpleOrder(retailer);
    expect(statusOf(retailer.account, 'salesorder', id)).toBe('Pending Approval');
    expect(() => fulfillment(retailer, id)).toThrow(
      refusal('INVALID_INITIALIZE_REF', /^You can not initialize itemfulfillment:/),
    );
    const session = edit(retailer, 'salesorder', id);
    session.setValue('orderstatus', 'B');
    session.save();
    expect(fulfillment(retailer, id).getLineCount('item')).toBe(1);
  });

  test('lines fulfilled cannot be removed, reduced below or changed to another item', () => {
    const retailer = openRetailer();
    const id = simpleOrder(retailer);
    ship(retailer, id, { '1': { quantity: 1, location: retailer.warehouse } });
    const reduced = edit(retailer, 'salesorder', id);
    reduced.setSublistValue('item', 'quantity', 0, 0);
    expect(() => reduced.save()).toThrow(
      refusal('USER_ERROR', /cannot be less than the 1 already/),
    );
    const removed = edit(retailer, 'salesorder', id);
    removed.removeLine('item', 0);
    addLines(removed, 'item', [{ item: retailer.jacket, quantity: 1, price: '-1', rate: 1 }]);
    expect(() => removed.save()).toThrow(refusal('USER_ERROR', /cannot be removed/));
    const changed = edit(retailer, 'salesorder', id);
    changed.setSublistValue('item', 'item', 0, retailer.jacket);
    expect(() => changed.save()).toThrow(refusal('USER_ERROR', /item of line 1 cannot be changed/));
  });

  test('a location of another subsidiary and a customer of another subsidiary are refused', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    const other = create(account, 'subsidiary', { name: 'Canada' });
    const location = create(account, 'location', { name: 'Toronto', subsidiary: other });
    expect(() =>
      order(retailer, [{ item: retailer.shirt, price: '-1', rate: 1, location }]),
    ).toThrow(/Location Toronto is not valid/);
    expect(() =>
      order(retailer, [{ item: retailer.shirt, price: '-1', rate: 1 }], { subsidiary: other }),
    ).toThrow(
      `Transaction subsidiary ${other} is not valid for entity ${retailer.customer}. Please choose a different entity.`,
    );
  });

  test('the same external id twice is a duplicate, also on another transaction type', () => {
    const retailer = openRetailer();
    const line = { item: retailer.shirt, price: '-1', rate: 1 };
    order(retailer, [line], { externalid: 'x1' });
    expect(() => order(retailer, [line], { externalid: 'x1' })).toThrow(
      refusal('DUP_RCRD', /^This record already exists$/),
    );
    const session = set(retailer.account.records.create({ type: 'cashsale' }), {
      entity: retailer.customer,
      externalid: 'x1',
      location: retailer.warehouse,
    });
    addLines(session, 'item', [line]);
    expect(() => session.save()).toThrow(refusal('DUP_RCRD', /already exists/));
  });

  test('a record saved by someone else meanwhile is not overwritten', () => {
    const retailer = openRetailer();
    const id = simpleOrder(retailer);
    const [first, second] = [edit(retailer, 'salesorder', id), edit(retailer, 'salesorder', id)];
    set(first, { memo: 'first' }).save();
    expect(() => set(second, { memo: 'second' }).save()).toThrow(
      refusal('RCRD_HAS_BEEN_CHANGED', /changed/),
    );
    expect(stored(retailer.account, 'salesorder', id)['memo']).toBe('first');
  });

  test('an order with fulfillments cannot be deleted', () => {
    const retailer = openRetailer();
    const id = simpleOrder(retailer);
    const shipped = ship(retailer, id, { '1': { location: retailer.warehouse } });
    const remove = (): string => retailer.account.records.delete({ type: 'salesorder', id });
    expect(remove).toThrow(
      refusal(
        'THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS',
        /dependent records/,
      ),
    );
    retailer.account.records.delete({ type: 'itemfulfillment', id: shipped });
    expect(statusOf(retailer.account, 'salesorder', id)).toBe('Pending Fulfillment');
    expect(remove()).toBe(id);
  });
});

describe('item fulfillments', () => {
  test('exist by transform only', () => {
    const { records } = openRetailer().account;
    expect(() => records.create({ type: 'itemfulfillment' })).toThrow(
      refusal('INVALID_RCRD_INITIALIZE', /itemfulfillment/),
    );
    expect(() => records.create({ type: 'depositapplication' })).toThrow(
      refusal('INVALID_RCRD_INITIALIZE', /depositapplication/),
    );
  });

  test('have no lines added or removed', () => {
    const retailer = openRetailer();
    const session = fulfillment(retailer, simpleOrder(retailer));
    expect(() => {
      session.insertLine('item', 0);
    }).toThrow(refusal('SSS_INVALID_SUBLIST_OPERATION', /neither added nor removed/));
    expect(() => {
      session.removeLine('item', 0);
    }).toThrow(refusal('SSS_INVALID_SUBLIST_OPERATION', /neither added nor removed/));
  });

  test('start ticked with everything, and leave out what is unticked', () => {
    const retailer = openRetailer();
    const { shirt, jacket, charge, warehouse } = retailer;
    const id = order(retailer, [
      { item: shirt, quantity: 2, price: '-1', rate: 20, location: warehouse },
      { item: charge, quantity: 1, price: '-1', rate: 3 },
      { item: jacket, quantity: 1, price: '-1', rate: 90, location: warehouse },
    ]);
    const session = fulfillment(retailer, id);
    expect(
      [0, 1].map((at) => [
        session.getSublistValue('item', 'orderline', at),
        session.getSublistValue('item', 'itemreceive', at),
      ]),
    ).toEqual([
      ['1', true],
      ['3', true],
    ]);
    session.setSublistValue('item', 'itemreceive', 1, false);
    session.setValue('shipstatus', 'C');
    const shipped = edit(retailer, 'itemfulfillment', session.save());
    expect(shipped.getLineCount('item')).toBe(1);
    expect(fulfillment(retailer, id).getSublistValue('item', 'orderline', 0)).toBe('3');
  });

  test('refuse more than remains, more than is on hand, and a stocked item without location', () => {
    const retailer = openRetailer();
    const { account, shirt, store, warehouse } = retailer;
    const id = simpleOrder(retailer, 3);
    expect(() => ship(retailer, id, { '1': { quantity: 4, location: warehouse } })).toThrow(
      /exceeds what remains to be fulfilled by 1/,
    );
    expect(() => ship(retailer, id, { '1': { quantity: 3, location: store } })).toThrow(
      'You only have 2 of item SHIRT-M on hand at location Store 12. Please enter a different quantity.',
    );
    const loose = order(retailer, [{ item: shirt, quantity: 1, price: '-1', rate: 20 }]);
    expect(() => fulfillment(retailer, loose).save()).toThrow(
      'Please enter value(s) for: Location',
    );
    expect(account.records.list('itemfulfillment')).toEqual([]);
    expect(statusOf(account, 'salesorder', id)).toBe('Pending Fulfillment');
  });

  test('below zero is allowed where the account allows it', () => {
    const retailer = openRetailer({ allowNegativeInventory: true });
    const id = simpleOrder(retailer, 3);
    ship(retailer, id, { '1': { location: retailer.store } });
    expect(statusOf(retailer.account, 'salesorder', id)).toBe('Pending Billing');
  });

  test('picked and packed neither ship nor free the quantity; shipping cannot be undone', () => {
    const retailer = openRetailer();
    const id = simpleOrder(retailer, 1);
    const session = fulfillment(retailer, id);
    session.setValue('shipstatus', 'A');
    const picked = session.save();
    expect(statusOf(retailer.account, 'salesorder', id)).toBe('Pending Fulfillment');
    expect(() => fulfillment(retailer, id)).toThrow(/Nothing is left to fulfill/);
    set(edit(retailer, 'itemfulfillment', picked), { shipstatus: 'C' }).save();
    expect(statusOf(retailer.account, 'salesorder', id)).toBe('Pending Billing');
    const back = edit(retailer, 'itemfulfillment', picked);
    back.setValue('shipstatus', 'A');
    expect(() => back.save()).toThrow(/cannot go back/);
  });

  test('a billed shipment cannot be deleted', () => {
    const retailer = openRetailer();
    const id = simpleOrder(retailer, 1);
    const shipped = ship(retailer, id, { '1': { location: retailer.warehouse } });
    bill(retailer, id);
    expect(() => retailer.account.records.delete({ type: 'itemfulfillment', id: shipped })).toThrow(
      /exceeds what may be billed by 1/,
    );
  });
});

describe('invoices', () => {
  test('bill what is fulfilled and not yet billed, shipping and discount once', () => {
    const retailer = openRetailer();
    const { account, shirt, orderDiscount, lineDiscount, warehouse } = retailer;
    const id = order(
      retailer,
      [
        { item: shirt, quantity: 3, price: '-1', rate: 10, location: warehouse },
        { item: lineDiscount, price: '-1', rate: -1 },
      ],
      { shippingcost: 5, discountitem: orderDiscount, discountrate: -2 },
    );
    expect(() => bill(retailer, id)).toThrow(
      refusal('INVALID_INITIALIZE_REF', /Nothing is left to bill/),
    );
    ship(retailer, id, { '1': { quantity: 1, location: warehouse } });
    expect(stored(account, 'invoice', bill(retailer, id))).toMatchObject({
      subtotal: 9,
      total: 12,
    });
    expect(statusOf(account, 'salesorder', id)).toBe('Partially Fulfilled');
    ship(retailer, id, { '1': { quantity: 2, location: warehouse } });
    expect(stored(account, 'invoice', bill(retailer, id))).toMatchObject({
      subtotal: 20,
      total: 20,
      status: 'Open',
    });
    expect(statusOf(account, 'salesorder', id)).toBe('Billed');
  });

  test('more than fulfilled is refused, unless billing in advance is on', () => {
    const over = (retailer: Retailer): string => {
      const id = simpleOrder(retailer, 2);
      ship(retailer, id, { '1': { quantity: 1, location: retailer.warehouse } });
      const session = retailer.account.records.transform({
        fromType: 'salesorder',
        fromId: id,
        toType: 'invoice',
      });
      session.setSublistValue('item', 'quantity', 0, 2);
      return session.save();
    };
    expect(() => over(openRetailer())).toThrow(/exceeds what may be billed by 1/);
    expect(over(openRetailer({ invoiceInAdvanceOfFulfillment: true }))).not.toBe('');
  });

  test('split cents add up', () => {
    const retailer = openRetailer();
    const { account, shirt, warehouse } = retailer;
    const session = set(account.records.create({ type: 'salesorder' }), {
      entity: retailer.customer,
    });
    addLines(session, 'item', [
      { item: shirt, quantity: 3, price: '-1', amount: 10, location: warehouse },
    ]);
    const id = session.save();
    const totals = [1, 2, 3].map(() => {
      ship(retailer, id, { '1': { quantity: 1, location: warehouse } });
      return stored(account, 'invoice', bill(retailer, id))['total'];
    });
    expect(totals).toEqual([3.33, 3.34, 3.33]);
  });
});

describe('periods', () => {
  test('nothing posts into a closed period; orders may be dated there', () => {
    const retailer = openRetailer();
    const { account, shirt, store } = retailer;
    const [january, november] = [
      ['1/1/2026', '1/31/2026'],
      ['11/1/2026', '11/30/2026'],
    ].map(([startdate = '', enddate = ''], index) =>
      create(account, 'accountingperiod', { periodname: `P${index}`, startdate, enddate }),
    );
    set(edit(retailer, 'accountingperiod', january ?? ''), { closed: true }).save();
    const sale = (trandate: string): string => {
      const session = set(account.records.create({ type: 'cashsale' }), {
        entity: retailer.customer,
        location: store,
        trandate,
      });
      return addLines(session, 'item', [{ item: shirt, quantity: 1, price: '-1', rate: 5 }]).save();
    };
    expect(() => sale('1/15/2026')).toThrow(
      refusal('USER_ERROR', /^The transaction date is not within an open accounting period/),
    );
    const id = sale('11/30/2026');
    expect(stored(account, 'cashsale', id)['postingperiod']).toBe(november);
    expect(
      order(retailer, [{ item: shirt, price: '-1', rate: 5 }], { trandate: '1/15/2026' }),
    ).not.toBe('');
    set(edit(retailer, 'accountingperiod', november ?? ''), { closed: true }).save();
    expect(() => account.records.delete({ type: 'cashsale', id })).toThrow(
      /open accounting period/,
    );
  });
});
