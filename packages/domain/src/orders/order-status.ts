// The life of an order and of each of its items: tables of named transitions, and nothing outside them.

export const ORDER_STATUSES = ['CREATED', 'HOLD', 'APPROVED', 'COMPLETED', 'CANCELLED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_TRANSITIONS = {
  approve: { from: ['CREATED', 'HOLD'], to: 'APPROVED' },
  hold: { from: ['CREATED', 'APPROVED'], to: 'HOLD' },
  release: { from: ['HOLD'], to: 'CREATED' },
  complete: { from: ['CREATED', 'APPROVED'], to: 'COMPLETED' },
  cancel: { from: ['CREATED', 'HOLD', 'APPROVED'], to: 'CANCELLED' },
  // An edit or an exchange added goods to it.
  reopen: { from: ['APPROVED', 'COMPLETED', 'CANCELLED'], to: 'CREATED' },
} as const satisfies TransitionTable<OrderStatus>;
export type OrderTransition = keyof typeof ORDER_TRANSITIONS;

export const ITEM_STATUSES = ['CREATED', 'APPROVED', 'COMPLETED', 'CANCELLED'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const ITEM_TRANSITIONS = {
  approve: { from: ['CREATED'], to: 'APPROVED' },
  complete: { from: ['CREATED', 'APPROVED'], to: 'COMPLETED' },
  cancel: { from: ['CREATED', 'APPROVED'], to: 'CANCELLED' },
} as const satisfies TransitionTable<ItemStatus>;
export type ItemTransition = keyof typeof ITEM_TRANSITIONS;

/** Named transition → the states it may start from and the state it ends in. */
export type TransitionTable<Status extends string> = Readonly<
  Record<string, { readonly from: readonly Status[]; readonly to: Status }>
>;

/** The state `transition` leads to from `status`, or null when the table does not allow it. */
export function nextOrderStatus(
  status: OrderStatus,
  transition: OrderTransition,
): OrderStatus | null {
  return nextStatus<OrderStatus>(ORDER_TRANSITIONS[transition], status);
}

/** As nextOrderStatus, for one item. */
export function nextItemStatus(status: ItemStatus, transition: ItemTransition): ItemStatus | null {
  return nextStatus<ItemStatus>(ITEM_TRANSITIONS[transition], status);
}

function nextStatus<Status extends string>(
  row: TransitionTable<Status>[string],
  status: Status,
): Status | null {
  return row.from.includes(status) ? row.to : null;
}

/** An order that will not change by itself any more. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}

/**
 * The status an order has once its items have theirs: done when every item is done, cancelled when every
 * item is, else unchanged. An order without items keeps its status.
 */
export function statusFromItems(status: OrderStatus, items: readonly ItemStatus[]): OrderStatus {
  const ended = items.every((item) => item === 'COMPLETED' || item === 'CANCELLED');
  if (items.length === 0 || !ended || isFinal(status)) return status;
  return items.includes('COMPLETED') ? 'COMPLETED' : 'CANCELLED';
}
