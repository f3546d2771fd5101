// Cancels and refunds: money goes back to the payments it came from, units to the stock they left.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BEACH, openTestShop, STORE, WAREHOUSE } from '../test/fixture-shop.ts';
import type { TestShop } from '../test/fixture-shop.ts';
import { operation } from '../test/operations.ts';
import { strangeToShopify } from '../test/real-schema.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(async () => shop.close());

const SHIPPED = {
  locationId: STORE,
  staffId: '8001',
  shippingAddress: BEACH,
  lines: [{ sku: '210-001-G', quantity: 2, delivery: 'SHIP' as const }],
  shipping: { title: 'Standard', price: '8.00' },
  payments: [
    { method: 'GIFT_CARD' as const, amount: '50.00' },
    { method: 'CARD' as const, amount: 'rest' as const },
  ],
};

describe('orderCancel', () => {
  test('gives back stock and every payment, and says so in a job', async () => {
    const order = await shop.ring(SHIPPED);
    shop.clock.advance(60_000);
    const { data } = await shop.ask(operation('CancelOrder'), {
      id: order.id,
      reason: 'CUSTOMER',
      restock: true,
      refundMethod: { originalPaymentMethodsRefund: true },
    });
    expect(data?.['orderCancel']).toMatchObject({
      job: { done: false },
      orderCancelUserErrors: [],
    });
    const { body } = await shop.send('GET', `/control/orders/${order.legacyId}`);
    expect(body).toMatchObject({
      cancelledAt: '2026-06-12T20:15:09Z',
      financialStatus: 'REFUNDED',
      total: '137.30',
      currentTotal: '0.00',
      refunded: '137.30',
      outstanding: '0.00',
      fulfillmentOrders: [{ status: 'CLOSED', lines: [{ total: 0, remaining: 0 }] }],
      refunds: [
        { lines: [{ quantity: 2, restockType: 'CANCEL', subtotal: '120.00', tax: '9.30' }] },
      ],
    });
    const refunds = (body as typeof order).transactions.filter((t) => t.kind === 'REFUND');
    expect(refunds.map((t) => [t.gateway, t.amount])).toEqual([
      ['gift_card', '50.00'],
      ['shopify_payments', '87.30'],
    ]);
    const levels = (await shop.send('GET', '/control/stock')).body as Record<string, unknown>[];
    const level = levels.find((l) => l['sku'] === '210-001-G' && l['locationId'] === WAREHOUSE);
    expect(level).toMatchObject({ available: 50, committed: 0, on_hand: 50 });
    const detail = await shop.ask(operation('OrderDetail'), { id: order.id });
    expect(strangeToShopify(operation('OrderDetail'), detail.data)).toEqual([]);
  });

  test('voids a card that was only authorized', async () => {
    const order = await shop.ring({
      ...SHIPPED,
      payments: [{ method: 'CARD', amount: 'rest', capture: false }],
    });
    expect(order.financialStatus).toBe('AUTHORIZED');
    const { body } = await shop.send('POST', `/till/orders/${order.legacyId}/cancel`, {});
    expect(body).toMatchObject({ financialStatus: 'VOIDED', refunded: '0.00' });
  });

  test('is refused the second time, and when goods have left', async () => {
    const order = await shop.ring(SHIPPED);
    await shop.send('POST', `/till/orders/${order.legacyId}/cancel`, {});
    const again = await shop.ask(operation('CancelOrder'), {
      id: order.id,
      reason: 'OTHER',
      restock: true,
    });
    expect(again.data?.['orderCancel']).toMatchObject({
      job: null,
      orderCancelUserErrors: [{ code: 'INVALID', field: ['orderId'] }],
    });
    const gone = await shop.ring({ locationId: STORE, lines: [{ sku: '210-001-G' }] });
    const refused = await shop.send('POST', `/till/orders/${gone.legacyId}/cancel`, {});
    expect(refused.status).toBe(422);
    const unknown = await shop.ask(operation('CancelOrder'), {
      id: 'gid://shopify/Order/1',
      reason: 'OTHER',
      restock: true,
    });
    expect(unknown.data?.['orderCancel']).toMatchObject({
      orderCancelUserErrors: [{ code: 'NOT_FOUND' }],
    });
  });
});

describe('a refund at the till', () => {
  test('unit by unit adds up to the line, to the cent', async () => {
    const order = await shop.ring({
      locationId: STORE,
      lines: [{ sku: '210-001-G', quantity: 3, discount: { amount: '10.00' } }],
    });
    expect(order).toMatchObject({ subtotal: '170.00', tax: '13.18', total: '183.18' });
    for (let unit = 0; unit < 3; unit += 1) {
      await shop.send('POST', `/till/orders/${order.legacyId}/refund`, {
        lines: [{ line: 0, quantity: 1 }],
      });
    }
    const { body } = await shop.send('GET', `/control/orders/${order.legacyId}`);
    expect(body).toMatchObject({
      currentTotal: '0.00',
      refunded: '183.18',
      financialStatus: 'REFUNDED',
    });
    const more = { lines: [{ line: 0, quantity: 1 }] };
    expect((await shop.send('POST', `/till/orders/${order.legacyId}/refund`, more)).status).toBe(
      422,
    );
  });
});
