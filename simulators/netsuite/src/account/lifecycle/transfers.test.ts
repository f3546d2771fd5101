// Goods between locations and from vendors: transfer orders with their three line numbers, purchase orders, transfers.

import { beforeEach, expect, test } from 'vitest';
import {
  column,
  create,
  found,
  openRetailer,
  set,
  statusOf,
  addLines,
  stored,
  term,
} from '../testing/retailer.ts';
import type { Retailer } from '../testing/retailer.ts';

let retailer: Retailer;
beforeEach(() => {
  retailer = openRetailer();
});

function transferOf(lines: ReadonlyArray<{ item: string; quantity: number }>): string {
  const session = retailer.account.records.create({ type: 'transferorder' });
  set(session, { location: retailer.warehouse, transferlocation: retailer.store });
  return addLines(session, 'item', lines).save();
}

function shipTransfer(fromId: string, quantities: Readonly<Record<string, number>> = {}): string {
  const session = retailer.account.records.transform({
    fromType: 'transferorder',
    fromId,
    toType: 'itemfulfillment',
  });
  session.setValue('shipstatus', 'C');
  const isAll = Object.keys(quantities).length === 0;
  for (let at = 0; at < session.getLineCount('item'); at += 1) {
    const quantity = quantities[String(session.getSublistValue('item', 'orderline', at))];
    session.setSublistValue('item', 'itemreceive', at, isAll || quantity !== undefined);
    if (quantity !== undefined) session.setSublistValue('item', 'quantity', at, quantity);
  }
  return session.save();
}

function receive(fromId: string, itemfulfillment?: string): string {
  const { records } = retailer.account;
  const defaultValues = itemfulfillment === undefined ? {} : { itemfulfillment };
  return records
    .transform({ fromType: 'transferorder', fromId, toType: 'itemreceipt', defaultValues })
    .save();
}

function onHand(item: string, location: string): string | undefined {
  const rows = found(retailer.account, {
    type: 'item',
    filters: [
      term('internalid', 'anyof', item),
      'AND',
      term('inventorylocation', 'anyof', location),
    ],
    columns: [column('locationquantityonhand')],
  });
  return rows[0]?.[0];
}

function lineIds(type: string, id: string): unknown[] {
  const record = retailer.account.records.list(type).find((each) => each.id === id);
  return (record?.sublists['item'] ?? []).map(
    (line) => line[type === 'transferorder' ? 'line' : 'orderline'],
  );
}

test('each line of a transfer order takes three numbers; goods leave when shipped and arrive when received', () => {
  const { account, shirt, jacket, store, warehouse } = retailer;
  const order = transferOf([
    { item: shirt, quantity: 4 },
    { item: jacket, quantity: 1 },
  ]);
  expect(lineIds('transferorder', order)).toEqual(['1', '4']);
  expect(statusOf(account, 'transferorder', order)).toBe('Pending Fulfillment');
  const first = shipTransfer(order, { '2': 3 });
  expect(lineIds('itemfulfillment', first)).toEqual(['2']);
  expect([onHand(shirt, warehouse), onHand(shirt, store)]).toEqual(['7', '2']);
  expect(statusOf(account, 'transferorder', order)).toBe('Pending Receipt/Partially Fulfilled');
  const receipt = receive(order, first);
  expect(lineIds('itemreceipt', receipt)).toEqual(['3']);
  expect(onHand(shirt, store)).toBe('5');
  expect(statusOf(account, 'transferorder', order)).toBe('Partially Fulfilled');
  shipTransfer(order);
  expect(statusOf(account, 'transferorder', order)).toBe('Pending Receipt');
  receive(order);
  expect(statusOf(account, 'transferorder', order)).toBe('Received');
  expect([onHand(shirt, store), onHand(jacket, store)]).toEqual(['6', '1']);
  account.records.delete({ type: 'itemreceipt', id: receipt });
  expect(onHand(shirt, store)).toBe('3');
  expect(statusOf(account, 'transferorder', order)).toBe('Pending Receipt');
});

test('stock is committed to a transfer at the location it leaves', () => {
  const { account, jacket } = retailer;
  const order = transferOf([{ item: jacket, quantity: 7 }]);
  const rows = found(account, {
    type: 'transaction',
    filters: [
      term('internalid', 'anyof', order),
      'AND',
      term('transferorderitemline', 'isempty'),
      'AND',
      term('mainline', 'is', 'F'),
      'AND',
      term('transferorderquantityshipped', 'isnotempty'),
    ],
    columns: [
      column('line'),
      column('quantity'),
      column('quantitycommitted'),
      column('quantitybackordered'),
    ],
  });
  expect(rows).toEqual([['1', '-7', '5', '2']]);
});

test('a search shows three rows a line; the one that names its line number leaves from the source', () => {
  const { account, shirt, warehouse, store } = retailer;
  const order = transferOf([{ item: shirt, quantity: 2 }]);
  shipTransfer(order);
  const columns = [
    'line',
    'transferorderitemline',
    'location',
    'quantity',
    'transferorderquantityshipped',
    'transferorderquantityreceived',
  ];
  const rows = found(account, {
    type: 'transferorder',
    filters: [term('internalid', 'anyof', order), 'AND', term('mainline', 'is', 'F')],
    columns: columns.map((name) => column(name)),
  });
  expect(rows).toEqual([
    ['1', '', warehouse, '-2', '2', '0'],
    ['2', '1', warehouse, '-2', '', ''],
    ['3', '', store, '2', '', ''],
  ]);
});

test.each([
  [
    'nothing is shipped',
    () => receive(transferOf([{ item: retailer.shirt, quantity: 1 }])),
    /^You can not initialize itemreceipt:/,
  ],
  [
    'a fulfillment is received twice',
    () => {
      const order = transferOf([{ item: retailer.shirt, quantity: 1 }]);
      const shipped = shipTransfer(order);
      receive(order, shipped);
      receive(order, shipped);
    },
    /^You can not initialize itemreceipt:/,
  ],
  [
    'more is received than was shipped',
    () => {
      const order = transferOf([{ item: retailer.shirt, quantity: 2 }]);
      shipTransfer(order, { '2': 1 });
      const session = retailer.account.records.transform({
        fromType: 'transferorder',
        fromId: order,
        toType: 'itemreceipt',
      });
      session.setSublistValue('item', 'quantity', 0, 2);
      session.save();
    },
    /received with 1 more than was shipped/,
  ],
  [
    'more is shipped than was ordered',
    () => {
      shipTransfer(transferOf([{ item: retailer.shirt, quantity: 1 }]), { '2': 2 });
    },
    /exceeds what remains to be fulfilled/,
  ],
  [
    'a fulfillment that was received is deleted',
    () => {
      const order = transferOf([{ item: retailer.shirt, quantity: 1 }]);
      const shipped = shipTransfer(order);
      receive(order, shipped);
      retailer.account.records.delete({ type: 'itemfulfillment', id: shipped });
    },
    /dependent records/,
  ],
  [
    'both locations are one',
    () => {
      const session = retailer.account.records.create({ type: 'transferorder' });
      set(session, { location: retailer.store, transferlocation: retailer.store });
      addLines(session, 'item', [{ item: retailer.shirt, quantity: 1 }]).save();
    },
    /must be different/,
  ],
])('it is refused that %s', (_case, work, message) => {
  expect(work).toThrow(message);
});

test('a transfer order whose lines are closed is closed, and wants no stock', () => {
  const order = transferOf([{ item: retailer.jacket, quantity: 5 }]);
  const session = retailer.account.records.load({ type: 'transferorder', id: order });
  session.setSublistValue('item', 'isclosed', 0, true);
  session.save();
  expect(statusOf(retailer.account, 'transferorder', order)).toBe('Closed');
  expect(() => shipTransfer(order)).toThrow(/can not initialize itemfulfillment/i);
});

test('a purchase order is received in parts, each into its own location', () => {
  const { account, shirt, store } = retailer;
  const vendor = create(account, 'vendor', {
    companyname: 'Mill',
    subsidiary: '1',
    entityid: 'MILL',
  });
  const session = set(account.records.create({ type: 'purchaseorder' }), {
    entity: vendor,
    location: store,
  });
  const id = addLines(session, 'item', [{ item: shirt, quantity: 5, rate: 8 }]).save();
  expect(stored(account, 'purchaseorder', id)['total']).toBe(40);
  const part = account.records.transform({
    fromType: 'purchaseorder',
    fromId: id,
    toType: 'itemreceipt',
  });
  expect(part.getSublistValue('item', 'orderline', 0)).toBe('1');
  part.setSublistValue('item', 'quantity', 0, 2);
  part.save();
  expect(onHand(shirt, store)).toBe('4');
  expect(statusOf(account, 'purchaseorder', id)).toBe('Pending Billing/Partially Received');
  account.records
    .transform({ fromType: 'purchaseorder', fromId: id, toType: 'itemreceipt' })
    .save();
  expect(statusOf(account, 'purchaseorder', id)).toBe('Pending Bill');
  expect(() =>
    account.records.transform({ fromType: 'purchaseorder', fromId: id, toType: 'itemreceipt' }),
  ).toThrow(/Nothing is left/);
  const customerAsVendor = set(account.records.create({ type: 'purchaseorder' }), {
    entity: retailer.customer,
  });
  expect(() => addLines(customerAsVendor, 'item', [{ item: shirt, quantity: 1 }]).save()).toThrow(
    /Invalid entity reference key/,
  );
});

test('an inventory transfer moves stock at once and back when it is deleted', () => {
  const { account, jacket, store, warehouse } = retailer;
  const transfer = (quantity: number): string => {
    const session = set(account.records.create({ type: 'inventorytransfer' }), {
      location: warehouse,
      transferlocation: store,
    });
    return addLines(session, 'inventory', [{ item: jacket, adjustqtyby: quantity }]).save();
  };
  const id = transfer(3);
  expect([onHand(jacket, warehouse), onHand(jacket, store)]).toEqual(['2', '3']);
  expect(() => transfer(3)).toThrow(/You only have 2/);
  expect(() => transfer(-1)).toThrow(/Qty. to Transfer/);
  const rows = found(account, {
    type: 'inventorytransfer',
    filters: [term('mainline', 'is', 'F')],
    columns: ['item', 'location', 'quantity'].map((name) => column(name)),
  });
  expect(rows).toEqual([
    [jacket, warehouse, '-3'],
    [jacket, store, '3'],
  ]);
  account.records.delete({ type: 'inventorytransfer', id });
  expect([onHand(jacket, warehouse), onHand(jacket, store)]).toEqual(['5', '0']);
});
