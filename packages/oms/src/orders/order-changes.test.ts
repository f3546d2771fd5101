// What edits, exchanges, refunds and returns leave in the tables once an order is booked.

import { testEngines } from '@sendsale/platform/testing';
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
import type { IncomingOrder, IncomingRefund, IncomingRefundLine } from '@sendsale/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFeedFile } from '../exchange/write-feed-file.ts';

const T1 = new Date('2026-11-23T11:00:00Z');
const T2 = new Date('2026-11-23T12:00:00Z');

describe.each(testEngines())('changes of a booked order on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeAll(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, { stock: { NYC: { 'SKU-1': 10, 'SKU-2': 10 } } });
  });
  afterAll(async () => kit.close());

  const accept = async (incoming: IncomingOrder, at = T0): Promise<string> =>
    takeOrder(kit.db, incoming, at);
  /** The order is accepted, and NetSuite was sent it. */
  const booked = async (incoming: IncomingOrder): Promise<string> => {
    const orderId = await accept(incoming);
    await writeFeedFile(kit.db, {
      feed: 'sales-order',
      directory: 'salesorder/export',
      name: `${orderId}.csv`,
      content: Buffer.from(orderId),
      rows: [{ subject: orderId, revision: 1, orderId, externalId: null, line: 1 }],
      at: T0,
    });
    return orderId;
  };
  const orderOf = async (id: string) =>
    kit.db
      .selectFrom('sales_order')
      .select(['status', 'total_minor'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const itemsOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('order_item')
      .select(['seq', 'posting_id', 'sku', 'quantity', 'status'])
      .where('order_id', '=', id)
      .orderBy('seq')
      .execute();
    return rows.map((row) =>
      [row.seq, row.posting_id.replace(id, 'M'), row.sku, row.quantity, row.status].join(' '),
    );
  };
  const sumOf = async (id: string): Promise<number> => {
    const items = await kit.db
      .selectFrom('order_item')
      .select(['unit_price_minor', 'quantity'])
      .where('order_id', '=', id)
      .execute();
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
  const changesOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('order_change')
      .select(['key', 'kind', 'consequence'])
      .where('order_id', '=', id)
      .orderBy('id')
      .execute();
    return rows;
  };
  const returnsOf = async (id: string) =>
    kit.db
      .selectFrom('order_return as r')
      .innerJoin('order_return_item as i', 'i.return_id', 'r.id')
      .select([
        'r.key',
        'r.posting_id',
        'i.item_seq',
        'i.quantity',
        'i.restocked',
        'i.facility_id',
        'i.goods_minor',
        'i.tax_minor',
      ])
      .where('r.order_id', '=', id)
      .orderBy('r.id')
      .orderBy('i.item_seq')
      .execute();
  const stepsOf = async (id: string) => {
    const rows = await kit.db
      .selectFrom('order_timeline')
      .select('step')
      .where('order_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map((row) => row.step);
  };
  const onHand = async (sku: string): Promise<number> => {
    const row = await kit.db
      .selectFrom('inventory as v')
      .innerJoin('product as p', 'p.id', 'v.product_id')
      .select('v.on_hand')
      .where('v.facility_id', '=', 'NYC')
      .where('p.sku', '=', sku)
      .executeTakeFirstOrThrow();
    return row.on_hand;
  };

  test('a line added by an edit is booked beside the order, and both come to the new total', async () => {
    const incoming = buildOrder();
    const id = await booked(incoming);
    const added = buildLine({ sku: 'SKU-2', adjustments: [buildAdjustment('TAX', 888)] });
    const shipGroups = [buildGroup({ lines: [buildLine({}), added] })];
    const payments = [
      ...incoming.payments,
      buildPayment({ key: `${incoming.shopifyId}2`, amount: 10_888, processedAt: T1 }),
    ];
    const agreements = [
      { shopifyId: '9', kind: 'EDIT', happenedAt: T1, shopifyReturnId: null } as const,
    ];
    const edited = { ...incoming, shipGroups, payments, agreements, total: 20_888, updatedAt: T1 };
    await accept(edited, T1);
    expect(await itemsOf(id)).toEqual(['00001 M SKU-1 1 CREATED', '00002 M-E1 SKU-2 1 CREATED']);
    expect(await orderOf(id)).toEqual({ status: 'CREATED', total_minor: 20_888 });
    expect(await sumOf(id)).toBe(20_888);
    expect(await changesOf(id)).toEqual([
      {
        key: 'edit/9',
        kind: 'EDIT',
        consequence: {
          cancelSeqs: [],
          addedSeqs: ['00002'],
          supplements: [`${id}-E1`],
          returnIds: [],
        },
      },
    ]);
    const posting = await kit.db
      .selectFrom('posting')
      .select(['external_id', 'kind', 'supplement'])
      .where('id', '=', `${id}-E1`)
      .executeTakeFirstOrThrow();
    expect(posting).toEqual({
      external_id: `${incoming.shopifyId}-E1`,
      kind: 'SALES_ORDER',
      supplement: 1,
    });
    const shares = await kit.db
      .selectFrom('payment_share')
      .select(['posting_id', 'amount_minor'])
      .where('posting_id', 'in', [id, `${id}-E1`])
      .orderBy('posting_id')
      .execute();
    expect(shares.map((row) => row.amount_minor)).toEqual([10_000, 10_888]);
    await accept({ ...edited, note: 'again', updatedAt: T2 }, T2);
    expect(await itemsOf(id)).toHaveLength(2);
    expect((await stepsOf(id)).filter((step) => step === 'edited')).toHaveLength(1);
  });

  test('a carry-out that comes back is a return of its cash sale, and the unit is on the shelf again', async () => {
    const shipGroups = [
      buildGroup({
        delivery: 'CARRY_OUT',
        locationId: 'L1',
        lines: [
          buildLine({ sku: 'SKU-2', quantity: 3, adjustments: [buildAdjustment('TAX', 300)] }),
        ],
      }),
    ];
    const before = await onHand('SKU-2');
    const incoming = buildOrder({ shipGroups });
    const id = await booked(incoming);
    expect(await onHand('SKU-2')).toBe(before - 3);
    const line = buildRefundLine({ shopifyLineId: 'line-SKU-2', quantity: 2, locationId: 'L1' });
    const refunds = [
      buildRefund({ lines: [{ ...line, subtotal: 20_000, tax: 200 }], happenedAt: T1 }),
    ];
    const payments = [
      ...incoming.payments,
      buildPayment({ key: `${incoming.shopifyId}3`, kind: 'REFUND', amount: 20_200 }),
    ];
    await accept({ ...incoming, refunds, payments, updatedAt: T1 }, T1);
    expect(await returnsOf(id)).toEqual([
      {
        key: `refund/${refunds[0]?.shopifyRefundId}`,
        posting_id: `${id}-C`,
        item_seq: '00001',
        quantity: 2,
        restocked: true,
        facility_id: 'NYC',
        goods_minor: 20_000,
        tax_minor: 200,
      },
    ]);
    expect(await onHand('SKU-2')).toBe(before - 1);
    expect(await stepsOf(id)).toEqual(expect.arrayContaining(['returned', 'refunded']));
    await accept({ ...incoming, refunds, payments, note: 'again', updatedAt: T2 }, T2);
    expect(await returnsOf(id)).toHaveLength(1);
    expect(await onHand('SKU-2')).toBe(before - 1);
  });

  test('an exchange at the till returns one thing and sells another on the same order', async () => {
    const carried = (skus: readonly string[]) => [
      buildGroup({
        delivery: 'CARRY_OUT',
        locationId: 'L1',
        lines: skus.map((sku) => buildLine({ sku })),
      }),
    ];
    const incoming = buildOrder({ shipGroups: carried(['SKU-1']) });
    const id = await booked(incoming);
    const refunds = [
      buildRefund({
        happenedAt: T1,
        lines: [buildRefundLine({ shopifyLineId: 'line-SKU-1', quantity: 1, subtotal: 10_000 })],
      }),
    ];
    const agreements = [
      { shopifyId: '12', kind: 'EDIT', happenedAt: T1, shopifyReturnId: null } as const,
    ];
    const shipGroups = carried(['SKU-1', 'SKU-2']);
    const changed = { ...incoming, shipGroups, refunds, agreements, total: 20_000, updatedAt: T1 };
    await accept(changed, T1);
    expect(await itemsOf(id)).toEqual([
      '00001 M-C SKU-1 1 COMPLETED',
      '00002 M-C-E1 SKU-2 1 COMPLETED',
    ]);
    expect(await returnsOf(id)).toMatchObject([{ posting_id: `${id}-C`, item_seq: '00001' }]);
    expect((await changesOf(id)).map((row) => row.kind).sort()).toEqual(['EDIT', 'EXCHANGE']);
    expect(await orderOf(id)).toEqual({ status: 'COMPLETED', total_minor: 20_000 });
  });

  test('one of two units cancelled before it left is closed and is no return', async () => {
    const two = (cancelledQuantity: number) => [
      buildGroup({ lines: [buildLine({ quantity: 2, cancelledQuantity })] }),
    ];
    const incoming = buildOrder({ shipGroups: two(0) });
    const id = await booked(incoming);
    const lines = [
      buildRefundLine({ shopifyLineId: 'line-SKU-1', quantity: 1, restockType: 'CANCEL' }),
    ];
    const refunds = [buildRefund({ lines, happenedAt: T1 })];
    await accept({ ...incoming, shipGroups: two(1), refunds, updatedAt: T1 }, T1);
    expect(await itemsOf(id)).toEqual(['00001 M SKU-1 1 CREATED', '00002 M SKU-1 1 CANCELLED']);
    expect(await returnsOf(id)).toEqual([]);
    expect(await changesOf(id)).toMatchObject([
      { kind: 'CANCEL', consequence: { cancelSeqs: ['00002'] } },
    ]);
  });

  test('the unit given up bears the odd cent of tax that Shopify gave back, though another has it and has left', async () => {
    const two = (cancelledQuantity: number) => {
      const adjustments = [buildAdjustment('TAX', 61)];
      return [buildGroup({ lines: [buildLine({ quantity: 2, cancelledQuantity, adjustments })] })];
    };
    const incoming = buildOrder({ shipGroups: two(0) });
    const id = await booked(incoming);
    const taxes = async () => {
      const rows = await kit.db
        .selectFrom('order_adjustment')
        .select(['item_seq', 'amount_minor'])
        .where('order_id', '=', id)
        .orderBy('item_seq')
        .execute();
      return rows.map((row) => `${row.item_seq} ${row.amount_minor}`);
    };
    expect(await taxes()).toEqual(['00001 31', '00002 30']);
    await kit.db
      .updateTable('order_item')
      .set({ status: 'COMPLETED', queue: null })
      .where('order_id', '=', id)
      .where('seq', '=', '00001')
      .execute();
    const line = buildRefundLine({
      shopifyLineId: 'line-SKU-1',
      quantity: 1,
      restockType: 'CANCEL',
    });
    const refunds = [buildRefund({ lines: [line], happenedAt: T1 })];
    const standing = (incoming.total - 61) / 2 + 30;
    const revised = { ...incoming, shipGroups: two(1), refunds, standing, updatedAt: T1 };
    await accept(revised, T1);
    expect(await itemsOf(id)).toEqual(['00001 M SKU-1 1 COMPLETED', '00002 M SKU-1 1 CANCELLED']);
    expect(await taxes()).toEqual(['00001 30', '00002 31']);
    await accept({ ...revised, updatedAt: T2 }, T2);
    expect(await taxes()).toEqual(['00001 30', '00002 31']);
  });

  test('money given back without goods is a refund and nothing else', async () => {
    const incoming = buildOrder();
    const id = await booked(incoming);
    const refunds = [buildRefund({ lines: [], shipping: 500, happenedAt: T1 })];
    await accept({ ...incoming, refunds, updatedAt: T1 }, T1);
    expect(await changesOf(id)).toMatchObject([{ kind: 'REFUND', consequence: { returnIds: [] } }]);
    expect(await itemsOf(id)).toEqual(['00001 M SKU-1 1 CREATED']);
  });

  test('money for a carry-out that came back leaves the cash sale, not the sales order of the rest', async () => {
    const groups = [
      buildGroup({ key: 'ship', lines: [buildLine({ unitPrice: 5000 })] }),
      buildGroup({
        key: 'carry',
        delivery: 'CARRY_OUT',
        lines: [buildLine({ sku: 'SKU-2', unitPrice: 2000, fulfilledQuantity: 1 })],
      }),
    ];
    const order = buildOrder({ shipGroups: groups });
    const id = await accept(order);
    const [sale] = order.payments;
    const key = `${order.shopifyId}9`;
    const refund = buildPayment({
      key,
      kind: 'REFUND',
      amount: 2000,
      parentTransactionId: sale?.shopifyTransactionId ?? null,
    });
    const line = { shopifyLineId: 'line-SKU-2', quantity: 1, restockType: 'RETURN' } as const;
    await accept(
      {
        ...order,
        updatedAt: T1,
        payments: [...order.payments, refund],
        refunds: [
          {
            shopifyRefundId: '1',
            shopifyReturnId: null,
            happenedAt: T1,
            note: null,
            lines: [{ ...line, restocked: true, locationId: 'L1', subtotal: 2000, tax: 0 }],
            shipping: 0,
            difference: 0,
            transactionIds: [key],
          },
        ],
      },
      T1,
    );
    const shares = await kit.db
      .selectFrom('payment_share as s')
      .innerJoin('payment as p', 'p.id', 's.payment_id')
      .select(['s.posting_id', 's.amount_minor'])
      .where('p.shopify_transaction_id', '=', key)
      .execute();
    expect(shares).toEqual([{ posting_id: `${id}-C`, amount_minor: 2000 }]);
  });
});

let refundCount = 0;

function buildRefund(parts: Partial<IncomingRefund>): IncomingRefund {
  refundCount += 1;
  return {
    shopifyRefundId: String(900 + refundCount),
    shopifyReturnId: null,
    happenedAt: T0,
    note: null,
    lines: [],
    shipping: 0,
    difference: 0,
    transactionIds: [],
    ...parts,
  };
}

function buildRefundLine(
  parts: Partial<IncomingRefundLine> & { readonly shopifyLineId: string },
): IncomingRefundLine {
  return {
    quantity: 1,
    restockType: 'RETURN',
    restocked: true,
    locationId: 'L1',
    subtotal: 0,
    tax: 0,
    ...parts,
  };
}
