// Which channel an order was sold through, and the fact that says so.

import type { Channel, DeliveryEvidence } from '@sendsale/domain';
import type { SourceOrder } from './source-order.ts';

export interface ClassifiedChannel {
  readonly channel: Channel;
  readonly evidence: DeliveryEvidence;
}

/** "Point of Sale", Shopify's own app. */
const POS_APP_ID = '129785';

const DEFAULT_CHANNELS: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ['pos', 'POS'],
  ['web', 'WEB'],
  ['shopify_draft_order', 'DRAFT'],
  ['iphone', 'PHONE'],
  ['android', 'PHONE'],
  ['phone', 'PHONE'],
  ['amazon', 'MARKETPLACE'],
  ['ebay', 'MARKETPLACE'],
  ['facebook', 'MARKETPLACE'],
  ['instagram', 'MARKETPLACE'],
  ['tiktok', 'MARKETPLACE'],
]);

/**
 * The retailer's own mapping (kind CHANNEL: source name → channel) comes first; then the three marks of
 * Shopify POS; then a draft finished at a retail location, which is a sale of that store; then the source names
 * Shopify itself uses.
 */
export function mapChannel(
  order: SourceOrder,
  mapped: ReadonlyMap<string, Channel>,
): ClassifiedChannel {
  const { sourceName, attributionHandle, appId } = order;
  const facts = { sourceName, attribution: attributionHandle, app: appId };
  const decided = (rule: string, channel: Channel): ClassifiedChannel => ({
    channel,
    evidence: { rule, facts },
  });
  const own = sourceName === null ? undefined : mapped.get(sourceName);
  if (own !== undefined) return decided('mapping', own);
  if (sourceName === 'pos') return decided('source-name', 'POS');
  if (attributionHandle === 'pos') return decided('attribution', 'POS');
  if (appId === POS_APP_ID) return decided('app', 'POS');
  const known =
    DEFAULT_CHANNELS.get(sourceName ?? '') ?? DEFAULT_CHANNELS.get(attributionHandle ?? '');
  if (known === 'DRAFT' && order.till.locationId !== null) {
    const retail = { ...facts, retailLocation: order.till.locationId };
    return { channel: 'POS', evidence: { rule: 'draft-at-retail-location', facts: retail } };
  }
  return known === undefined ? decided('unknown-source', 'UNKNOWN') : decided('source-name', known);
}
