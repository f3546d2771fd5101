// Where the shop sends webhooks. Shopify takes https addresses only; the simulator also takes the
// loopback, because that is where it and its clients live.
import type { Subscription } from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

/** Why an address is refused, or null. */
export function addressProblem(shop: Shop, wanted: { topic: string; uri: string }): string | null {
  const { topic, uri } = wanted;
  if (!URL.canParse(uri)) return 'Address is invalid';
  const { protocol, hostname } = new URL(uri);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isLoopback)
    return `Address protocol ${protocol}// is not supported`;
  const isTaken = shop.state.subscriptions.some((s) => s.topic === topic && s.uri === uri);
  return isTaken ? 'Address for this topic has already been taken' : null;
}

export function subscribe(
  shop: Shop,
  wanted: Omit<Subscription, 'id' | 'createdAt'>,
): Subscription {
  const subscription: Subscription = {
    ...wanted,
    id: newId(shop, 'WebhookSubscription'),
    createdAt: instant(shop),
  };
  shop.state.subscriptions.push(subscription);
  return subscription;
}
