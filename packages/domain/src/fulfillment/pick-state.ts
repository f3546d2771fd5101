// The work on an item in the store that ships it: waiting, on a picklist, in the hand, in the box. Shipping ends it, and
// so does a rejection or a cancel: then the item is no longer the store's.

import type { TransitionTable } from '../orders/order-status.ts';

export const PICK_STATES = ['TO_PICK', 'PICKING', 'PICKED', 'PACKED'] as const;
export type PickState = (typeof PICK_STATES)[number];

export const PICK_TRANSITIONS = {
  list: { from: ['TO_PICK'], to: 'PICKING' },
  pick: { from: ['PICKING'], to: 'PICKED' },
  unpick: { from: ['PICKED'], to: 'PICKING' },
  pack: { from: ['PICKED'], to: 'PACKED' },
  unpack: { from: ['PACKED'], to: 'PICKED' },
  // Somebody else's turn: it goes back among what waits.
  leave: { from: ['PICKING', 'PICKED'], to: 'TO_PICK' },
} as const satisfies TransitionTable<PickState>;
export type PickTransition = keyof typeof PICK_TRANSITIONS;

/** The state a transition leads to, or null when the table does not allow it. */
export function nextPickState(state: PickState, transition: PickTransition): PickState | null {
  const { from, to }: TransitionTable<PickState>[string] = PICK_TRANSITIONS[transition];
  return from.includes(state) ? to : null;
}

/** What the stored instants of a pick say; null for an item that is on no list. */
export function pickStateOf(
  pick: { readonly pickedAt: Date | null; readonly packedAt: Date | null } | null,
): PickState {
  if (pick === null) return 'TO_PICK';
  if (pick.packedAt !== null) return 'PACKED';
  return pick.pickedAt === null ? 'PICKING' : 'PICKED';
}
