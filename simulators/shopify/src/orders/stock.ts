// What sales do to the counts of a location: promising takes from available into committed, shipping
// takes from committed (and so from on hand), releasing gives back.
import { defined, sumMinor } from '@sendsale/std';
import type { Gid, Level } from '../state/model.ts';
import { announce, instant, levelKey } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

export const COUNTED = [
  'available',
  'committed',
  'reserved',
  'damaged',
  'safety_stock',
  'quality_control',
] as const;

export interface Units {
  /** Null for a custom sale, which has no stock. */
  readonly variantId: Gid | null;
  readonly locationId: Gid;
  readonly quantity: number;
}

/** Units sold and not yet gone. */
export function commitStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.available -= units.quantity;
    level.committed += units.quantity;
  });
}

/** Committed units left the building. */
export function shipStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.committed -= units.quantity;
  });
}

/** Committed units are free again. */
export function releaseStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.available += units.quantity;
    level.committed -= units.quantity;
  });
}

/** Units that had left came back. */
export function returnStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.available += units.quantity;
  });
}

/** Units that had left are promised again (a fulfillment was cancelled). */
export function recommitStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.committed += units.quantity;
  });
}

/** Units kept for a draft order. */
export function reserveStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.available -= units.quantity;
    level.reserved += units.quantity;
  });
}

/** Units kept for a draft order are free again. */
export function unreserveStock(shop: Shop, units: Units): void {
  change(shop, units, (level) => {
    level.available += units.quantity;
    level.reserved -= units.quantity;
  });
}

export function onHand(level: Level): number {
  return sumMinor(COUNTED.map((name) => level[name]));
}

/** Available units at a location; null when the item is not counted. */
export function availableAt(shop: Shop, variantId: Gid, locationId: Gid): number | null {
  const variant = shop.variants.get(variantId);
  if (variant === undefined || !variant.tracked) return null;
  return shop.levels.get(levelKey(variant.itemGid, locationId))?.available ?? 0;
}

function change(shop: Shop, units: Units, apply: (level: Level) => void): void {
  const variant = units.variantId === null ? undefined : shop.variants.get(units.variantId);
  if (variant === undefined || !variant.tracked) return;
  const key = levelKey(variant.itemGid, units.locationId);
  const level = defined(shop.levels.get(key), `Item ${variant.itemGid} is stocked at ${key}.`);
  apply(level);
  level.updatedAt = instant(shop);
  announce(shop, { topic: 'inventory_levels/update', orderId: null, subject: level.id });
}
