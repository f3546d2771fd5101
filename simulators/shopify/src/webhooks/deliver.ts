// Sends webhooks: the body is fixed when the thing happens, signed with the app's secret, and tried up
// to nine times within four hours; a subscription whose nine tries all failed is dropped.
import { createHash, createHmac } from 'node:crypto';
import type { Subscription } from '../state/model.ts';
import { legacyId } from '../state/gid.ts';
import type { Shop, ShopEvent } from '../state/shop.ts';
import { orderBody } from './order-body.ts';

const TOPICS: Readonly<Record<ShopEvent['topic'], string>> = {
  'orders/create': 'ORDERS_CREATE',
  'orders/updated': 'ORDERS_UPDATED',
  'orders/cancelled': 'ORDERS_CANCELLED',
  'fulfillments/create': 'FULFILLMENTS_CREATE',
};
/** Pauses before the second try, the third, …: four hours in all. */
const PAUSES_MS = [10, 30, 60, 300, 900, 1800, 3600, 7200].map((seconds) => seconds * 1000);
const TIMEOUT_MS = 5000;

export interface Delivery {
  readonly topic: string;
  readonly uri: string;
  readonly webhookId: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  attempts: number;
  /** The last HTTP status, 0 when there was no answer. */
  status: number | null;
}

export interface Webhooks {
  readonly deliveries: readonly Delivery[];
  readonly stop: () => void;
}

const KEPT_DELIVERIES = 1000;

/** Listens to the shop and delivers until stopped. */
export function startWebhooks(shop: Shop, apiVersion: string): Webhooks {
  const deliveries: Delivery[] = [];
  const stopping = new AbortController();
  let count = 0;
  shop.listeners.push((event) => {
    const topic = TOPICS[event.topic];
    for (const subscription of shop.state.subscriptions.filter((s) => s.topic === topic)) {
      const delivery = deliveryOf(shop, { event, subscription, apiVersion, number: ++count });
      deliveries.push(delivery);
      if (deliveries.length > KEPT_DELIVERIES) deliveries.shift();
      void deliver(shop, { delivery, subscription, signal: stopping.signal });
    }
  });
  return { deliveries, stop: () => stopping.abort() };
}

function deliveryOf(
  shop: Shop,
  what: { event: ShopEvent; subscription: Subscription; apiVersion: string; number: number },
): Delivery {
  const { event, subscription } = what;
  const order = shop.orders.get(event.orderId);
  const body = JSON.stringify(order ? bodyOf(shop, event) : {});
  const webhookId = idFrom([subscription.id, event.topic, String(what.number)]);
  return {
    topic: event.topic,
    uri: subscription.uri,
    webhookId,
    body,
    attempts: 0,
    status: null,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': event.topic,
      'x-shopify-hmac-sha256': sign(shop.seed.app.clientSecret, body),
      'x-shopify-shop-domain': shop.seed.shop.domain,
      'x-shopify-api-version': what.apiVersion,
      'x-shopify-webhook-id': webhookId,
      'x-shopify-event-id': idFrom([event.orderId, order?.updatedAt ?? '']),
      'x-shopify-triggered-at': shop.clock.now().toISOString(),
      ...(subscription.name === null ? {} : { 'x-shopify-name': subscription.name }),
      'x-shopify-test': String(order?.test ?? false),
      'x-shopify-order-id': legacyId(event.orderId),
    },
  };
}

function bodyOf(shop: Shop, event: ShopEvent): unknown {
  const order = shop.orders.get(event.orderId);
  if (order === undefined) return {};
  const whole = orderBody(shop, order);
  if (event.fulfillmentId === undefined) return whole;
  const index = order.fulfillments.findIndex((f) => f.id === event.fulfillmentId);
  const fulfillments: unknown = whole['fulfillments'];
  return Array.isArray(fulfillments) ? fulfillments[index] : {};
}

/** The HMAC a receiver checks: base64 of HMAC-SHA256 over the raw body. */
export function sign(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('base64');
}

function idFrom(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

async function deliver(
  shop: Shop,
  what: { delivery: Delivery; subscription: Subscription; signal: AbortSignal },
): Promise<void> {
  const { delivery, subscription, signal } = what;
  for (const pause of [0, ...PAUSES_MS]) {
    if (pause > 0) await shop.clock.sleep(pause);
    if (signal.aborted) return;
    delivery.attempts += 1;
    delivery.status = await post(delivery, signal);
    if (delivery.status >= 200 && delivery.status < 300) return;
  }
  const index = shop.state.subscriptions.indexOf(subscription);
  if (index !== -1) shop.state.subscriptions.splice(index, 1);
}

async function post(delivery: Delivery, signal: AbortSignal): Promise<number> {
  try {
    const response = await fetch(delivery.uri, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
