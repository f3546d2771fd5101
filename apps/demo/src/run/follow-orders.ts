// Follows the rung-up orders until each is where it should be, while the people of the retailer do their work.

import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSummary } from '@sendsale/api';
import { defined } from '@sendsale/std';
import { workStoreLists } from '../actors/store-staff.ts';
import { workWarehouse } from '../actors/warehouse-staff.ts';
import { missingToEnd } from '../result/check-end.ts';
import { readNetsuite } from '../result/read-netsuite.ts';
import type { OrderResult } from '../result/result.ts';
import type { ExpectedEnd, Scenario } from '../scenarios/scenario.ts';
import type { LiveView, OrderLine } from '../view/live-view.ts';
import { cancelAtTill, shopifyBooks } from '../wire/shopify-till.ts';
import { addUnknownItem } from './add-unknown-item.ts';
import type { Scene } from './scene.ts';

/** An order the demo rang up. */
export interface RungOrder {
  readonly scenario: Scenario;
  readonly shopifyId: string;
  readonly name: string;
}

export interface Followed {
  readonly orders: readonly OrderResult[];
  /** What was still missing when patience ended; empty when all arrived. */
  readonly missing: readonly string[];
}

export interface FollowOptions {
  readonly scene: Scene;
  readonly rung: readonly RungOrder[];
  readonly view: LiveView;
  readonly patienceMs: number;
}

const TICK_MS = 250;
const LAST_WORD_MS = 10_000;

export async function followOrders(options: FollowOptions): Promise<Followed> {
  const { scene, rung, view, patienceMs } = options;
  const staff = new Staff(scene, rung);
  const until = Date.now() + patienceMs;
  const arrived = new Map<string, OrderResult>();
  const patience = new Patience();
  for (;;) {
    const summaries = await ordersByShopifyId(scene);
    await staff.work(summaries);
    const open = rung.filter(({ name }) => !arrived.has(name));
    const orders = await readResults(scene, open, summaries);
    const missing = orders.flatMap((order) => {
      const lacks = missingToEnd(order, endOf(rung, order));
      if (lacks.length === 0 && patience.isOver(order)) arrived.set(order.name, order);
      return lacks;
    });
    view.show(rung.map((each) => lineOf(each, summaries, arrived)));
    const notYet = open.length - orders.length;
    const late = Date.now() > until;
    if (arrived.size === rung.length || late) {
      const all = [...arrived.values(), ...orders.filter(({ name }) => !arrived.has(name))];
      const absent = notYet === 0 ? [] : [`${notYet} orders never reached the OMS`];
      return { orders: inOrder(all, rung), missing: [...missing, ...absent] };
    }
    // Many orders make each look at the world longer; the pause keeps the machine for the work itself.
    await sleep(TICK_MS + Math.min(rung.length * 4, 2_000));
  }
}

function endOf(rung: readonly RungOrder[], order: OrderResult): ExpectedEnd {
  const found = rung.find(({ name }) => name === order.name);
  return defined(found, 'Only orders that were rung up are followed.').scenario.end;
}

/**
 * NetSuite's books are right a moment before the OMS hears of it. The last word is waited for, though not for
 * ever: a bundle that cannot acknowledge never says it.
 */
class Patience {
  readonly #bookedAt = new Map<string, number>();

  isOver({ name, timeline, netsuite }: OrderResult): boolean {
    const steps = new Set(timeline.map(({ step }) => step));
    const isTold =
      (netsuite.invoices.length === 0 || steps.has('invoiced')) &&
      (netsuite.cashSales.length === 0 || steps.has('cash sale id received')) &&
      (netsuite.refunds.length === 0 || steps.has('refund created'));
    const since = this.#bookedAt.get(name) ?? Date.now();
    this.#bookedAt.set(name, since);
    return isTold || Date.now() - since > LAST_WORD_MS;
  }
}

/** What the retailer's people do between two looks; each thing once. */
class Staff {
  readonly #scene: Scene;
  readonly #rung: readonly RungOrder[];
  readonly #missingAtFirst: Set<string>;
  readonly #cancelled = new Set<string>();
  #itemAdded = false;

  constructor(scene: Scene, rung: readonly RungOrder[]) {
    this.#scene = scene;
    this.#rung = rung;
    this.#missingAtFirst = new Set(this.#namesOf('send-sale-rejected'));
  }

  async work(summaries: ReadonlyMap<string, OrderSummary>): Promise<void> {
    const { api, netsuite, warehouseLocationId } = this.#scene;
    const untouched = this.#namesOf('send-sale-cancelled');
    const ids = [...summaries.values()]
      .filter(({ name }) => untouched.has(name))
      .map(({ id }) => id);
    await workStoreLists({ api, leaveAlone: untouched, missingAtFirst: this.#missingAtFirst });
    await workWarehouse(netsuite, warehouseLocationId, new Set(ids));
    await this.#cancelAfterDeposit(summaries);
    await this.#addItem();
  }

  async #cancelAfterDeposit(summaries: ReadonlyMap<string, OrderSummary>): Promise<void> {
    for (const { name, shopifyId, scenario } of this.#rung) {
      if (scenario.name !== 'send-sale-cancelled' || this.#cancelled.has(name)) continue;
      const id = summaries.get(shopifyId)?.id;
      if (id === undefined) continue;
      const { timeline } = await this.#scene.api.showOrder(id);
      if (!timeline.some(({ step }) => step === 'deposit created')) continue;
      this.#cancelled.add(name);
      await cancelAtTill(this.#scene.shopifyUrl, shopifyId);
    }
  }

  async #addItem(): Promise<void> {
    if (this.#itemAdded || this.#namesOf('unknown-item').size === 0) return;
    const problems = await this.#scene.api.problems();
    if (!problems.some(({ code }) => code === 'ITEM_NOT_IN_NETSUITE')) return;
    this.#itemAdded = true;
    await addUnknownItem(this.#scene);
  }

  #namesOf(scenario: string): Set<string> {
    return new Set(
      this.#rung.filter((each) => each.scenario.name === scenario).map(({ name }) => name),
    );
  }
}

async function ordersByShopifyId({ api }: Scene): Promise<ReadonlyMap<string, OrderSummary>> {
  const orders = await api.listOrders({ limit: 5000 });
  return new Map(orders.map((order) => [order.shopifyId, order]));
}

async function readResults(
  scene: Scene,
  rung: readonly RungOrder[],
  summaries: ReadonlyMap<string, OrderSummary>,
): Promise<OrderResult[]> {
  const booksOf = await readNetsuite(scene.netsuite);
  const shopify = await shopifyBooks(scene.shopifyUrl);
  const results: OrderResult[] = [];
  for (const { scenario, shopifyId } of rung) {
    const summary = summaries.get(shopifyId);
    const book = shopify.get(shopifyId);
    if (summary === undefined || book === undefined) continue;
    const { id, name, channel, status, timeline, problems } = await scene.api.showOrder(summary.id);
    results.push({
      scenario: scenario.name,
      name,
      channel,
      status,
      shopify: book,
      netsuite: booksOf(id),
      problems: problems.map(({ code }) => code),
      timeline: timeline.map(({ step, at, actor, via }) => ({ step, at, actor, via })),
    });
  }
  return results;
}

function lineOf(
  { name, shopifyId, scenario }: RungOrder,
  summaries: ReadonlyMap<string, OrderSummary>,
  arrived: ReadonlyMap<string, OrderResult>,
): OrderLine {
  const summary = summaries.get(shopifyId);
  return {
    name,
    scenario: scenario.name,
    total: summary?.total ?? '',
    stage: summary?.stage ?? 'rung up',
    waitsFor: summary === undefined ? 'download' : summary.waitsFor,
    arrived: arrived.has(name),
  };
}

function inOrder(orders: readonly OrderResult[], rung: readonly RungOrder[]): OrderResult[] {
  const place = new Map(rung.map(({ name }, index) => [name, index]));
  return [...orders].sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0));
}
