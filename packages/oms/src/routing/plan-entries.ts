// What a committed plan says on the timeline of its order.

import type { PlannedOrder, Queue } from '@sendsale/domain';
import type { TimelineEntry } from '@sendsale/store/write';

/** A plan, and how its order stood when it was made. */
export interface PlannedItems {
  readonly plan: PlannedOrder;
  /** Facilities that have something of the order to ship today already. */
  readonly presentAt: readonly string[];
  /** Item → the queue it waited in. */
  readonly queues: ReadonlyMap<string, Queue>;
}

/** An item that could not be filled before and still cannot is no news. */
export function planEntries({ plan, queues }: PlannedItems, at: Date): readonly TimelineEntry[] {
  const { orderId, parts, left, explanation } = plan;
  const common = { orderId, at, actor: 'OMS', via: 'brokering' };
  const { rule, run, rulesVersion } = explanation;
  const facilities: Record<string, readonly string[]> = {};
  for (const part of parts) {
    facilities[part.facilityId] = [...(facilities[part.facilityId] ?? []), ...part.itemSeqs];
  }
  const news = left
    .filter(({ seq, queue }) => queue === 'UNFILLABLE' && queues.get(seq) !== 'UNFILLABLE')
    .map(({ seq }) => seq);
  return [
    ...(parts.length === 0
      ? []
      : [
          { ...common, step: 'brokered' as const, detail: { rule, run, rulesVersion, facilities } },
        ]),
    ...(news.length === 0
      ? []
      : [{ ...common, step: 'unfillable' as const, detail: { itemSeqs: news } }]),
  ];
}
