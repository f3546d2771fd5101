// What happens to a drawn order on its way: an edit, a cancellation, a refund, a return or an exchange, and when.

import type { CartInput } from '@sendsale/simulator-shopify';
import type { Random } from '@sendsale/std';
import { isHit } from './random-cart.ts';
import type { DrawnCart } from './random-cart.ts';
import type { Shelf } from './shelf.ts';

/** When: as soon as the order has come so far. */
export const MOMENTS = ['rung up', 'booked', 'brokered', 'shipped', 'done'] as const;
export type Moment = (typeof MOMENTS)[number];

type CartLine = CartInput['lines'][number];
interface LineUnits {
  /** Position in the order. */
  readonly line: number;
  readonly quantity: number;
  readonly restock: boolean;
}

/** As the till takes it. */
export type ChangeAction =
  | { readonly kind: 'cancel' }
  | {
      readonly kind: 'edit';
      readonly set?: readonly LineUnits[];
      readonly add?: readonly CartLine[];
    }
  | {
      readonly kind: 'refund';
      readonly lines: readonly LineUnits[];
      readonly shipping: boolean;
      /** Money without goods. */
      readonly amount?: string;
    }
  | {
      readonly kind: 'exchange';
      readonly returns: readonly LineUnits[];
      readonly lines: readonly CartLine[];
    };

export interface OrderChange {
  readonly at: Moment;
  readonly action: ChangeAction;
}

const CHANGED_PERCENT = 40;

/** Null for most: an order nothing happens to. */
export function randomChange(random: Random, shelf: Shelf, drawn: DrawnCart): OrderChange | null {
  if (!isHit(random, CHANGED_PERCENT) || isRounded(drawn)) return null;
  const { kind } = drawn;
  const early = random.pick(['rung up', 'booked', 'brokered'] as const);
  const late = random.pick(['shipped', 'done'] as const);
  const draw: ReadonlyArray<() => OrderChange> =
    kind === 'carry-out'
      ? [
          () => returned(random, drawn, random.pick(['rung up', 'booked', 'done'] as const)),
          () => returned(random, drawn, 'done'),
          () => exchanged(random, shelf, drawn),
          () => given(random, drawn, random.pick(['rung up', 'booked', 'done'] as const)),
        ]
      : [
          () => (kind === 'mixed' ? fewer(random, drawn, early) : { at: early, action: CANCEL }),
          () => fewer(random, drawn, early),
          () => more(random, shelf, { drawn, at: early }),
          () => refunded(random, drawn, early),
          () => returned(random, drawn, late),
          () => given(random, drawn, random.pick([early, 'done'] as const)),
          () => returned(random, drawn, 'done'),
        ];
  return random.pick(draw)();
}

/** Cash that was rounded cannot be given back to the cent. */
function isRounded({ cart }: DrawnCart): boolean {
  return (cart.payments ?? []).some(({ rounding }) => rounding !== undefined);
}

const CANCEL: ChangeAction = { kind: 'cancel' };

function lineOf(random: Random, { cart, kind }: DrawnCart, isOpen: boolean): number {
  const places = cart.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.custom === undefined)
    .filter(({ line }) => !isOpen || kind !== 'mixed' || line.delivery === 'SHIP')
    .map(({ index }) => index);
  return random.pick(places);
}

function unitsOf({ cart }: DrawnCart, line: number): number {
  return cart.lines[line]?.quantity ?? 1;
}

/** Units that have not left are taken off, one or all of a line. */
function fewer(random: Random, drawn: DrawnCart, at: Moment): OrderChange {
  const line = lineOf(random, drawn, true);
  const others = othersToShip(drawn, line);
  // Who takes the last piece off cancels the order.
  if (others.length === 0 && unitsOf(drawn, line) === 1) return refunded(random, drawn, at);
  const quantity = others.length > 0 && isHit(random, 50) ? 0 : unitsOf(drawn, line) - 1;
  return { at, action: { kind: 'edit', set: [{ line, quantity, restock: true }] } };
}

/** One more of a line, or another line, the same way. */
function more(
  random: Random,
  shelf: Shelf,
  { drawn, at }: { readonly drawn: DrawnCart; readonly at: Moment },
): OrderChange {
  const except = new Set(drawn.cart.lines.flatMap(({ sku }) => sku ?? []));
  const { kind, placeId } = drawn;
  const isPickUp = kind === 'pick-up' && placeId !== null;
  const wish = { quantity: 1, except };
  const sku = isPickUp
    ? shelf.takeAt(random, { ...wish, placeId })
    : shelf.takeAnywhere(random, wish);
  const delivery = isPickUp ? 'PICK_UP' : 'SHIP';
  return { at, action: { kind: 'edit', add: [{ sku, quantity: 1, delivery }] } };
}

/** Goods that have not left, with their money and sometimes the shipping: always when nothing is left to ship. */
function refunded(random: Random, drawn: DrawnCart, at: Moment): OrderChange {
  const line = lineOf(random, drawn, true);
  const quantity = random.integer(1, unitsOf(drawn, line));
  const lines = [{ line, quantity, restock: true }];
  const isLast = othersToShip(drawn, line).length === 0 && quantity === unitsOf(drawn, line);
  const shipping = isHit(random, 25) || (isLast && drawn.cart.shipping !== undefined);
  return { at, action: { kind: 'refund', lines, shipping } };
}

function othersToShip({ cart, kind }: DrawnCart, line: number): readonly CartLine[] {
  return cart.lines.filter(
    ({ delivery }, index) => index !== line && (kind !== 'mixed' || delivery === 'SHIP'),
  );
}

/** Goods that had left come back, or are thrown away. */
function returned(random: Random, drawn: DrawnCart, at: Moment): OrderChange {
  const line = lineOf(random, drawn, false);
  const quantity = random.integer(1, unitsOf(drawn, line));
  const lines = [{ line, quantity, restock: isHit(random, 80) }];
  return { at, action: { kind: 'refund', lines, shipping: isHit(random, 20) } };
}

/** Money without goods: the shipping, or goodwill. */
function given(random: Random, { cart }: DrawnCart, at: Moment): OrderChange {
  const hasShipping = Number(cart.shipping?.price ?? '0') > 5;
  if (hasShipping && isHit(random, 50)) {
    return { at, action: { kind: 'refund', lines: [], shipping: true } };
  }
  return { at, action: { kind: 'refund', lines: [], shipping: false, amount: '4.25' } };
}

/** At the till: one comes back, another one goes out, the difference is paid. */
function exchanged(random: Random, shelf: Shelf, drawn: DrawnCart): OrderChange {
  const line = lineOf(random, drawn, false);
  const except = new Set(drawn.cart.lines.flatMap(({ sku }) => sku ?? []));
  const sku = shelf.takeAt(random, { placeId: drawn.placeId ?? 'NYC', quantity: 1, except });
  return {
    at: 'done',
    action: {
      kind: 'exchange',
      returns: [{ line, quantity: 1, restock: true }],
      lines: [{ sku, delivery: 'CARRY_OUT' }],
    },
  };
}
