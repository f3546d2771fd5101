// Follows the rung-up orders until each is where it should be, while the people of the retailer do their work. One
// list a look says where every order stands; the books are read once it says that all have ended.

import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSummary } from '@sendsale/api';
import { missingToEnd } from '../result/check-end.ts';
import type { OrderResult } from '../result/result.ts';
import type { LiveView, OrderLine } from '../view/live-view.ts';
import { readResults, withTimelines } from './read-results.ts';
import { RetailersPeople } from './retailers-people.ts';
import type { RungOrder } from './rung-order.ts';
import type { Scene } from './scene.ts';

export interface Followed {
  readonly orders: readonly OrderResult[];
  /** What was still missing when patience ended; empty when all arrived. */
  readonly missing: readonly string[];
}

export interface FollowOptions {
  readonly scene: Scene;
  readonly rung: readonly RungOrder[];
  readonly view: LiveView;
}

const TICK_MS = 250;
/** Nothing moved for so long: nothing will. */
const PATIENCE_MS = 90_000;
const LAST_WORD_MS = 10_000;

export async function followOrders(options: FollowOptions): Promise<Followed> {
  const { scene, rung, view } = options;
  const people = new RetailersPeople(scene, rung);
  const patience = new Patience(PATIENCE_MS);
  for (;;) {
    const summaries = await ordersByShopifyId(scene);
    await people.work(summaries);
    view.show(rung.map((each) => lineOf(each, summaries)));
    const open = rung.filter((each) => !hasEnded(summaries.get(each.shopifyId)));
    const isLate = patience.isOver(signatureOf(summaries, people.isDone));
    if ((open.length === 0 && people.isDone) || isLate) {
      const orders = await readResults(scene, rung, summaries);
      const missing = [
        ...orders.flatMap((order) => missingToEnd(order, endOf(rung, order))),
        ...absent(rung.length - orders.length),
      ];
      if (missing.length === 0) return { orders: await lastWord(scene, orders), missing };
      if (isLate) return { orders: await withTimelines(scene, orders), missing };
    }
    // Many orders make each look at the world longer; the pause keeps the machine for the work itself.
    await sleep(TICK_MS + Math.min(rung.length * 4, 2_000));
  }
}

function hasEnded(summary: OrderSummary | undefined): boolean {
  if (summary === undefined) return false;
  const { status, waitsFor } = summary;
  return (status === 'COMPLETED' || status === 'CANCELLED') && waitsFor === null;
}

function absent(count: number): string[] {
  return count === 0 ? [] : [`${count} orders never reached the OMS`];
}

function endOf(rung: readonly RungOrder[], order: OrderResult): RungOrder['end'] {
  return rung.find(({ name }) => name === order.name)?.end ?? null;
}

function signatureOf(summaries: ReadonlyMap<string, OrderSummary>, isDone: boolean): string {
  const orders = [...summaries.values()].map(({ status, stage, waitsFor, openProblems }) =>
    [status, stage, waitsFor, openProblems].join(' '),
  );
  return [isDone, ...orders].join('\n');
}

/** Ends when nothing has changed for a while. */
class Patience {
  readonly #limitMs: number;
  #last = '';
  #since = Date.now();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  isOver(signature: string): boolean {
    if (signature !== this.#last) {
      this.#last = signature;
      this.#since = Date.now();
    }
    return Date.now() - this.#since > this.#limitMs;
  }
}

/**
 * NetSuite's books are right a moment before the OMS hears of it. The last word is waited for, though not for
 * ever: a bundle that cannot acknowledge never says it.
 */
async function lastWord(scene: Scene, orders: readonly OrderResult[]): Promise<OrderResult[]> {
  const until = Date.now() + LAST_WORD_MS;
  for (;;) {
    const told = await withTimelines(scene, orders);
    if (told.every(isTold) || Date.now() > until) return told;
    await sleep(TICK_MS);
  }
}

function isTold({ timeline, netsuite }: OrderResult): boolean {
  const steps = new Set(timeline.map(({ step }) => step));
  return (
    (netsuite.invoices.length === 0 || steps.has('invoiced')) &&
    (netsuite.cashSales.length === 0 || steps.has('cash sale id received')) &&
    (netsuite.refunds.length === 0 || steps.has('refund created') || netsuite.credits.length > 0)
  );
}

async function ordersByShopifyId({ api }: Scene): Promise<ReadonlyMap<string, OrderSummary>> {
  const orders = await api.listOrders({ limit: 5000 });
  return new Map(orders.map((order) => [order.shopifyId, order]));
}

function lineOf(
  { name, shopifyId, scenario }: RungOrder,
  summaries: ReadonlyMap<string, OrderSummary>,
): OrderLine {
  const summary = summaries.get(shopifyId);
  return {
    name,
    scenario,
    total: summary?.total ?? '',
    stage: summary?.stage ?? 'rung up',
    waitsFor: summary === undefined ? 'download' : summary.waitsFor,
    arrived: hasEnded(summary),
  };
}
