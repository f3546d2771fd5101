// Sends webhooks: the body is fixed when the thing happens, signed with the app's secret, and tried up
// to nine times within four hours; a subscription is dropped once its eight retries have all failed.
import { createHash, createHmac } from 'node:crypto';
import type { Subscription } from '../state/model.ts';
import { legacyId } from '../state/gid.ts';
import type { Shop, ShopEvent } from '../state/shop.ts';
import { bodyOf } from './bodies.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import { passesFilter, pickFields } from './pick.ts';
import { enumOf } from './topics.ts';
import { createTroubles } from './troubles.ts';
import type { Fate, TroubleQueue } from './troubles.ts';

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
  /** True when a trouble swallowed it. */
  lost: boolean;
}

export interface Webhooks {
  readonly deliveries: readonly Delivery[];
  readonly troubles: TroubleQueue;
  /** Signs and sends one that nobody subscribed to. */
  readonly sendOnce: (wanted: { topic: string; uri: string; body: unknown }) => void;
  readonly stop: () => void;
}

const KEPT_DELIVERIES = 1000;

/** Carries one delivery to its address. @returns the HTTP status, 0 when there was no answer */
export type Carry = (delivery: Delivery, signal: AbortSignal) => Promise<number>;

interface Sender {
  readonly shop: Shop;
  readonly carry: Carry;
  readonly lane: Lane;
  readonly signal: AbortSignal;
}

/** Listens to the shop and delivers until stopped. */
export function startWebhooks(shop: Shop, apiVersion: string, carry: Carry = post): Webhooks {
  const deliveries: Delivery[] = [];
  const stopping = new AbortController();
  const troubles = createTroubles();
  const sender: Sender = { shop, carry, lane: createLane(), signal: stopping.signal };
  let held: (() => void)[] = [];
  let count = 0;
  const dispatch = (delivery: Delivery, subscription: Subscription): void => {
    const fate = troubles.next(enumOf(delivery.topic));
    delivery.lost = fate.isLost;
    if (fate.isLost) return;
    const send = (): void => sendAll(sender, { delivery, subscription, fate });
    if (!fate.isHeld) {
      send();
      return;
    }
    held.push(send);
    if (troubles.left().reverse !== undefined) return;
    const waiting = held.reverse();
    held = [];
    for (const release of waiting) release();
  };
  shop.listeners.push((event) => {
    const topic = enumOf(event.topic);
    const subscribed = shop.state.subscriptions.filter((s) => s.topic === topic);
    if (subscribed.length === 0) return;
    const whole = bodyOf(shop, event);
    for (const subscription of subscribed) {
      if (!passesFilter(whole, subscription.filter)) continue;
      const body = JSON.stringify(pickFields(whole, subscription.includeFields));
      const call = { event, subscription, apiVersion, number: ++count, body };
      const delivery = deliveryOf(shop, call);
      deliveries.push(delivery);
      if (deliveries.length > KEPT_DELIVERIES) deliveries.shift();
      dispatch(delivery, subscription);
    }
  });
  const sendOnce: Webhooks['sendOnce'] = ({ topic, uri, body }) => {
    const subscription: Subscription = {
      id: 'gid://shopify/WebhookSubscription/0',
      topic: enumOf(topic),
      uri,
      name: null,
      filter: null,
      includeFields: [],
      createdAt: shop.state.openedAt,
    };
    const event: ShopEvent = { topic, orderId: null, body };
    const number = ++count;
    const text = JSON.stringify(body);
    const call = { event, subscription, apiVersion, number, body: text };
    const delivery = deliveryOf(shop, call);
    deliveries.push(delivery);
    dispatch(delivery, subscription);
  };
  return { deliveries, troubles, sendOnce, stop: () => stopping.abort() };
}

function sendAll(
  sender: Sender,
  what: { delivery: Delivery; subscription: Subscription; fate: Fate },
): void {
  void deliver(sender, what);
  if (what.fate.isDouble) void deliver(sender, what);
}

function deliveryOf(
  shop: Shop,
  what: {
    event: ShopEvent;
    subscription: Subscription;
    apiVersion: string;
    number: number;
    body: string;
  },
): Delivery {
  const { event, subscription, body } = what;
  const order = event.orderId === null ? undefined : shop.orders.get(event.orderId);
  const webhookId = idFrom([subscription.id, event.topic, String(what.number)]);
  // One action of the merchant has one event id, whatever the topics it is told under.
  const action = order?.updatedAt ?? `${event.topic} ${what.number}`;
  return {
    topic: event.topic,
    uri: subscription.uri,
    webhookId,
    body,
    attempts: 0,
    status: null,
    lost: false,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': event.topic,
      'x-shopify-hmac-sha256': sign(shop.seed.app.clientSecret, body),
      'x-shopify-shop-domain': shop.seed.shop.domain,
      'x-shopify-api-version': what.apiVersion,
      'x-shopify-webhook-id': webhookId,
      'x-shopify-event-id': idFrom([event.orderId ?? event.subject ?? '', action]),
      'x-shopify-triggered-at': shop.clock.now().toISOString(),
      ...(subscription.name === null ? {} : { 'x-shopify-name': subscription.name }),
      ...(event.orderId === null
        ? {}
        : {
            'x-shopify-test': String(order?.test ?? false),
            'x-shopify-order-id': legacyId(event.orderId),
          }),
    },
  };
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
  sender: Sender,
  what: { delivery: Delivery; subscription: Subscription; fate: Fate },
): Promise<void> {
  const { shop, signal } = sender;
  const { delivery, subscription } = what;
  for (const pause of [what.fate.lateMs, ...PAUSES_MS]) {
    if (pause > 0) await shop.clock.sleep(pause);
    if (signal.aborted) return;
    const status = await sender.lane(async () => sender.carry(delivery, signal));
    delivery.attempts += 1;
    delivery.status = status;
    if (status >= 200 && status < 300) return;
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
