// What was carried out of a store has left its shelf: the stock follows when the order is accepted.

import type { StockChange } from '@sendsale/store/write';

interface CarriedOutItem {
  readonly productId: string | null;
  readonly facilityId: string | null;
  readonly quantity: number;
}

/** @param direction -1 takes the items off the shelf, 1 puts them back. */
export function carryOutStock(
  items: readonly CarriedOutItem[],
  direction: 1 | -1,
): readonly StockChange[] {
  return items.flatMap(({ productId, facilityId, quantity }) =>
    productId === null || facilityId === null
      ? []
      : [{ productId, facilityId, onHand: direction * quantity, reserved: 0 }],
  );
}
