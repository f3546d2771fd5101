// The people at the tills after the sale: each change of a generated order is made once, as soon as the order has come
// as far as its change says.

import type { ApiClient, OrderSummary } from '@sendsale/api';
import type { Moment } from '../scenarios/random-change.ts';
import type { RungOrder } from '../run/rung-order.ts';
import { changeAtTill } from '../wire/shopify-till.ts';

/** A stage at which the order has come that far; later ones too. */
const STAGES = [
  'downloaded',
  'customer id received',
  'cash sale exported',
  'order id received',
  'line ids received',
  'approved',
  'brokered',
  'fulfilled',
  'Shopify told',
  'invoiced',
];
const REACHED: Readonly<Record<Exclude<Moment, 'done' | 'rung up'>, number>> = {
  booked: STAGES.indexOf('order id received'),
  brokered: STAGES.indexOf('brokered'),
  shipped: STAGES.indexOf('Shopify told'),
};

/** What the OMS writes down when it has heard of a change; one happens to an order. */
const HEARD = new Set(['edited', 'refunded', 'cancelled']);

export class TillClerk {
  readonly #shopifyUrl: string;
  readonly #api: ApiClient;
  readonly #open: Map<string, RungOrder>;
  /** Changed, and the OMS has not heard of it yet. */
  readonly #unheard = new Map<string, RungOrder>();

  constructor(
    { shopifyUrl, api }: { readonly shopifyUrl: string; readonly api: ApiClient },
    rung: readonly RungOrder[],
  ) {
    this.#shopifyUrl = shopifyUrl;
    this.#api = api;
    this.#open = new Map(
      rung.filter(({ change }) => change !== null).map((order) => [order.name, order]),
    );
  }

  /** Changes still to be made. */
  get open(): number {
    return this.#open.size;
  }

  /** Orders that must not ship before their change is made and known: who ships what was just given up needs a person. */
  get waiting(): ReadonlySet<string> {
    const early = [...this.#open.values(), ...this.#unheard.values()].filter(
      ({ change }) => change !== null && change.at !== 'shipped' && change.at !== 'done',
    );
    return new Set(early.map(({ name }) => name));
  }

  /** @returns how many changes were made */
  async work(summaries: ReadonlyMap<string, OrderSummary>): Promise<number> {
    const due = [...this.#open.values()].filter(({ change, shopifyId }) =>
      hasCome(change?.at ?? 'done', summaries.get(shopifyId)),
    );
    for (const order of due) {
      const { name, shopifyId, change } = order;
      this.#open.delete(name);
      if (change === null) continue;
      await changeAtTill(this.#shopifyUrl, shopifyId, change.action);
      this.#unheard.set(name, order);
    }
    await this.#listen(summaries);
    return due.length;
  }

  async #listen(summaries: ReadonlyMap<string, OrderSummary>): Promise<void> {
    for (const { name, shopifyId } of this.#unheard.values()) {
      const id = summaries.get(shopifyId)?.id;
      if (id === undefined) continue;
      const { timeline } = await this.#api.showOrder(id);
      if (timeline.some(({ step }) => HEARD.has(step))) this.#unheard.delete(name);
    }
  }
}

function hasCome(at: Moment, summary: OrderSummary | undefined): boolean {
  if (at === 'rung up') return true;
  if (summary === undefined) return false;
  if (summary.waitsFor === null) return true;
  return at !== 'done' && STAGES.indexOf(summary.stage) >= REACHED[at];
}
