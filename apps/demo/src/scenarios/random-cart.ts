// A cart drawn by chance: send sales, carry-outs, mixed carts, web orders and pick-ups, with discounts of every
// kind, tips, duties, custom sales, several tenders, cash rounding, prices with tax and foreign currencies.

import type { CartInput } from '@sendsale/simulator-shopify';
import type { Random } from '@sendsale/std';
import { ASSOCIATES, CUSTOMERS, homeAddress } from '../retailer/people.ts';
import { PLACES } from '../retailer/places.ts';
import type { Shelf } from './shelf.ts';

export const CART_KINDS = ['send-sale', 'carry-out', 'mixed', 'web', 'pick-up'] as const;
export type CartKind = (typeof CART_KINDS)[number];

export interface DrawnCart {
  readonly kind: CartKind;
  readonly cart: CartInput;
  /** The store that sold or hands over; null for the web's deliveries. */
  readonly placeId: string | null;
}

const KINDS: readonly CartKind[] = [
  ...(['send-sale', 'send-sale', 'send-sale', 'carry-out', 'carry-out'] as const),
  ...(['mixed', 'mixed', 'web', 'web', 'pick-up'] as const),
];

export function randomCart(random: Random, shelf: Shelf, number: number): DrawnCart {
  const kind = random.pick(KINDS);
  const isPos = kind === 'send-sale' || kind === 'carry-out' || kind === 'mixed';
  const associate = random.pick(ASSOCIATES);
  const placeId = kind === 'web' ? null : associate.placeId;
  const store = PLACES.find(({ id }) => id === placeId);
  const ships = kind !== 'carry-out' && kind !== 'pick-up';
  const customer = random.pick(CUSTOMERS);
  const cart: CartInput = {
    channel: isPos ? 'POS' : 'WEB',
    ...(store === undefined ? {} : { locationId: store.shopifyLocationId }),
    ...(isPos ? { staffId: associate.id, device: random.integer(1, 4) } : {}),
    customer: customerOf(random, { kind, number, knownId: customer.id }),
    ...(ships ? { shippingAddress: homeAddress(customer) } : {}),
    lines: linesOf(random, shelf, { kind, placeId }),
    ...(ships ? { shipping: shippingOf(random) } : {}),
    discounts: discountsOf(random),
    payments: paymentsOf(random, isPos),
    tip: isPos && isHit(random, 8) ? random.pick(['1.00', '2.50', '5.00']) : '0.00',
    note: isHit(random, 10) ? 'Gift wrap, please' : null,
    ...(isHit(random, 6) ? { taxesIncluded: true } : {}),
    ...(kind === 'web' && isHit(random, 12)
      ? { presentment: { currency: 'EUR', rate: '0.92' } }
      : {}),
    handOverAfterMs: 0,
  };
  return { kind, cart, placeId };
}

/** Whether a chance of so many in a hundred comes true. */
export function isHit(random: Random, percent: number): boolean {
  return random.next() * 100 < percent;
}

/** Nobody (at the till), one the shop knows, or a new one. */
function customerOf(
  random: Random,
  of: { readonly kind: CartKind; readonly number: number; readonly knownId: string },
): CartInput['customer'] {
  if (of.kind === 'carry-out' && isHit(random, 35)) return null;
  if (isHit(random, 75)) return { id: of.knownId };
  const firstName = random.pick(['Jamie', 'Robin', 'Alex', 'Casey', 'Morgan', 'Taylor']);
  const lastName = random.pick(['Rivera', 'Stone', 'Meyer', 'Lind', 'Costa', 'Novak']);
  const email = `${firstName}.${lastName}.${of.number}@example.com`.toLowerCase();
  return { firstName, lastName, email, phone: null };
}

type Line = CartInput['lines'][number];

function linesOf(
  random: Random,
  shelf: Shelf,
  { kind, placeId }: { readonly kind: CartKind; readonly placeId: string | null },
): Line[] {
  const except = new Set<string>();
  const line = (delivery: NonNullable<Line['delivery']>): Line => {
    const quantity = isHit(random, 75) ? 1 : random.integer(2, 3);
    const sku =
      placeId !== null && (delivery === 'CARRY_OUT' || delivery === 'PICK_UP')
        ? shelf.takeAt(random, { placeId, quantity, except })
        : shelf.takeAnywhere(random, { quantity, except });
    except.add(sku);
    return { sku, quantity, delivery, ...extrasOf(random, delivery) };
  };
  const ways: Readonly<Record<CartKind, () => NonNullable<Line['delivery']>>> = {
    'send-sale': () => 'SHIP',
    'carry-out': () => 'CARRY_OUT',
    mixed: () => random.pick(['SHIP', 'CARRY_OUT'] as const),
    web: () => 'SHIP',
    'pick-up': () => 'PICK_UP',
  };
  const first = kind === 'mixed' ? [line('SHIP'), line('CARRY_OUT')] : [line(ways[kind]())];
  const more = Array.from({ length: random.integer(0, 2) }, () => line(ways[kind]()));
  const custom: Line[] =
    kind === 'carry-out' && isHit(random, 8)
      ? [
          {
            custom: { title: 'Engraving', price: '15.00', requiresShipping: false },
            delivery: 'CARRY_OUT',
          },
        ]
      : [];
  return [...first, ...more, ...custom];
}

function extrasOf(random: Random, delivery: Line['delivery']): Partial<Line> {
  return {
    ...(isHit(random, 12)
      ? {
          discount: {
            kind: random.pick(['MANUAL', 'AUTOMATIC'] as const),
            title: 'Staff',
            ...(isHit(random, 50)
              ? { percentage: random.integer(5, 40) }
              : { amount: `${random.integer(1, 9)}.${random.integer(10, 99)}` }),
          },
        }
      : {}),
    ...(delivery === 'SHIP' && isHit(random, 3)
      ? { duty: { amount: '5.00', countryCode: 'IT', harmonizedSystemCode: '711311' } }
      : {}),
  };
}

function shippingOf(random: Random): NonNullable<CartInput['shipping']> {
  const [title, price] = random.pick([
    ['Standard', '9.95'],
    ['Standard', '0.00'],
    ['Express', '19.95'],
  ] as const);
  const isDiscounted = price !== '0.00' && isHit(random, 15);
  return {
    title,
    price,
    ...(isDiscounted ? { discount: { kind: 'CODE', title: 'SHIP5', amount: '5.00' } } : {}),
  };
}

function discountsOf(random: Random): NonNullable<CartInput['discounts']> {
  if (!isHit(random, 25)) return [];
  const kind = random.pick(['CODE', 'MANUAL', 'AUTOMATIC', 'SCRIPT'] as const);
  const title = kind === 'CODE' ? 'FALL10' : 'Season';
  return [
    isHit(random, 50)
      ? { kind, title, percentage: random.integer(5, 30) }
      : { kind, title, amount: `${random.integer(1, 20)}.${random.integer(10, 99)}` },
  ];
}

function paymentsOf(random: Random, isPos: boolean): NonNullable<CartInput['payments']> {
  if (isPos && isHit(random, 15)) {
    const rounding = isHit(random, 50) ? { rounding: `-0.0${random.integer(1, 4)}` } : {};
    return [{ method: 'CASH', ...rounding }];
  }
  if (isHit(random, 12)) return [{ method: 'GIFT_CARD', amount: '15.00' }, { method: 'CARD' }];
  if (isPos && isHit(random, 6)) {
    return [
      { method: 'GIFT_CARD', amount: '10.00' },
      { method: 'CASH', amount: '10.00' },
      { method: 'CARD' },
    ];
  }
  return [{ method: 'CARD' }];
}
