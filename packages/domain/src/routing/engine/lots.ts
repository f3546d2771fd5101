// Which items of an order go together under a rule, and what each lot wants of which product.

import type { RuleOptions } from '../rules/units.ts';
import type { Lot } from './choose-parts.ts';
import { groupBy } from './group-by.ts';
import type { RoutingItem } from './routing-problem.ts';

/** Lots in the order of their first items. @param products the order's products; a lot names them by position */
export function lotsOf(
  items: readonly RoutingItem[],
  products: readonly string[],
  options: RuleOptions,
): readonly Lot[] {
  const key = (item: RoutingItem): string => {
    if (options.entireShipGroup) return `ship group ${item.shipGroupSeq}`;
    if (item.itemGroup === null || options.splitItemGroups) return `item ${item.seq}`;
    return `item group ${item.itemGroup}`;
  };
  const groups = items.length === 1 ? [items] : [...groupBy(items, key).values()];
  return groups.map((group) => ({ items: group, wants: wantsOf(group, products) }));
}

function wantsOf(items: readonly RoutingItem[], products: readonly string[]): Lot['wants'] {
  const units = new Map<number, number>();
  for (const { productId, quantity } of items) {
    const product = products.indexOf(productId);
    units.set(product, (units.get(product) ?? 0) + quantity);
  }
  return [...units].map(([product, quantity]) => ({ product, quantity }));
}
