// The tills and the web shop: ringing orders up and cancelling them, and reading what Shopify says of them.

import type { CartInput } from '@sendsale/simulator-shopify';
import { formatMinor, parseMinor, sumMinor } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyBook } from '../result/result.ts';
import { CUSTOMERS, homeAddress } from '../retailer/people.ts';
import { PLACES } from '../retailer/places.ts';
import { SHOP } from '../retailer/shop-seed.ts';
import type { ChangeAction } from '../scenarios/random-change.ts';
import type { Scenario, ScenarioPayment } from '../scenarios/scenario.ts';
import { callJson } from './call-json.ts';

const Rung = z.object({ legacyId: z.string(), name: z.string() });
export type Rung = z.infer<typeof Rung>;

const OrderState = z.object({
  legacyId: z.string(),
  total: z.string(),
  currentTotal: z.string(),
  received: z.string(),
  refunded: z.string(),
  transactions: z.array(z.object({ kind: z.string(), status: z.string(), rounding: z.string() })),
  currency: z.string(),
  fulfillmentStatus: z.string(),
});

const TOPICS = ['ORDERS_CREATE', 'ORDERS_UPDATED', 'ORDERS_CANCELLED'];

/** Has Shopify tell the address of every order that is made or changes. */
export async function subscribe(baseUrl: string, uri: string): Promise<void> {
  for (const topic of TOPICS) await callJson(`${baseUrl}/control/webhooks`, { topic, uri });
}

/** Rings a cart up. @returns Shopify's legacy id and the name on the receipt */
export async function ringUp(baseUrl: string, cart: CartInput): Promise<Rung> {
  return Rung.parse(await callJson(`${baseUrl}/till/orders`, cart));
}

/** Does at the till what happens to an order afterwards. */
export async function changeAtTill(
  baseUrl: string,
  shopifyId: string,
  { kind, ...change }: ChangeAction,
): Promise<void> {
  await callJson(`${baseUrl}/till/orders/${shopifyId}/${kind}`, change);
}

/** The customer changes their mind: the whole order is cancelled and the money given back. */
export async function cancelAtTill(baseUrl: string, shopifyId: string): Promise<void> {
  await callJson(`${baseUrl}/till/orders/${shopifyId}/cancel`, { reason: 'CUSTOMER' });
}

/** What Shopify says of its orders, by legacy id. */
export async function shopifyBooks(baseUrl: string): Promise<Map<string, ShopifyBook>> {
  const orders = OrderState.array().parse(await callJson(`${baseUrl}/control/orders`));
  return new Map(orders.map((order) => [order.legacyId, bookOf(order)]));
}

function bookOf(order: z.output<typeof OrderState>): ShopifyBook {
  const { total, currency, fulfillmentStatus } = order;
  const minor = (text: string): number => parseMinor(text, currency) ?? Number.NaN;
  const rounding = (isRefund: boolean): number =>
    sumMinor(
      order.transactions
        .filter(({ kind, status }) => status === 'SUCCESS' && (kind === 'REFUND') === isRefund)
        .map((one) => minor(one.rounding)),
    );
  // Cash is what was really paid: the order comes to as much more or less.
  const stands = minor(order.currentTotal) + rounding(false) - rounding(true);
  return { total, currency, fulfillmentStatus, stands: formatMinor(stands, currency) };
}

/** The cart of a sample scenario. */
export function scenarioCart(scenario: Scenario): CartInput {
  const customer = CUSTOMERS.find(({ id }) => id === scenario.customerId);
  const store = PLACES.find(({ id }) => id === scenario.placeId);
  const ships = scenario.lines.some(({ delivery }) => delivery === 'SHIP');
  return {
    channel: store === undefined ? 'WEB' : 'POS',
    ...(store === undefined ? {} : { locationId: store.shopifyLocationId }),
    ...(scenario.associateId === null ? {} : { staffId: scenario.associateId }),
    customer: customer === undefined ? null : { id: customer.id },
    ...(ships && customer !== undefined ? { shippingAddress: homeAddress(customer) } : {}),
    lines: scenario.lines.map(({ sku, quantity, delivery, discountMinor }) => ({
      sku,
      quantity,
      delivery,
      ...(discountMinor === 0 ? {} : { discount: { amount: money(discountMinor) } }),
    })),
    ...(scenario.shipping === null
      ? {}
      : {
          shipping: { title: scenario.shipping.title, price: money(scenario.shipping.priceMinor) },
        }),
    discounts:
      scenario.orderDiscount === null
        ? []
        : [
            {
              kind: 'CODE',
              title: scenario.orderDiscount.code,
              percentage: scenario.orderDiscount.percent,
            },
          ],
    payments: scenario.payments.map(payment),
  };
}

function payment({
  gateway,
  amountMinor,
}: ScenarioPayment): NonNullable<CartInput['payments']>[number] {
  const methods = { shopify_payments: 'CARD', gift_card: 'GIFT_CARD', cash: 'CASH' } as const;
  return { method: methods[gateway], amount: amountMinor === 'rest' ? 'rest' : money(amountMinor) };
}

function money(amountMinor: number): string {
  return formatMinor(amountMinor, SHOP.currency);
}
