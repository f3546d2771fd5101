// What acceptOrder leaves in the tables: for each kind of order, and for each way one changes later.

import { testEngines } from '@sendsale/platform/testing';
import { defined } from '@sendsale/std';
import {
  buildAdjustment,
  buildGroup,
  buildLine,
  buildOrder,
  buildPayment,
  createTestDatabase,
  seedNetwork,
  T0,
  takeOrder,
} from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import type { IncomingOrder } from '@sendsale/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordItemIds } from '../catalog/record-item-ids.ts';
import { recordVariants } from '../catalog/record-variants.ts';
import { receiveMessage } from '../exchange/receive-message.ts';
import { writeFeedFile } from '../exchange/write-feed-file.ts';
import { saveFacility } from '../facilities/save-facility.ts';
import { saveMapping } from '../facilities/save-mapping.ts';
import { saveShop } from '../facilities/save-shop.ts';
import { acceptOrder } from './accept-order.ts';

const T1 = new Date('2026-11-23T11:00:00Z');

describe.each(testEngines())('acceptOrder on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, { stock: { NYC: { 'SKU-1': 10, 'SKU-2': 10 } } });
  });
  afterAll(async () => kit.close());

  const accept = async (incoming: IncomingOrder, at = T0): Promise<string> =>
    takeOrder(kit.db, incoming, at);
  const orderOf = async (id: string) =>
    kit.db.selectFrom('sales_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const itemsOf = async (id: string) =>
    kit.db.selectFrom('order_item').selectAll().where('order_id', '=', id).orderBy('seq').execute();
  const stepsOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('order_timeline')
      .select('step')
      .where('order_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map((row) => row.step);
  };
  const problemsOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('problem')
      .select(['code', 'subject'])
      .where('order_id', '=', id)
      .where('resolved_at', 'is', null)
      .orderBy('code')
      .execute();
    return rows.map((row) => `${row.code} ${row.subject.replaceAll(id, 'ORDER')}`);
  };
  const sharesOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('payment_share as s')
      .innerJoin('payment as p', 'p.id', 's.payment_id')
      .select(['p.kind', 's.posting_id', 's.amount_minor'])
      .where('p.order_id', '=', id)
      .orderBy('p.id')
      .orderBy('s.posting_id', 'desc')
      .execute();
    return rows.map((row) => [row.kind, row.posting_id.replace(id, ''), row.amount_minor]);
  };
  const onHand = async (facilityId: string, sku: string) => {
    const row = await kit.db
      .selectFrom('inventory as v')
      .innerJoin('product as p', 'p.id', 'v.product_id')
      .select('v.on_hand')
      .where('v.facility_id', '=', facilityId)
      .where('p.sku', '=', sku)
      .executeTakeFirstOrThrow();
    return row.on_hand;
  };
  /** What the parts in the tables come to: the order's total, always. */
  const sumOf = async (id: string) => {
    const items = await itemsOf(id);
    const adjustments = await kit.db
      .selectFrom('order_adjustment')
      .select('amount_minor')
      .where('order_id', '=', id)
      .execute();
    return (
      items.reduce((sum, item) => sum + item.unit_price_minor * item.quantity, 0) +
      adjustments.reduce((sum, row) => sum + row.amount_minor, 0)
    );
  };
  const book = async (orderId: string): Promise<void> => {
    await writeFeedFile(kit.db, {
      feed: 'sales-order',
      directory: 'salesorder/export',
      name: `${orderId}.csv`,
      content: Buffer.from(orderId),
      rows: [{ subject: orderId, revision: 1, orderId, externalId: null, line: 1 }],
      at: T0,
    });
  };

  test('a send sale is one sales order, one item a unit, nothing allocated', async () => {
    const lines = [
      buildLine({ quantity: 2, unitPrice: 1999, adjustments: [buildAdjustment('TAX', 355)] }),
    ];
    const incoming = buildOrder({ shipGroups: [buildGroup({ lines })] });
    const id = await accept(incoming);
    expect(await orderOf(id)).toMatchObject({
      status: 'CREATED',
      channel: 'POS',
      total_minor: 4353,
      selling_facility_id: 'NYC',
      revision: 1,
    });
    expect(await itemsOf(id)).toMatchObject([
      { seq: '00001', quantity: 1, status: 'CREATED', facility_id: null, queue: null },
      { seq: '00002', quantity: 1, status: 'CREATED', posting_id: id },
    ]);
    const lineRows = await kit.db
      .selectFrom('posting_line')
      .select(['key', 'kind'])
      .where('posting_id', '=', id)
      .orderBy('key')
      .execute();
    expect(lineRows).toEqual([
      { key: '00001', kind: 'ITEM' },
      { key: '00002', kind: 'ITEM' },
      { key: 'TAX', kind: 'TAX' },
    ]);
    expect(await sumOf(id)).toBe(4353);
    expect(await sharesOf(id)).toEqual([['SALE', '', 4353]]);
    expect(await stepsOf(id)).toEqual(['downloaded']);
    expect(await problemsOf(id)).toEqual([]);
    const group = await kit.db
      .selectFrom('ship_group')
      .selectAll()
      .where('order_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(group).toMatchObject({ delivery: 'SHIP', shipping_method: 'STANDARD' });
  });

  test('a carry-out order is completed at once, takes the stock, and is a cash sale', async () => {
    const before = await onHand('NYC', 'SKU-1');
    const group = buildGroup({ delivery: 'CARRY_OUT', lines: [buildLine({ quantity: 3 })] });
    const id = await accept(buildOrder({ shipGroups: [group], shipTo: null }));
    expect(await orderOf(id)).toMatchObject({ status: 'COMPLETED' });
    expect(await itemsOf(id)).toMatchObject([
      { seq: '00001', quantity: 3, status: 'COMPLETED', facility_id: 'NYC', posting_id: `${id}-C` },
    ]);
    expect(await onHand('NYC', 'SKU-1')).toBe(before - 3);
  });

  test('a mixed order is split to the cent: the cash sale is paid first', async () => {
    const shipGroups = [
      buildGroup({
        delivery: 'CARRY_OUT',
        lines: [buildLine({ unitPrice: 3333, adjustments: [buildAdjustment('TAX', 296)] })],
      }),
      buildGroup({
        lines: [buildLine({ sku: 'SKU-2', unitPrice: 5000 })],
        adjustments: [buildAdjustment('SHIPPING', 995)],
      }),
    ];
    const payments = [
      buildPayment({ key: '900001', amount: 5000, gateway: 'gift_card' }),
      buildPayment({ key: '900002', amount: 4624 }),
    ];
    const incoming = buildOrder({ shipGroups, payments });
    const id = await accept(incoming);
    expect(await orderOf(id)).toMatchObject({ status: 'CREATED', total_minor: 9624 });
    expect(await sharesOf(id)).toEqual([
      ['SALE', '-C', 3629],
      ['SALE', '', 1371],
      ['SALE', '', 4624],
    ]);
    const items = await itemsOf(id);
    expect(items.map((item) => [item.posting_id.replace(id, ''), item.status])).toEqual([
      ['-C', 'COMPLETED'],
      ['', 'CREATED'],
    ]);
  });

  test('the same download again changes nothing', async () => {
    const incoming = buildOrder();
    const id = await accept(incoming);
    const later = { ...incoming, updatedAt: new Date('2026-11-23T10:30:00Z') };
    const again = await acceptOrder(kit.db, { incoming: later, messageId: null, at: T1 });
    expect(again).toEqual({ ok: true, value: { orderId: id, kind: 'UNCHANGED' } });
    expect(await orderOf(id)).toMatchObject({ revision: 1, updated_at: incoming.updatedAt });
    expect(await stepsOf(id)).toEqual(['downloaded']);
  });

  test('an older version that arrives late changes nothing', async () => {
    const incoming = buildOrder({ note: 'new', updatedAt: T1 });
    const id = await accept(incoming);
    const older = { ...incoming, note: 'old', updatedAt: T0 };
    const again = await acceptOrder(kit.db, { incoming: older, messageId: null, at: T1 });
    expect(again).toEqual({ ok: true, value: { orderId: id, kind: 'UNCHANGED' } });
    expect(await orderOf(id)).toMatchObject({ note: 'new' });
  });

  test('parts that do not add up are refused; the message is kept; the right order resolves it', async () => {
    const right = buildOrder();
    const wrong = { ...right, total: right.total + 1 };
    const body = { source: 'shopify', topic: 'orders', shopId: 'shop', subject: right.shopifyId };
    const { messageId } = await receiveMessage(kit.db, { ...body, body: 'wrong', at: T0 });
    const result = await acceptOrder(kit.db, { incoming: wrong, messageId, at: T0 });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'TOTAL_MISMATCH', subject: `shop/${right.shopifyId}` },
    });
    const message = kit.db.selectFrom('message').selectAll().where('id', '=', messageId);
    expect(await message.executeTakeFirst()).toMatchObject({ state: 'REFUSED', body: 'wrong' });
    const problem = kit.db
      .selectFrom('problem')
      .select(['resolved_at'])
      .where('subject', '=', `shop/${right.shopifyId}`);
    expect(await problem.execute()).toEqual([{ resolved_at: null }]);
    await accept(right, T1);
    expect(await problem.execute()).toEqual([{ resolved_at: T1 }]);
  });

  test('an order of a shop that is not set up is refused', async () => {
    const incoming = buildOrder({ shopId: 'nowhere' });
    const result = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    expect(result).toMatchObject({ ok: false, error: { code: 'SHOP_UNKNOWN' } });
  });

  test('an anonymous order waits for the shop’s anonymous customer', async () => {
    const id = await accept(buildOrder({ customer: null }));
    expect(await problemsOf(id)).toEqual(['CUSTOMER_MISSING ORDER']);
    await saveShop(kit.db, {
      id: 'shop',
      name: 'Shop',
      domain: 'shop.example',
      currency: 'USD',
      timeZone: 'America/New_York',
      netsuiteSubsidiaryId: '1',
      anonymousCustomer: { name: 'Walk-in', netsuiteId: '77' },
      at: T1,
    });
    expect(await problemsOf(id)).toEqual([]);
    const { customer_id: customerId } = await orderOf(id);
    expect(customerId).not.toBeNull();
    const next = await accept(buildOrder({ customer: null }), T1);
    expect(await orderOf(next)).toMatchObject({ customer_id: customerId });
    expect(await stepsOf(next)).toEqual(['downloaded', 'customer id received']);
  });

  test('an unmapped shipping title is a problem until the mapping is saved', async () => {
    const group = buildGroup({ shippingTitle: 'Free Expedited' });
    const id = await accept(buildOrder({ shipGroups: [group] }));
    expect(await problemsOf(id)).toEqual(['SHIPPING_METHOD_UNMAPPED ORDER']);
    const mapping = { kind: 'SHIPPING_METHOD', key: 'Free Expedited', value: 'EXPRESS' } as const;
    await saveMapping(kit.db, { ...mapping, at: T1 });
    expect(await problemsOf(id)).toEqual([]);
    const saved = await kit.db
      .selectFrom('ship_group')
      .select('shipping_method')
      .where('order_id', '=', id)
      .execute();
    expect(saved).toEqual([{ shipping_method: 'EXPRESS' }]);
  });

  test('an unknown product heals in two steps: the variant arrives, then the NetSuite item', async () => {
    const line = buildLine({ sku: 'SKU-NEW' });
    const id = await accept(buildOrder({ shipGroups: [buildGroup({ lines: [line] })] }));
    expect(await problemsOf(id)).toEqual(['PRODUCT_UNKNOWN ORDER/SKU-NEW']);
    const variant = {
      variantId: 'V-SKU-NEW',
      inventoryItemId: null,
      sku: 'SKU-NEW',
      title: 'New',
      weightGrams: 0,
      requiresShipping: true,
      isGiftCard: false,
    };
    await recordVariants(kit.db, { shopId: 'shop', variants: [variant], at: T1 });
    expect(await problemsOf(id)).toEqual(['ITEM_NOT_IN_NETSUITE ORDER/SKU-NEW']);
    const items = [{ sku: 'SKU-NEW', netsuiteItemId: '999' }];
    const recorded = await recordItemIds(kit.db, { items, via: 'products.csv', at: T1 });
    expect(recorded).toEqual({ recorded: 1, unknown: [], resolved: 1 });
    expect(await problemsOf(id)).toEqual([]);
    const [item] = await itemsOf(id);
    expect(item?.product_id).not.toBeNull();
  });

  test('a till at an unknown location is a problem until a facility has it', async () => {
    const till = {
      locationId: 'L9',
      staffId: null,
      staffName: null,
      deviceId: null,
      receiptNumber: null,
    };
    const group = buildGroup({ delivery: 'CARRY_OUT' });
    const id = await accept(buildOrder({ till, shipGroups: [group] }));
    expect(await problemsOf(id)).toEqual(['SELLING_FACILITY_UNKNOWN ORDER-C']);
    const chicago = await kit.db
      .selectFrom('facility')
      .selectAll()
      .where('id', '=', 'CHI')
      .executeTakeFirstOrThrow();
    await saveFacility(kit.db, {
      id: 'CHI',
      name: 'Chicago',
      kind: 'STORE',
      fulfilledBy: 'OMS',
      shipsOrders: true,
      latitude: chicago.latitude,
      longitude: chicago.longitude,
      timeZone: 'America/Chicago',
      address: chicago.address,
      ordersPerDay: null,
      safetyStock: 0,
      netsuiteLocationId: 'NS-CHI',
      netsuiteDepartmentId: null,
      shopifyLocations: [{ shopId: 'shop', locationId: 'L9' }],
      at: T1,
    });
    expect(await problemsOf(id)).toEqual([]);
    expect(await orderOf(id)).toMatchObject({ selling_facility_id: 'CHI' });
  });

  test('a re-classified order nothing was done with is laid out anew', async () => {
    const before = await onHand('NYC', 'SKU-1');
    const carried = buildOrder({ shipGroups: [buildGroup({ delivery: 'CARRY_OUT' })] });
    const id = await accept(carried);
    expect(await onHand('NYC', 'SKU-1')).toBe(before - 1);
    const shipped = { ...carried, shipGroups: [buildGroup({})], updatedAt: T1 };
    await accept(shipped, T1);
    expect(await orderOf(id)).toMatchObject({ status: 'CREATED', revision: 2 });
    expect(await itemsOf(id)).toMatchObject([{ status: 'CREATED', posting_id: id }]);
    expect(await sharesOf(id)).toEqual([['SALE', '', 10_000]]);
    expect(await onHand('NYC', 'SKU-1')).toBe(before);
    expect(await stepsOf(id)).toEqual(['downloaded', 'revised']);
  });

  test('a booked order follows a later capture and keeps the shares it had', async () => {
    const authorized = buildPayment({ key: '71', kind: 'AUTHORIZATION', amount: 10_000 });
    const incoming = buildOrder({ payments: [authorized] });
    const id = await accept(incoming);
    expect(await sharesOf(id)).toEqual([]);
    await book(id);
    const capture = buildPayment({
      key: '72',
      kind: 'CAPTURE',
      parentTransactionId: '71',
      amount: 10_000,
    });
    await accept({ ...incoming, payments: [authorized, capture], updatedAt: T1 }, T1);
    expect(await sharesOf(id)).toEqual([['CAPTURE', '', 10_000]]);
    expect(await orderOf(id)).toMatchObject({ status: 'CREATED', revision: 2 });
  });

  test('a pending sale gets its share when it succeeds', async () => {
    const pending = buildPayment({ key: '81', status: 'PENDING', amount: 10_000 });
    const incoming = buildOrder({ payments: [pending] });
    const id = await accept(incoming);
    await book(id);
    const done = { ...pending, status: 'SUCCESS' } as const;
    await accept({ ...incoming, payments: [done], updatedAt: T1 }, T1);
    expect(await sharesOf(id)).toEqual([['SALE', '', 10_000]]);
  });

  test('a booked order that is cancelled and refunded ends cancelled, its money given back', async () => {
    const incoming = buildOrder();
    const id = await accept(incoming);
    await book(id);
    const [sale] = incoming.payments;
    const refund = buildPayment({
      key: '95',
      kind: 'REFUND',
      parentTransactionId: defined(sale, 'There is a sale.').shopifyTransactionId,
      amount: 10_000,
    });
    const cancelled = {
      ...incoming,
      cancelledAt: T1,
      cancelReason: 'CUSTOMER',
      payments: [...incoming.payments, refund],
      updatedAt: T1,
    };
    await accept(cancelled, T1);
    expect(await orderOf(id)).toMatchObject({ status: 'CANCELLED', cancel_reason: 'CUSTOMER' });
    expect(await itemsOf(id)).toMatchObject([{ status: 'CANCELLED', queue: null }]);
    expect(await sharesOf(id)).toEqual([
      ['SALE', '', 10_000],
      ['REFUND', '', 10_000],
    ]);
    expect(await stepsOf(id)).toEqual(['downloaded', 'revised', 'cancelled', 'refunded']);
  });

  test('units removed by an edit are cancelled one by one, the total of the booked lines stays', async () => {
    const group = buildGroup({ lines: [buildLine({ quantity: 3 })] });
    const incoming = buildOrder({ shipGroups: [group] });
    const id = await accept(incoming);
    await book(id);
    const fewer = buildGroup({ lines: [buildLine({ quantity: 3, cancelledQuantity: 1 })] });
    await accept({ ...incoming, shipGroups: [fewer], updatedAt: T1 }, T1);
    const items = await itemsOf(id);
    expect(items.map((item) => item.status)).toEqual(['CREATED', 'CREATED', 'CANCELLED']);
    expect(await orderOf(id)).toMatchObject({ status: 'CREATED', total_minor: 30_000 });
    expect(await problemsOf(id)).toEqual([]);
    expect(await stepsOf(id)).toEqual(['downloaded', 'revised', 'items cancelled']);
  });

  test('a buyer that is hidden later stays the buyer', async () => {
    const incoming = buildOrder();
    const id = await accept(incoming);
    const { customer_id: customerId } = await orderOf(id);
    await accept({ ...incoming, customer: null, updatedAt: T1 }, T1);
    expect(await orderOf(id)).toMatchObject({ customer_id: customerId, revision: 2 });
  });

  test('units somebody else fulfilled hold the order', async () => {
    const group = buildGroup({ lines: [buildLine({ fulfilledQuantity: 1 })] });
    const id = await accept(buildOrder({ shipGroups: [group] }));
    expect(await orderOf(id)).toMatchObject({ status: 'HOLD' });
    expect(await problemsOf(id)).toEqual(['FULFILLED_OUTSIDE ORDER']);
  });

  test('the same new order twice at once is stored once', async () => {
    const incoming = buildOrder();
    const results = await Promise.all(
      [1, 2, 3].map(async () => acceptOrder(kit.db, { incoming, messageId: null, at: T0 })),
    );
    const kinds = results.map((result) => (result.ok ? result.value.kind : 'REFUSED')).sort();
    expect(kinds).toEqual(['NEW', 'UNCHANGED', 'UNCHANGED']);
  });
});
