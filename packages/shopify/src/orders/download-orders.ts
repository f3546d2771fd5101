// The poll: finds orders that changed and takes each in. Where it looked last only saves work; an order that
// failed keeps a problem and is read again until it is in, and no order waits for another.

import { raiseProblem, recordPolledThrough, resolveProblem } from '@sendsale/oms';
import type { Channel } from '@sendsale/domain';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { channelMappings, openDownloadProblems, polledThrough } from '@sendsale/store/read';
import type { OpenDownloadProblem } from '@sendsale/store/read';
import { z } from 'zod';
import { checkApiVersion } from '../client/shopify-client.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { ORDERS_UPDATED_SINCE } from '../wire/operations.ts';
import { gid } from '../wire/scalars.ts';
import { DOWNLOAD_PROBLEMS, downloadSubject, takeOrder } from './take-order.ts';
import type { TakenOrder } from './take-order.ts';

/** Pages of 100 ids one run looks at; more is left to the next run, which follows at once. */
const MAXIMUM_PAGES = 10;
/** Shopify's index can lag behind, so each poll looks again at what changed shortly before. */
const OVERLAP_MS = 5 * 60 * 1000;
/** `updatedAt` counts seconds: an order read this soon after a change may have changed again unseen. */
const SETTLED_MS = 5_000;
/** Orders with a problem that are read again in one run, and how long after the last try. */
const MAXIMUM_AGAIN = 20;
const AGAIN_AFTER_MS = 60_000;
/** Orders remembered as read, a shop. */
const MAXIMUM_REMEMBERED = 5_000;

interface Run {
  readonly context: ShopifyContext;
  readonly shop: ShopifyShop;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly at: Date;
  readonly signal: AbortSignal;
  readonly counts: Map<TakenOrder, number>;
}

/** `done` counts orders that were new or changed. */
export async function downloadOrders(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  const counts = new Map<TakenOrder, number>();
  let again = false;
  for (const shop of context.shops) {
    const channels = await channelMappings(context.database, { shopId: shop.shopId });
    const more = await downloadShop({ context, shop, channels, counts, ...run });
    again ||= more;
  }
  const done = (counts.get('NEW') ?? 0) + (counts.get('REVISED') ?? 0);
  const note = [...counts].map(([kind, count]) => `${count} ${kind.toLowerCase()}`).join(', ');
  return { done, ...(note === '' ? {} : { note }), ...(again ? { again } : {}) };
}

/** @returns whether another run should follow */
async function downloadShop(run: Run): Promise<boolean> {
  await readAgain(run);
  let after: string | null = null;
  const query = await searchOf(run);
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    if (run.signal.aborted) return true;
    const answer = await listChanged(run.shop, query, after);
    if (!answer.ok) return shopFailed(run, answer.error);
    const down = await takePage(run, answer.value.nodes);
    if (down !== null) return shopFailed(run, down);
    if (!answer.value.pageInfo.hasNextPage) {
      await shopWorks(run);
      return false;
    }
    after = answer.value.pageInfo.endCursor ?? null;
  }
  return true;
}

const pageSchema = z.object({
  orders: z.object({
    nodes: z.array(z.object({ id: z.string(), updatedAt: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});
type ChangedOrder = z.output<typeof pageSchema>['orders']['nodes'][number];

async function listChanged(shop: ShopifyShop, query: string, after: string | null) {
  if (!shop.memory.versionChecked) {
    const checked = await checkApiVersion(shop.client);
    if (!checked.ok) return checked;
    shop.memory.versionChecked = true;
  }
  const variables = { query, after };
  const call = { operation: ORDERS_UPDATED_SINCE, variables, schema: pageSchema };
  const answer = await shop.client.query(call);
  return answer.ok ? { ok: true as const, value: answer.value.orders } : answer;
}

async function searchOf(run: Run): Promise<string> {
  const { shop } = run;
  const through = await polledThrough(run.context.database, { shopId: shop.shopId });
  const from =
    through === null
      ? (shop.downloadFrom ?? new Date(0))
      : new Date(Math.max(0, through.getTime() - OVERLAP_MS));
  return `updated_at:>='${from.toISOString().slice(0, 19)}Z'`;
}

/** @returns why the page was broken off: Shopify is gone. An order that fails by itself breaks nothing off. */
async function takePage(run: Run, orders: readonly ChangedOrder[]): Promise<ShopifyFailure | null> {
  for (const order of orders) {
    if (run.signal.aborted) return null;
    if (wasRead(run.shop, order)) continue;
    const taken = await takeOne(run, order.id, order.updatedAt);
    if (taken !== 'FAILED') continue;
    const alive = await checkApiVersion(run.shop.client);
    if (!alive.ok) return alive.error;
  }
  const last = orders.at(-1);
  if (last === undefined) return null;
  const { shopId } = run.shop;
  const seen = new Date(last.updatedAt);
  await recordPolledThrough(run.context.database, { shopId, polledThrough: seen });
  return null;
}

async function takeOne(run: Run, id: string, updatedAt: string | null): Promise<TakenOrder> {
  const { shop, channels, at } = run;
  const readAt = run.context.clock.now();
  const taken = await takeOrder(run.context.database, { shop, id, channels, at });
  run.counts.set(taken, (run.counts.get(taken) ?? 0) + 1);
  if (updatedAt !== null && taken !== 'FAILED') remember(shop, id, { updatedAt, readAt });
  return taken;
}

/** Whether this very change was read, long enough after it that nothing else can hide in the same second. */
function wasRead(shop: ShopifyShop, order: ChangedOrder): boolean {
  const read = shop.memory.read.get(order.id);
  if (read === undefined || read.updatedAt !== order.updatedAt) return false;
  return read.readAt.getTime() >= new Date(order.updatedAt).getTime() + SETTLED_MS;
}

function remember(
  shop: ShopifyShop,
  id: string,
  read: { readonly updatedAt: string; readonly readAt: Date },
): void {
  const { memory } = shop;
  memory.read.delete(id);
  memory.read.set(id, read);
  const oldest = memory.read.keys().next();
  if (memory.read.size > MAXIMUM_REMEMBERED && oldest.done !== true)
    memory.read.delete(oldest.value);
}

/** Orders that could not be taken in are tried again, whatever the poll has passed since. */
async function readAgain(run: Run): Promise<void> {
  const db = run.context.database;
  const prefix = downloadSubject(run.shop.shopId, '');
  const open = await openDownloadProblems(db, {
    codes: DOWNLOAD_PROBLEMS,
    prefix,
    limit: MAXIMUM_AGAIN,
  });
  const due = open.filter((one) => run.at.getTime() - one.lastSeenAt.getTime() >= AGAIN_AFTER_MS);
  for (const [subject, problems] of bySubject(due)) {
    if (run.signal.aborted) return;
    const taken = await takeOne(run, gid('Order', subject.slice(prefix.length)), null);
    if (taken === 'FAILED' || taken === 'REFUSED') continue;
    const resolution = taken === 'GONE' ? 'Shopify no longer has the order.' : 'The order is in.';
    for (const { code } of problems)
      await resolveProblem(db, { code, subject, resolution, at: run.at });
  }
}

function bySubject(problems: readonly OpenDownloadProblem[]): Map<string, OpenDownloadProblem[]> {
  const subjects = new Map<string, OpenDownloadProblem[]>();
  for (const one of problems)
    subjects.set(one.subject, [...(subjects.get(one.subject) ?? []), one]);
  return subjects;
}

const SHOP_PROBLEMS = [
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_ORDER_UNREADABLE',
  'SHOPIFY_VERSION_UNSUPPORTED',
] as const;

/** @returns true: it is tried again, later and later */
async function shopFailed(run: Run, failure: ShopifyFailure): Promise<true> {
  const { code, message } = failure;
  await raiseProblem(run.context.database, { code, subject: run.shop.shopId, message, at: run.at });
  return true;
}

async function shopWorks(run: Run): Promise<void> {
  const subject = run.shop.shopId;
  const resolution = 'Shopify answers again.';
  for (const code of SHOP_PROBLEMS)
    await resolveProblem(run.context.database, { code, subject, resolution, at: run.at });
}
