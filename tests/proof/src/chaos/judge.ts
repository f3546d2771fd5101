// After the storm: what Shopify sold and what NetSuite has booked, read from the two themselves.

import { callJson } from '@sendsale/demo/parts';
import pg from 'pg';
import { z } from 'zod';
import type { Stage } from './stage.ts';

const Sold = z.object({ legacyId: z.string(), name: z.string() }).array();

export interface Judgement {
  readonly orders: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Differences the three-way reconciliation names. */
  readonly differences: readonly string[];
  /** Rows, files and webhooks that wait. */
  readonly waiting: number;
  readonly openProblems: readonly string[];
}

export async function judge(stage: Stage): Promise<Judgement> {
  const sold = Sold.parse(await callJson(`${stage.shopifyUrl}/control/orders`));
  const ids = async (type: string, field: string): Promise<string[]> =>
    (await stage.netsuite.records(type)).map(({ fields }) => textOf(fields[field]));
  const salesOrders = await ids('salesorder', 'externalid');
  const cashSales = await ids('cashsale', 'externalid');
  const booked = new Set([...salesOrders, ...cashSales].map((id) => id.split('-')[0]));
  const records = [
    ...named('sales order', salesOrders),
    ...named('cash sale', cashSales),
    ...named('deposit', await ids('customerdeposit', 'externalid')),
    ...named('invoice of', await ids('invoice', 'createdfrom')),
    ...named('fulfillment', await ids('itemfulfillment', 'externalid')),
    ...named('posting', await ids('salesorder', 'custbody_hc_order_id')),
  ];
  const { differences } = await stage.api.reconcile();
  const problems = await stage.api.problems();
  return {
    orders: sold.length,
    lost: sold.filter(({ legacyId }) => !booked.has(legacyId)).map(({ name }) => name),
    twice: repeated(records),
    differences: differences.map(({ order, what, cause }) => `${order} ${what}: ${cause}`),
    waiting: await countWaiting(stage.postgres.url),
    openProblems: problems.map(({ code, subject }) => `${code} ${subject}`),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function named(what: string, ids: readonly string[]): string[] {
  return ids.filter((id) => id !== '').map((id) => `${what} ${id}`);
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

const WAITING = `select (select count(*) from ledger where state in ('WRITTEN', 'HANDED_OVER'))
  + (select count(*) from feed_file where state in ('WRITTEN', 'RECEIVED'))
  + (select count(*) from message where state = 'RECEIVED') as waiting`;

async function countWaiting(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ waiting: string }>(WAITING);
    return Number(rows[0]?.waiting ?? 0);
  } finally {
    await client.end();
  }
}
