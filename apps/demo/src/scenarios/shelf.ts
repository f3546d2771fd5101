// What is left of the stock while orders are drawn, so that none asks for what another has got. What is carried out
// or picked up is gone from its shelf before the OMS hears of it, so nothing that ships is promised of the same items.

import type { Random } from '@sendsale/std';
import { assert } from '@sendsale/std';
import { SCENARIO_STOCK } from '../retailer/stock.ts';
import type { StockCell } from '../retailer/stock.ts';

const TRIES_MAX = 5000;

export class Shelf {
  readonly #left = new Map<string, Map<string, number>>();
  /** Items for the shelves' own customers; the others ship. */
  readonly #ofStores: ReadonlySet<string>;

  constructor(stock: readonly StockCell[]) {
    for (const { placeId, sku, quantity } of stock) {
      if (SCENARIO_STOCK[sku] !== undefined) continue;
      const places = this.#left.get(sku) ?? new Map<string, number>();
      places.set(placeId, quantity);
      this.#left.set(sku, places);
    }
    this.#ofStores = new Set([...this.#left.keys()].filter((_, index) => index % 3 === 0));
  }

  /** A SKU of which the place has so many; they are taken. `except`: the order has these already. */
  takeAt(
    random: Random,
    wish: {
      readonly placeId: string;
      readonly quantity: number;
      readonly except: ReadonlySet<string>;
    },
  ): string {
    return this.#take(random, { ...wish, isOfStore: true, place: () => wish.placeId });
  }

  /** As takeAt, from any one place that has them. */
  takeAnywhere(
    random: Random,
    wish: { readonly quantity: number; readonly except: ReadonlySet<string> },
  ): string {
    const place = (sku: string): string | undefined =>
      [...(this.#left.get(sku) ?? [])].find(([, left]) => left >= wish.quantity)?.[0];
    return this.#take(random, { ...wish, isOfStore: false, place });
  }

  #take(
    random: Random,
    wish: {
      readonly quantity: number;
      readonly except: ReadonlySet<string>;
      readonly isOfStore: boolean;
      readonly place: (sku: string) => string | undefined;
    },
  ): string {
    const skus = [...this.#left.keys()].filter((sku) => this.#ofStores.has(sku) === wish.isOfStore);
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const sku = random.pick(skus);
      const place = wish.place(sku);
      const left = place === undefined ? 0 : (this.#left.get(sku)?.get(place) ?? 0);
      if (place === undefined || left < wish.quantity || wish.except.has(sku)) continue;
      this.#left.get(sku)?.set(place, left - wish.quantity);
      return sku;
    }
    assert(false, 'The sample retailer is sold out: ring up fewer orders or start with --fresh.');
  }
}
