// More orders, drawn from a seed: ordinary baskets at any till or in the web shop, only of what there is.

import type { Random } from '@sendsale/std';
import { assert, seededRandom } from '@sendsale/std';
import { ASSOCIATES, CUSTOMERS } from '../retailer/people.ts';
import { SCENARIO_STOCK } from '../retailer/stock.ts';
import type { StockCell } from '../retailer/stock.ts';
import { carryOutEnd, sendSaleEnd } from './scenario.ts';
import type { Scenario, ScenarioLine } from './scenario.ts';

/** `count` orders; the same for the same seed and stock. Stock is only promised once. */
export function generatedScenarios(
  count: number,
  seed: number,
  stock: readonly StockCell[],
): Scenario[] {
  const random = seededRandom(seed);
  const shelf = new Shelf(stock);
  return Array.from({ length: count }, () => draw(random, shelf));
}

function draw(random: Random, shelf: Shelf): Scenario {
  const kind = random.pick(['send-sale', 'send-sale', 'web', 'carry-out', 'mixed'] as const);
  const associate = kind === 'web' ? null : random.pick(ASSOCIATES);
  const placeId = associate?.placeId ?? null;
  const shipped = kind === 'carry-out' ? [] : shelf.takeAnywhere(random, random.integer(1, 3));
  const carried =
    placeId === null || kind === 'send-sale'
      ? []
      : shelf.takeAt(random, placeId, random.integer(1, 2));
  const lines = [...carried, ...shipped];
  const gifted = random.next() < 0.15;
  return {
    name: `generated-${kind}`,
    placeId,
    associateId: associate?.id ?? null,
    customerId: random.pick(CUSTOMERS).id,
    lines,
    orderDiscount: random.next() < 0.2 ? { code: 'FALL10', percent: 10 } : null,
    shipping: shipped.length === 0 ? null : shippingFor(random),
    payments: [
      ...(gifted ? [{ gateway: 'gift_card', amountMinor: 2500 } as const] : []),
      { gateway: random.pick(['shopify_payments', 'cash'] as const), amountMinor: 'rest' },
    ],
    end: endOf(kind, carried.length > 0, gifted),
  };
}

function shippingFor(random: Random): Scenario['shipping'] {
  return random.pick([
    { title: 'Standard', priceMinor: 995 },
    { title: 'Standard', priceMinor: 0 },
    { title: 'Express', priceMinor: 1995 },
  ]);
}

// How many deposits and fulfillments a generated order gets is not foreseen: the totals must agree.
function endOf(kind: string, carried: boolean, gifted: boolean): Scenario['end'] {
  if (kind === 'carry-out') return carryOutEnd();
  const deposits = gifted && kind !== 'mixed' ? 2 : -1;
  return sendSaleEnd({ cashSales: carried ? 1 : 0, deposits, fulfillments: -1 });
}

// What is left of the stock while orders are drawn, so that none asks for what another has got.
class Shelf {
  readonly #left = new Map<string, Map<string, number>>();

  constructor(stock: readonly StockCell[]) {
    for (const { placeId, sku, quantity } of stock) {
      if (SCENARIO_STOCK[sku] !== undefined) continue;
      const places = this.#left.get(sku) ?? new Map<string, number>();
      places.set(placeId, quantity);
      this.#left.set(sku, places);
    }
  }

  takeAt(random: Random, placeId: string, count: number): ScenarioLine[] {
    return this.#take(random, { count, delivery: 'CARRY_OUT', place: () => placeId });
  }

  takeAnywhere(random: Random, count: number): ScenarioLine[] {
    const place = (sku: string): string | undefined =>
      [...(this.#left.get(sku) ?? [])].find(([, quantity]) => quantity > 0)?.[0];
    return this.#take(random, { count, delivery: 'SHIP', place });
  }

  #take(
    random: Random,
    wish: {
      count: number;
      delivery: ScenarioLine['delivery'];
      place: (sku: string) => string | undefined;
    },
  ): ScenarioLine[] {
    const skus = [...this.#left.keys()];
    const lines: ScenarioLine[] = [];
    for (let tries = 0; lines.length < wish.count; tries += 1) {
      assert(
        tries < 5000,
        'The sample retailer is sold out: ring up fewer orders or start with --fresh.',
      );
      const sku = random.pick(skus);
      const place = wish.place(sku);
      const left = place === undefined ? 0 : (this.#left.get(sku)?.get(place) ?? 0);
      if (place === undefined || left === 0 || lines.some((line) => line.sku === sku)) continue;
      this.#left.get(sku)?.set(place, left - 1);
      lines.push({ sku, quantity: 1, delivery: wish.delivery, discountMinor: 0 });
    }
    return lines;
  }
}
