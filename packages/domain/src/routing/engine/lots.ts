// Which items of an order go together under a rule.

import type { RuleOptions } from '../rules/units.ts';
import { groupBy } from './group-by.ts';
import type { Lot } from './choose-parts.ts';
import type { RoutingItem } from './routing-problem.ts';

/** Lots in the order of their first items. */
export function lotsOf(items: readonly RoutingItem[], options: RuleOptions): readonly Lot[] {
  const key = (item: RoutingItem): string => {
    if (options.entireShipGroup) return `ship group ${item.shipGroupSeq}`;
    if (item.itemGroup === null || options.splitItemGroups) return `item ${item.seq}`;
    return `item group ${item.itemGroup}`;
  };
  if (items.length === 1) return [{ items }];
  return [...groupBy(items, key).values()].map((group) => ({ items: group }));
}
