// Everything a run plans with, in a handful of statements however many orders wait.

import type { RoutingOrder, BrokeringProblem } from '@sendsale/domain';
import type { Database } from '../../database.ts';
import { routingFacilities } from './routing-facilities.ts';
import { routingStock, stockHolds } from './routing-stock.ts';

export interface ProblemQuestion {
  readonly at: Date;
  readonly orders: readonly RoutingOrder[];
  /** Stock of these orders' products is loaded too. */
  readonly alsoOf?: readonly RoutingOrder[];
  readonly historyDays: number;
  /** Some rule asks how long stock lasts. */
  readonly asksSales: boolean;
}

export async function loadRoutingProblem(
  db: Database,
  question: ProblemQuestion,
): Promise<BrokeringProblem> {
  const { at, orders, alsoOf = [], historyDays, asksSales } = question;
  const all = [...orders, ...alsoOf];
  const products = new Set(all.flatMap((order) => order.items.map((item) => item.productId)));
  const productIds = [...products];
  const salesDays = asksSales ? historyDays : null;
  return {
    at: at.getTime(),
    orders,
    facilities: await routingFacilities(db, { at, historyDays }),
    stock: await routingStock(db, { at, productIds, salesDays }),
    holds: await stockHolds(db, productIds),
  };
}
