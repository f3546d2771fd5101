// A random cart of the shop: carry-outs, send sales, mixed carts, web orders and pickups, with discounts of
// every kind, several payments, tips, duties, kits, custom sales and anonymous customers.
import { defined } from '@sendsale/std';
import type { Random } from '@sendsale/std';
import type { CartInput } from '../orders/cart.ts';
import type { Shop } from '../state/shop.ts';
import { HOMES } from './homes.ts';

export type CartKind = 'CARRY_OUT' | 'SEND_SALE' | 'MIXED' | 'WEB' | 'PICK_UP';

const KINDS: readonly CartKind[] = [
  'CARRY_OUT',
  'CARRY_OUT',
  'SEND_SALE',
  'SEND_SALE',
  'MIXED',
  'WEB',
  'WEB',
  'PICK_UP',
];

export function randomCart(
  shop: Shop,
  random: Random,
  kinds: readonly CartKind[] | null,
): CartInput {
  const kind = random.pick(kinds ?? KINDS);
  const isPos = kind !== 'WEB' && kind !== 'PICK_UP';
  const stores = shop.seed.locations.filter((place) => place.isStore);
  const store = random.pick(stores.length > 0 ? stores : shop.seed.locations);
  const staff = shop.seed.staff.length > 0 ? random.pick(shop.seed.staff) : null;
  const ships = kind !== 'CARRY_OUT' && kind !== 'PICK_UP';
  const lines = linesOf(shop, random, kind);
  return {
    channel: isPos ? 'POS' : 'WEB',
    ...(isPos || kind === 'PICK_UP' ? { locationId: store.id } : {}),
    ...(isPos && staff !== null ? { staffId: staff.id } : {}),
    device: random.integer(1, 4),
    customer: customerOf(shop, random, ships || !isPos),
    shippingAddress: ships ? random.pick(HOMES) : null,
    billingAddress: !isPos && isHit(random, 80) ? random.pick(HOMES) : null,
    lines,
    ...(ships ? { shipping: shippingOf(random) } : {}),
    discounts: discountsOf(random),
    payments: paymentsOf(random, isPos),
    tip: isPos && isHit(random, 5) ? random.pick(['1.00', '2.50', '5.00']) : '0.00',
    ...wordsOf(random),
    handOverAfterMs: 0,
  };
}

function wordsOf(random: Random): Pick<CartInput, 'note' | 'tags' | 'attributes'> {
  return {
    note: isHit(random, 10) ? 'Gift wrap, please' : null,
    tags: isHit(random, 10) ? ['vip'] : [],
    attributes: isHit(random, 10) ? [{ key: 'occasion', value: 'birthday' }] : [],
  };
}

type Line = CartInput['lines'][number];

function linesOf(shop: Shop, random: Random, kind: CartKind): Line[] {
  const skus = [...shop.variantsBySku.keys()];
  const ways: Record<CartKind, () => Line['delivery']> = {
    CARRY_OUT: () => 'CARRY_OUT',
    SEND_SALE: () => 'SHIP',
    MIXED: () => random.pick(['SHIP', 'CARRY_OUT'] as const),
    WEB: () => 'SHIP',
    PICK_UP: () => 'PICK_UP',
  };
  const count = kind === 'MIXED' ? random.integer(2, 5) : random.integer(1, 4);
  const lines = Array.from({ length: count }, (_, index): Line => {
    const delivery = defined(
      kind === 'MIXED' && index < 2 ? (['SHIP', 'CARRY_OUT'] as const)[index] : ways[kind](),
      'A line has a way.',
    );
    const quantity = isHit(random, 70) ? 1 : random.integer(2, 5);
    const isSplit = kind === 'MIXED' && quantity > 1 && isHit(random, 30);
    return {
      sku: random.pick(skus),
      quantity,
      delivery,
      ...(isSplit ? { split: [{ quantity: 1, delivery: 'SHIP' as const }] } : {}),
      ...(isHit(random, 10)
        ? { discount: { kind: 'MANUAL', title: 'Staff', percentage: random.integer(5, 40) } }
        : {}),
      ...(isHit(random, 3) ? { kit: { title: 'Gift set' } } : {}),
    };
  });
  if (isHit(random, 5)) {
    const delivery = kind === 'WEB' ? 'SHIP' : ways[kind]();
    lines.push({
      custom: { title: 'Engraving', price: '15.00', requiresShipping: delivery === 'SHIP' },
      ...(delivery === undefined ? {} : { delivery }),
    });
  }
  return lines;
}

const FIRST_NAMES = ['Jamie', 'Robin', 'Alex', 'Casey', 'Morgan', 'Taylor', 'Jordan', 'Riley'];
const LAST_NAMES = ['Rivera', 'Stone', 'Meyer', 'Okafor', 'Lind', 'Costa', 'Park', 'Novak'];

/** One the shop knows, a new one, or nobody. */
function customerOf(shop: Shop, random: Random, isNeeded: boolean): CartInput['customer'] {
  if (!isNeeded && isHit(random, 40)) return null;
  const known = shop.state.customers;
  if (known.length > 0 && isHit(random, 60)) {
    const { id } = random.pick(known);
    return { id: id.slice(id.lastIndexOf('/') + 1) };
  }
  const [firstName, lastName] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const number = shop.state.nextId;
  const email = `${firstName}.${lastName}.${number}@example.com`.toLowerCase();
  return { firstName, lastName, email, phone: null };
}

function shippingOf(random: Random): NonNullable<CartInput['shipping']> {
  const [title, price] = random.pick([
    ['Standard', '8.00'],
    ['Express', '25.00'],
    ['Standard', '0.00'],
  ] as const);
  return {
    title,
    price,
    ...(price !== '0.00' && isHit(random, 10)
      ? { discount: { kind: 'CODE', title: 'SHIPFREE', percentage: 100 } }
      : {}),
  };
}

function discountsOf(random: Random): NonNullable<CartInput['discounts']> {
  const kinds = ['CODE', 'MANUAL', 'AUTOMATIC', 'SCRIPT'] as const;
  if (!isHit(random, 25)) return [];
  const kind = random.pick(kinds);
  const title = kind === 'CODE' ? 'WELCOME' : 'Season';
  return [
    isHit(random, 50)
      ? { kind, title, percentage: random.integer(5, 30) }
      : { kind, title, amount: `${random.integer(1, 20)}.${random.integer(10, 99)}` },
  ];
}

function paymentsOf(random: Random, isPos: boolean): NonNullable<CartInput['payments']> {
  if (isPos && isHit(random, 20)) return [{ method: 'CASH' }];
  if (isHit(random, 8)) return [{ method: 'GIFT_CARD', amount: '0.50' }, { method: 'CARD' }];
  if (!isPos && isHit(random, 10)) return [{ method: 'CARD', capture: false }];
  return [{ method: 'CARD' }];
}

/** Whether a chance of so many in a hundred comes true. */
export function isHit(random: Random, percent: number): boolean {
  return random.next() * 100 < percent;
}
