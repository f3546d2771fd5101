// The tills and the web shop: ringing orders up and cancelling them, and reading what Shopify says of them.

import type { CartInput } from '@sendsale/simulator-shopify';
import { formatMinor } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyBook } from '../result/result.ts';
import { CUSTOMERS } from '../retailer/people.ts';
import { PLACES } from '../retailer/places.ts';
import { SHOP } from '../retailer/shop-seed.ts';
import type { Scenario, ScenarioPayment } from '../scenarios/scenario.ts';
import { callJson } from './call-json.ts';

const Rung = z.object({ legacyId: z.string(), name: z.string() });
export type Rung = z.infer<typeof Rung>;

const OrderState = z.object({
  legacyId: z.string(),
  total: z.string(),
  currency: z.string(),
  fulfillmentStatus: z.string(),
});

const TOPICS = ['ORDERS_CREATE', 'ORDERS_UPDATED', 'ORDERS_CANCELLED'];

/** Has Shopify tell the address of every order that is made or changes. */
export async function subscribe(baseUrl: string, uri: string): Promise<void> {
  for (const topic of TOPICS) await callJson(`${baseUrl}/control/webhooks`, { topic, uri });
}

/** Rings the scenario up. @returns Shopify's legacy id and the name on the receipt */
export async function ringUp(baseUrl: string, scenario: Scenario): Promise<Rung> {
  return Rung.parse(await callJson(`${baseUrl}/till/orders`, cart(scenario)));
}

/** The customer changes their mind: the whole order is cancelled and the money given back. */
export async function cancelAtTill(baseUrl: string, shopifyId: string): Promise<void> {
  await callJson(`${baseUrl}/till/orders/${shopifyId}/cancel`, { reason: 'CUSTOMER' });
}

/** What Shopify says of its orders, by legacy id. */
export async function shopifyBooks(baseUrl: string): Promise<Map<string, ShopifyBook>> {
  const orders = OrderState.array().parse(await callJson(`${baseUrl}/control/orders`));
  return new Map(orders.map(({ legacyId, ...book }) => [legacyId, book]));
}

function cart(scenario: Scenario): CartInput {
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

function homeAddress(
  customer: (typeof CUSTOMERS)[number],
): NonNullable<CartInput['shippingAddress']> {
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    address1: customer.street,
    city: customer.city,
    provinceCode: customer.region,
    zip: customer.zip,
    phone: customer.phone,
    latitude: customer.latitude,
    longitude: customer.longitude,
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
