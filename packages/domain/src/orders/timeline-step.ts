// The words a timeline speaks: one for everything that can happen to an order. People and tests read
// these texts, so they are part of the interface and never change their spelling.

export const TIMELINE_STEPS = [
  'downloaded',
  'revised',
  'edited',
  'customer exported',
  'customer id received',
  'order exported',
  'order id received',
  'line ids received',
  'deposit exported',
  'deposit created',
  'approved',
  'held',
  'released',
  'brokered',
  'unfillable',
  'allocation exported',
  'rejected',
  'fulfilled',
  'fulfillment exported',
  'fulfillment received',
  'Shopify told',
  'Shopify told of a cancellation',
  'Shopify told of a facility',
  'Shopify told of a hold',
  'Shopify told of a release',
  'invoiced',
  'cash sale exported',
  'cash sale id received',
  'items cancelled',
  'cancelled',
  'item close exported',
  'refunded',
  'returned',
  'exchanged',
  'refund exported',
  'refund created',
  'variance exported',
] as const;
export type TimelineStep = (typeof TIMELINE_STEPS)[number];

const STEPS: ReadonlySet<string> = new Set(TIMELINE_STEPS);

export function isTimelineStep(text: string): text is TimelineStep {
  return STEPS.has(text);
}
