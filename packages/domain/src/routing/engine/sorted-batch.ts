// Which orders a batch takes, item by item, and in which order.

import type { CompiledBatch } from './compile-rules.ts';
import type { OrderState } from './order-state.ts';
import type { BatchOrder, Planning } from './planning.ts';

/** A total order: the sorts, then the oldest order, then its number. */
export function sortedBatch(
  batch: CompiledBatch,
  states: readonly OrderState[],
  planning: Pick<Planning, 'at' | 'facility' | 'rules'>,
): readonly BatchOrder[] {
  const { at, facility } = planning;
  const { costs } = planning.rules;
  const keyed = states.flatMap((state) => {
    const items = [...state.open.values()].filter(
      (item) =>
        item.assignedFacilityId === null &&
        batch.filters.every(
          ({ unit, args, exclude }) =>
            unit.takes(state.order, item, { at, facility, costs, args }) !== exclude,
        ),
    );
    if (items.length === 0) return [];
    state.attempted = true;
    const keys = batch.sorts.map(({ unit, args }) =>
      unit.key(state.order, items, { at, facility, costs, args }),
    );
    return [{ state, seqs: items.map((item) => item.seq), keys }];
  });
  return keyed.toSorted((a, b) => {
    for (const [position, key] of a.keys.entries()) {
      const other = b.keys[position] ?? 0;
      if (key !== other) return key < other ? -1 : 1;
    }
    const { order } = a.state;
    const difference = order.placedAt - b.state.order.placedAt;
    if (difference !== 0) return difference;
    return order.orderId < b.state.order.orderId ? -1 : 1;
  });
}
