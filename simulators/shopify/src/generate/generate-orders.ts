// Rings up many random orders of all kinds at once, for benches and the big demo: the same shop, count
// and seed give the same orders. Some are edited, refunded, exchanged or cancelled afterwards.
import { seededRandom } from '@sendsale/std';
import { z } from 'zod';
import { Cart } from '../orders/cart.ts';
import { ringUp } from '../orders/ring-up.ts';
import type { Order } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { changeAtRandom } from './change-at-random.ts';
import { isHit, randomCart } from './random-cart.ts';

export const Generation = z.strictObject({
  count: z.number().int().positive().max(100_000),
  seed: z.number().int().default(1),
  /** Of a hundred orders, how many are changed after they were rung up. */
  changes: z.number().int().min(0).max(100).default(20),
  /** The orders happened within this time until now; a second each when left out. */
  spreadMs: z.number().int().nonnegative().optional(),
  /** Kinds of orders to leave to chance; all when left out. */
  kinds: z
    .array(z.enum(['CARRY_OUT', 'SEND_SALE', 'MIXED', 'WEB', 'PICK_UP']))
    .min(1)
    .optional(),
  /** True keeps throttling on; generating switches it off. */
  limits: z.boolean().default(false),
});
export type Generation = z.infer<typeof Generation>;

export interface Generated {
  readonly rung: number;
  readonly changed: number;
  readonly refused: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly milliseconds: number;
}

export function generateOrders(shop: Shop, wanted: Generation): Generated {
  const started = performance.now();
  const random = seededRandom(wanted.seed);
  const now = shop.clock.now().getTime();
  const spread = wanted.spreadMs ?? wanted.count * 1000;
  const rung: Order[] = [];
  let refused = 0;
  let changed = 0;
  for (let index = 0; index < wanted.count; index += 1) {
    const at = new Date(now - Math.floor((spread * (wanted.count - index)) / wanted.count));
    const then = atInstant(shop, at);
    const result = ringUp(then, Cart.parse(randomCart(shop, random, wanted.kinds ?? null)));
    if (!result.ok) {
      refused += 1;
      continue;
    }
    rung.push(result.value);
    if (isHit(random, wanted.changes) && changeAtRandom(then, result.value, random)) changed += 1;
  }
  return {
    rung: rung.length,
    changed,
    refused,
    firstName: rung[0]?.name ?? null,
    lastName: rung.at(-1)?.name ?? null,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** The same shop, at another time. */
function atInstant(shop: Shop, at: Date): Shop {
  return { ...shop, clock: { now: () => at, sleep: shop.clock.sleep } };
}
