// Which timeline step a record's travel through a feed leaves on its order: once when the file is
// handed over, and for some feeds again when the other side says it has booked it.

import type { TimelineStep } from '../orders/timeline-step.ts';

/** Feeds that leave, by the name in the feed catalogue of the NetSuite connector. */
export const FEED_STEPS = {
  customer: { handedOver: 'customer exported', accepted: null },
  'sales-order': { handedOver: 'order exported', accepted: null },
  'cash-sale': { handedOver: 'cash sale exported', accepted: null },
  'customer-deposit': { handedOver: 'deposit exported', accepted: 'deposit created' },
  allocation: { handedOver: 'allocation exported', accepted: null },
  'item-close': { handedOver: 'item close exported', accepted: null },
  fulfillment: { handedOver: 'fulfillment exported', accepted: null },
  'customer-refund': { handedOver: 'refund exported', accepted: 'refund created' },
  'inventory-adjustment': { handedOver: 'variance exported', accepted: null },
} as const satisfies Readonly<Record<string, FeedSteps>>;
export type OutgoingFeed = keyof typeof FEED_STEPS;

export interface FeedSteps {
  readonly handedOver: TimelineStep | null;
  readonly accepted: TimelineStep | null;
}

/** The steps of a feed; a feed this table does not know leaves none. */
export function feedSteps(feed: string): FeedSteps {
  return isOutgoingFeed(feed) ? FEED_STEPS[feed] : { handedOver: null, accepted: null };
}

function isOutgoingFeed(feed: string): feed is OutgoingFeed {
  return Object.hasOwn(FEED_STEPS, feed);
}
