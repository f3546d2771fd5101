// What kind of thing an item is to a transaction: whether it is stocked, shipped, or takes money off.

import type { Engine } from '../engine.ts';
import type { Decimal } from '../decimal.ts';
import { decimalOf, ONE } from '../decimal.ts';
import type { StoredData } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';

const STOCKED = new Set(['inventoryitem', 'assemblyitem']);
const ALWAYS_SHIPPED = new Set(['inventoryitem', 'assemblyitem', 'kititem']);
const SHIPPED_UNLESS_SAID = new Set([
  'noninventoryitem',
  'noninventorysaleitem',
  'noninventoryresaleitem',
]);
const ADJUSTS_THE_LINE_ABOVE = new Set(['discountitem', 'markupitem']);

/** Whether quantities on hand are kept for it. */
export function isStocked(item: StoredData): boolean {
  return STOCKED.has(item.type);
}

/**
 * Whether a line of it waits for fulfillment. Non-inventory items do unless "can be fulfilled" is off; other
 * charges, services and gift certificates only if it is on. [assumed] for the defaults
 */
export function isFulfillable(item: StoredData): boolean {
  if (ALWAYS_SHIPPED.has(item.type)) return true;
  if (ADJUSTS_THE_LINE_ABOVE.has(item.type)) return false;
  const said = item.fields['isfulfillable'];
  return typeof said === 'boolean' ? said : SHIPPED_UNLESS_SAID.has(item.type);
}

/** Discounts and markups have no quantity and work on the line above. [documented] */
export function isDiscount(item: StoredData): boolean {
  return ADJUSTS_THE_LINE_ABOVE.has(item.type);
}

/** The list price at a price level; null where the item has none. */
export function listPrice(item: StoredData, priceLevelId: string): Decimal | null {
  for (const line of linesOf(item, 'price')) {
    if (line['pricelevel'] === priceLevelId && line['price_1_'] !== undefined) {
      return decimalOf(line['price_1_']);
    }
  }
  const base = item.fields['baseprice'];
  return priceLevelId === '1' && base !== undefined ? decimalOf(base) : null;
}

export interface StockPart {
  readonly itemId: string;
  /** How many of it one unit of the sold item takes. */
  readonly each: Decimal;
}

/** The stocked items a unit of this one takes from stock: itself, a kit's members, or nothing. */
export function stockParts(engine: Engine, item: StoredData): StockPart[] {
  if (isStocked(item)) return [{ itemId: item.id, each: ONE }];
  if (item.type !== 'kititem') return [];
  return linesOf(item, 'member').flatMap((member) => {
    const part = engine.store.find('item', textOf(member, 'item'));
    const each = decimalOf(member['quantity']);
    return part === undefined || !isStocked(part) || each <= 0n ? [] : [{ itemId: part.id, each }];
  });
}
