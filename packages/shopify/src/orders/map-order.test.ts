import { describe, expect, test } from 'vitest';
import {
  fulfillmentOrder,
  line,
  money,
  newId,
  order,
  shippingLine,
  taxLine,
  transaction,
} from '../test/build-order.ts';
import { charges, mapped, outline } from '../test/mapped.ts';

const nodes = (...items: readonly unknown[]) => ({ nodes: items });

describe('ship groups', () => {
  test('units of one line carried out and shipped part, and their money adds up to the line', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00', quantity: 3, tax: '2.41' });
    const standard = shippingLine('8.00');
    const result = mapped(
      order('40.41', {
        lineItems: nodes(shirt),
        shippingLines: nodes(standard),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'RETAIL', status: 'CLOSED', units: [[shirt, 1, 0]] }),
          fulfillmentOrder({ method: 'SHIPPING', units: [[shirt, 2]], shippingLine: standard }),
        ),
        fulfillments: [
          {
            id: newId('Fulfillment'),
            status: 'SUCCESS',
            createdAt: '2026-11-23T10:00:01Z',
            fulfillmentLineItems: nodes({ quantity: 1, lineItem: { id: shirt.id } }),
          },
        ],
      }),
    );
    expect(outline(result)).toEqual({
      CARRY_OUT: ['SHIRT ×1 (1, 0)'],
      SHIP: ['SHIRT ×2 (0, 0)'],
    });
    expect(charges(result)).toEqual(['TAX 80', 'TAX 161', 'SHIPPING 800']);
    expect(result.problems).toEqual([]);
  });

  test('two fulfillment orders that ship alike are one group, named by the older one', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00' });
    const hat = line({ sku: 'HAT', price: '5.00' });
    const older = fulfillmentOrder({ method: 'SHIPPING', location: '2', units: [[hat, 1]] });
    const newer = fulfillmentOrder({ method: 'SHIPPING', location: '3', units: [[shirt, 1]] });
    const result = mapped(
      order('15.00', { lineItems: nodes(shirt, hat), fulfillmentOrders: nodes(newer, older) }),
    );
    expect(result.incoming.shipGroups.map((group) => group.key)).toEqual([
      older.id.split('/').at(-1),
    ]);
    expect(outline(result)).toEqual({ SHIP: ['SHIRT ×1 (0, 0)', 'HAT ×1 (0, 0)'] });
  });

  test('goods collected at two stores are two groups', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00', quantity: 2 });
    const result = mapped(
      order('20.00', {
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'PICK_UP', location: '2', units: [[shirt, 1]] }),
          fulfillmentOrder({ method: 'PICK_UP', location: '3', units: [[shirt, 1]] }),
        ),
      }),
    );
    expect(result.incoming.shipGroups.map((group) => group.locationId)).toEqual(['2', '3']);
  });

  test('after a cancelled fulfillment the old closed fulfillment order counts no units twice', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00', quantity: 2 });
    const closed = fulfillmentOrder({
      method: 'SHIPPING',
      status: 'CLOSED',
      units: [[shirt, 2, 0]],
    });
    const open = fulfillmentOrder({ method: 'SHIPPING', units: [[shirt, 2]] });
    const result = mapped(
      order('20.00', {
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(closed, open),
        fulfillments: [
          {
            id: newId('Fulfillment'),
            status: 'CANCELLED',
            fulfillmentLineItems: nodes({ quantity: 2, lineItem: { id: shirt.id } }),
          },
        ],
      }),
    );
    expect(outline(result)).toEqual({ SHIP: ['SHIRT ×2 (0, 0)'] });
    expect(result.incoming.shipGroups[0]?.key).toBe(closed.id.split('/').at(-1));
  });

  test('units removed before shipping are cancelled, units returned after it are not', () => {
    const extra = { currentQuantity: 1, unfulfilledQuantity: 1 };
    const shirt = line({ sku: 'SHIRT', price: '10.00', quantity: 3, extra });
    const result = mapped(
      order('30.00', {
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(fulfillmentOrder({ method: 'SHIPPING', units: [[shirt, 2, 1]] })),
        fulfillments: [
          {
            id: newId('Fulfillment'),
            status: 'SUCCESS',
            fulfillmentLineItems: nodes({ quantity: 1, lineItem: { id: shirt.id } }),
          },
        ],
        refunds: [
          {
            id: newId('Refund'),
            refundLineItems: nodes(
              { quantity: 1, restockType: 'CANCEL', lineItem: { id: shirt.id } },
              { quantity: 1, restockType: 'RETURN', lineItem: { id: shirt.id } },
            ),
          },
        ],
      }),
    );
    expect(outline(result)).toEqual({ SHIP: ['SHIRT ×3 (1, 1)'] });
  });

  test('a carry-out Shopify has not marked fulfilled is a carry-out', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00' });
    const result = mapped(
      order('10.00', {
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(fulfillmentOrder({ method: 'RETAIL', units: [[shirt, 1]] })),
      }),
    );
    expect(outline(result)).toEqual({ CARRY_OUT: ['SHIRT ×1 (0, 0)'] });
  });

  test('a shipped send sale stays a send sale', () => {
    const extra = { unfulfilledQuantity: 0 };
    const shirt = line({ sku: 'SHIRT', price: '10.00', extra });
    const result = mapped(
      order('10.00', {
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'SHIPPING', status: 'CLOSED', units: [[shirt, 1, 0]] }),
        ),
        fulfillments: [
          {
            id: newId('Fulfillment'),
            status: 'SUCCESS',
            fulfillmentLineItems: nodes({ quantity: 1, lineItem: { id: shirt.id } }),
          },
        ],
      }),
    );
    expect(outline(result)).toEqual({ SHIP: ['SHIRT ×1 (1, 0)'] });
  });

  test('a retail shipping line does not make a carry-out ship', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00' });
    const retail = shippingLine('0.00', { title: 'In store' });
    const result = mapped(
      order('10.00', {
        lineItems: nodes(shirt),
        shippingLines: nodes(retail),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'RETAIL', units: [[shirt, 1]], shippingLine: retail }),
        ),
      }),
    );
    expect(outline(result)).toEqual({ CARRY_OUT: ['SHIRT ×1 (0, 0)'] });
  });
});

describe('without delivery methods', () => {
  test('fulfillment orders that could not be read: an address and a shipping line mean shipping', () => {
    const result = mapped(
      order('18.00', {
        lineItems: nodes(line({ sku: 'SHIRT', price: '10.00' })),
        shippingLines: nodes(shippingLine('8.00')),
        fulfillmentOrders: null,
      }),
    );
    const [group] = result.incoming.shipGroups;
    expect(group?.delivery).toBe('SHIP');
    expect(group?.evidence).toMatchObject({
      rule: 'fallback-address-and-shipping-line',
      facts: { because: 'no-fulfillment-orders', shippingAddress: true, shippingLine: 'Standard' },
    });
  });

  test('no address: carried out, fulfilled or not', () => {
    const payload = order('10.00', {
      lineItems: nodes(line({ sku: 'SHIRT', price: '10.00' })),
      fulfillmentOrders: null,
      shippingAddress: null,
    });
    expect(outline(mapped(payload))).toEqual({ CARRY_OUT: ['SHIRT ×1 (0, 0)'] });
  });

  test('units handed over at the till are told from those that follow', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00', quantity: 3 });
    const fulfillment = {
      id: newId('Fulfillment'),
      status: 'SUCCESS',
      createdAt: '2026-11-23T10:00:01Z',
      location: { id: 'gid://shopify/Location/1' },
      trackingInfo: [],
      fulfillmentLineItems: nodes({ quantity: 1, lineItem: { id: shirt.id } }),
    };
    const payload = order('38.00', {
      lineItems: nodes({ ...shirt, unfulfilledQuantity: 2 }),
      shippingLines: nodes(shippingLine('8.00')),
      fulfillmentOrders: null,
      fulfillments: [fulfillment],
    });
    expect(outline(mapped(payload))).toEqual({
      CARRY_OUT: ['SHIRT ×1 (1, 0)'],
      SHIP: ['SHIRT ×2 (0, 0)'],
    });
    const tracked = { ...fulfillment, trackingInfo: [{ company: 'UPS', number: '1Z' }] };
    const shipped = { ...payload, fulfillments: [tracked] };
    expect(outline(mapped(shipped))).toEqual({ SHIP: ['SHIRT ×3 (1, 0)'] });
  });

  test('a method that is new to us is judged by the fallbacks and named', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00' });
    const result = mapped(
      order('10.00', {
        sourceName: 'web',
        attribution: null,
        app: null,
        retailLocation: null,
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(fulfillmentOrder({ method: 'DRONE', units: [[shirt, 1]] })),
      }),
    );
    expect(result.incoming.shipGroups[0]).toMatchObject({
      delivery: 'SHIP',
      evidence: { rule: 'fallback-needs-shipping', facts: { because: 'unknown-method:DRONE' } },
    });
  });
});

describe('money', () => {
  test('order and line discounts, each under its title and code', () => {
    const shirt = line({
      sku: 'SHIRT',
      price: '100.00',
      tax: '5.60',
      discounts: [
        [0, '10.00'],
        [1, '20.00'],
      ],
    });
    const result = mapped(
      order('75.60', {
        lineItems: nodes(shirt),
        discountApplications: nodes(
          {
            __typename: 'DiscountCodeApplication',
            index: 0,
            allocationMethod: 'ACROSS',
            targetSelection: 'ALL',
            targetType: 'LINE_ITEM',
            code: 'TEN',
          },
          {
            __typename: 'ManualDiscountApplication',
            index: 1,
            allocationMethod: 'EACH',
            targetSelection: 'EXPLICIT',
            targetType: 'LINE_ITEM',
            title: 'Damaged',
          },
        ),
        fulfillmentOrders: nodes(fulfillmentOrder({ method: 'RETAIL', units: [[shirt, 1]] })),
      }),
    );
    expect(result.incoming.shipGroups[0]?.lines[0]?.adjustments).toEqual([
      { kind: 'ORDER_DISCOUNT', amount: -1000, title: 'TEN', code: 'TEN', rate: null },
      { kind: 'LINE_DISCOUNT', amount: -2000, title: 'Damaged', code: null, rate: null },
      { kind: 'TAX', amount: 560, title: 'Sales tax', code: null, rate: '0.08' },
    ]);
  });

  test('taxes that prices include are no adjustments', () => {
    const shirt = line({ sku: 'SHIRT', price: '119.00', tax: '19.00' });
    const payload = order('119.00', { taxesIncluded: true, lineItems: nodes(shirt) });
    expect(charges(mapped(payload))).toEqual([]);
  });

  test('a discounted shipping line with tax, and one that was removed', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00' });
    const kept = shippingLine('12.00', {
      discountedPriceSet: money('9.00'),
      taxLines: [taxLine('0.72')],
    });
    const removed = shippingLine('5.00', { isRemoved: true });
    const parts = { lineItems: nodes(shirt), shippingLines: nodes(kept, removed) };
    const without = mapped(order('19.72', parts));
    expect(charges(without)).toEqual([
      'SHIPPING 1200',
      'SHIPPING_DISCOUNT -300',
      'SHIPPING_TAX 72',
    ]);
    expect(without.problems).toEqual([]);
    const counted = mapped(order('24.72', parts));
    expect(counted.incoming.total).toBe(1972);
    expect(counted.notes.join()).toContain('5.00 of removed shipping');
  });

  test('a tip is a charge, not a line, whether Shopify lists it among the lines or not', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00' });
    const tip = line({
      price: '2.00',
      extra: {
        variant: null,
        product: null,
        requiresShipping: false,
        nonFulfillableQuantity: 1,
        unfulfilledQuantity: 0,
      },
    });
    const totals = { totalTipReceivedSet: money('2.00') };
    const listed = mapped(order('12.00', { ...totals, lineItems: nodes(shirt, tip) }));
    const unlisted = mapped(order('12.00', { ...totals, lineItems: nodes(shirt) }));
    for (const result of [listed, unlisted]) {
      expect(charges(result)).toEqual(['TIP 200']);
      expect(result.incoming.shipGroups.flatMap((group) => group.lines)).toHaveLength(1);
      expect(result.problems).toEqual([]);
    }
  });

  test('duties with their tax belong to their line; additional fees to the order', () => {
    const duty = { id: newId('Duty'), price: money('3.00'), taxLines: [taxLine('0.30')] };
    const shirt = line({ sku: 'SHIRT', price: '10.00', extra: { duties: [duty] } });
    const fee = { id: newId('AdditionalFee'), name: 'Delivery fee', price: money('0.28') };
    const payload = order('13.58', { lineItems: nodes(shirt), additionalFees: [fee] });
    expect(charges(mapped(payload))).toEqual(['DUTY 300', 'TAX 30', 'DUTY 28']);
    const included = { ...payload, dutiesIncluded: true, totalPriceSet: money('10.28') };
    expect(charges(mapped(included))).toEqual(['DUTY 28']);
  });

  test('cash rounding is part of the order, and the payment is what was handed over', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.02' });
    const rounding = money('-0.02');
    const result = mapped(
      order('10.02', {
        lineItems: nodes(shirt),
        totalCashRoundingAdjustment: { paymentSet: rounding, refundSet: money('0.00') },
        transactions: [
          transaction('SALE', '10.02', { gateway: 'cash', amountRoundingSet: rounding }),
        ],
      }),
    );
    expect(result.incoming.total).toBe(1000);
    expect(charges(result)).toEqual(['ROUNDING -2']);
    expect(result.incoming.payments.map((one) => one.amount)).toEqual([1000]);
  });

  test('change given back is taken off the cash sale', () => {
    const sale = transaction('SALE', '20.00', { gateway: 'cash' });
    const change = transaction('CHANGE', '10.00', {
      gateway: 'cash',
      parentTransaction: { id: sale.id },
    });
    const result = mapped(
      order('10.00', {
        lineItems: nodes(line({ price: '10.00' })),
        transactions: [sale, change],
      }),
    );
    expect(result.incoming.payments.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['SALE', 1000],
    ]);
  });

  test('gift cards sold, custom sales and their flags survive', () => {
    const card = line({ price: '50.00', extra: { isGiftCard: true, requiresShipping: false } });
    const custom = line({ price: '5.00', extra: { variant: null, product: null } });
    const result = mapped(
      order('55.00', {
        lineItems: nodes(card, custom),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'NONE', units: [[card, 1]] }),
          fulfillmentOrder({ method: 'RETAIL', units: [[custom, 1]] }),
        ),
      }),
    );
    expect(
      result.incoming.shipGroups.map(({ delivery, lines }) => [
        delivery,
        lines[0]?.isGiftCard,
        lines[0]?.variantId === null,
      ]),
    ).toEqual([
      ['NONE', true, false],
      ['CARRY_OUT', false, true],
    ]);
  });

  test('parts that do not come to the total are refused, with both amounts', () => {
    const result = mapped(order('10.01', { lineItems: nodes(line({ price: '10.00' })) }));
    expect(result.problems).toEqual([
      {
        code: 'TOTAL_MISMATCH',
        severity: 'refuses',
        message: 'Order #2001: its parts come to 10.00 USD, Shopify states 10.01 USD.',
        path: 'totalPriceSet',
      },
    ]);
  });

  test("amounts converted one by one: the customer's add up, the shop's leave a stated rounding", () => {
    const euros = (shop: string, theirs: string) => money(shop, 'USD', [theirs, 'EUR']);
    const one = line({ price: '0.00', extra: { originalUnitPriceSet: euros('11.12', '10.00') } });
    const two = line({ price: '0.00', extra: { originalUnitPriceSet: euros('11.12', '10.00') } });
    const payload = {
      presentmentCurrencyCode: 'EUR',
      lineItems: nodes(one, two),
      totalPriceSet: euros('22.23', '20.00'),
    };
    const result = mapped(order('0.00', payload));
    expect(charges(result)).toEqual(['ROUNDING -1']);
    expect(result.problems).toEqual([]);
    const wrong = mapped(order('0.00', { ...payload, totalPriceSet: euros('22.23', '20.01') }));
    expect(wrong.problems.map(({ code }) => code)).toEqual(['TOTAL_MISMATCH']);
  });
});

describe('the sale', () => {
  test('selling store, register and receipt number stand apart from the ship-from', () => {
    const shirt = line({ price: '10.00' });
    const result = mapped(
      order('10.00', {
        staffMember: { id: 'gid://shopify/StaffMember/9', name: 'Ann' },
        lineItems: nodes(shirt),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'SHIPPING', location: '77', units: [[shirt, 1]] }),
        ),
      }),
    );
    expect(result.incoming.till).toEqual({
      locationId: '1',
      staffId: '9',
      staffName: 'Ann',
      deviceId: '37',
      receiptNumber: '22440',
    });
    expect(result.incoming.shipGroups[0]?.locationId).toBe('77');
  });

  test('a cancelled order cancels what has not left', () => {
    const shirt = line({ sku: 'SHIRT', price: '10.00', extra: { unfulfilledQuantity: 0 } });
    const result = mapped(
      order('10.00', {
        cancelledAt: '2026-11-23T11:00:00Z',
        cancelReason: 'CUSTOMER',
        lineItems: nodes({ ...shirt, currentQuantity: 0 }),
        fulfillmentOrders: nodes(
          fulfillmentOrder({ method: 'SHIPPING', status: 'CANCELLED', units: [[shirt, 0, 0]] }),
        ),
      }),
    );
    expect(outline(result)).toEqual({ SHIP: ['SHIRT ×1 (0, 1)'] });
    expect(result.incoming.cancelReason).toBe('CUSTOMER');
  });

  test.each([
    [{ sourceName: '580111', attribution: { handle: 'pos' } }, 'POS', 'attribution'],
    [{ sourceName: '1', attribution: null }, 'POS', 'app'],
    [{ sourceName: 'web', attribution: null, app: null }, 'WEB', 'source-name'],
    [
      { sourceName: 'shopify_draft_order', attribution: null, app: null },
      'POS',
      'draft-at-retail-location',
    ],
    [
      { sourceName: 'shopify_draft_order', attribution: null, app: null, retailLocation: null },
      'DRAFT',
      'source-name',
    ],
    [{ sourceName: '755357713', attribution: null, app: null }, 'UNKNOWN', 'unknown-source'],
  ])('%o is channel %s', (extra, channel, rule) => {
    const result = mapped(order('10.00', { lineItems: nodes(line({ price: '10.00' })), ...extra }));
    expect(result.incoming.channel).toBe(channel);
    expect(result.channel.evidence.rule).toBe(rule);
  });
});
