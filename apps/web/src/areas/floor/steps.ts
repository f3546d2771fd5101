// The four places an order can be on the floor, told from its items: where the one that is least far is.

import type { FloorView, PickState } from '@sendsale/api';

export const STEPS = ['pick', 'picking', 'pack', 'ship', 'left'] as const;
export type Step = (typeof STEPS)[number];

export type FloorOrder = FloorView['orders'][number];
export type FloorItem = FloorOrder['items'][number];

const STEP_OF: Readonly<Record<PickState, Step>> = {
  TO_PICK: 'pick',
  PICKING: 'picking',
  PICKED: 'pack',
  PACKED: 'ship',
};
const ORDER: readonly PickState[] = ['TO_PICK', 'PICKING', 'PICKED', 'PACKED'];

export function stepOf({ items }: FloorOrder): Step {
  const least = ORDER.find((state) => items.some((item) => item.state === state)) ?? 'TO_PICK';
  // A list that was begun goes on, even when another item of the order came later.
  const isBegun = items.some((item) => item.state === 'PICKING');
  return least === 'TO_PICK' && isBegun ? 'picking' : STEP_OF[least];
}

/** The first item that a scanned code could mean and that is not in hand yet. */
export function itemOfCode(
  orders: readonly FloorOrder[],
  code: string,
): { readonly order: FloorOrder; readonly item: FloorItem } | null {
  for (const order of orders) {
    const item = order.items.find((one) => one.state === 'PICKING' && isCode(one, code));
    if (item !== undefined) return { order, item };
  }
  return null;
}

export function isCode({ sku, barcode }: FloorItem, code: string): boolean {
  const wanted = code.trim().toLowerCase();
  return sku?.toLowerCase() === wanted || barcode?.toLowerCase() === wanted;
}
