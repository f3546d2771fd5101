// Has Shopify list all orders of a shop (a bulk operation): for the first backfill, and every night to find what
// webhooks and polls have missed. The list says only which orders there are and when each changed last; those
// that differ from what we have are read by id like any other.

import {
  raiseProblem,
  recordBulkEnded,
  recordBulkStarted,
  requestOrders,
  resolveProblem,
} from '@sendsale/oms';
import type { BulkPurpose } from '@sendsale/domain';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { differingOrders, lastBulkRun, newestBulkRun, openBulkRuns } from '@sendsale/store/read';
import type { BulkRun, ListedOrder } from '@sendsale/store/read';
import { z } from 'zod';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { BULK_OPERATION, BULK_RUN, bulkOrders } from '../wire/operations.ts';
import { legacyId } from '../wire/scalars.ts';
import { readJsonLines } from './read-json-lines.ts';

/** The nightly check looks this far back; a deposit is refunded, a return comes in within it. */
const NIGHTLY_DAYS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/** One list a day; after one that failed the next is begun within the hour. */
const EVERY_MS = 23 * 60 * 60 * 1000;
const AFTER_FAILURE_MS = 50 * 60 * 1000;

/** Starts the shop's first backfill, or the day's check; ends runs that Shopify has finished. */
export async function listOrders(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  const ended = await checkBulkRuns(context, run);
  let started = false;
  for (const shop of context.shops) {
    if (run.signal.aborted) break;
    const purpose = await duePurpose(context, shop, run.at);
    if (purpose === null) continue;
    if (await start(context, { shop, purpose, at: run.at })) started = true;
  }
  return started ? { ...ended, again: true } : ended;
}

/** @returns null while one runs, or the last one is recent */
async function duePurpose(
  { database }: ShopifyContext,
  { shopId }: ShopifyShop,
  at: Date,
): Promise<BulkPurpose | null> {
  const newest = await newestBulkRun(database, { shopId });
  if (newest === null) return 'BACKFILL';
  if (newest.state === 'RUNNING') return null;
  const age = at.getTime() - newest.startedAt.getTime();
  if (age < (newest.state === 'FAILED' ? AFTER_FAILURE_MS : EVERY_MS)) return null;
  const backfill = await lastBulkRun(database, { shopId, purpose: 'BACKFILL' });
  return backfill === null ? 'BACKFILL' : 'NIGHTLY';
}

const startedSchema = z.object({
  bulkOperationRunQuery: z.object({
    bulkOperation: z.object({ id: z.string() }).nullable(),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

async function start(
  context: ShopifyContext,
  what: { readonly shop: ShopifyShop; readonly purpose: BulkPurpose; readonly at: Date },
): Promise<boolean> {
  const { shop, purpose, at } = what;
  const variables = { query: bulkOrders(searchOf(what)) };
  const answer = await shop.client.mutate({
    operation: BULK_RUN,
    variables,
    schema: startedSchema,
  });
  if (!answer.ok) {
    await failed(context, { shopId: shop.shopId, why: answer.error.message, at });
    return false;
  }
  const { bulkOperation, userErrors } = answer.value.bulkOperationRunQuery;
  if (bulkOperation === null) {
    const why = userErrors.map((one) => one.message).join(' ');
    await failed(context, { shopId: shop.shopId, why, at });
    return false;
  }
  const operationId = bulkOperation.id;
  await recordBulkStarted(context.database, { shopId: shop.shopId, purpose, operationId, at });
  return true;
}

function searchOf(what: {
  readonly shop: ShopifyShop;
  readonly purpose: BulkPurpose;
  readonly at: Date;
}): string | null {
  const since =
    what.purpose === 'BACKFILL'
      ? what.shop.downloadFrom
      : new Date(what.at.getTime() - NIGHTLY_DAYS * DAY_MS);
  return since === null ? null : `updated_at:>='${since.toISOString().slice(0, 19)}Z'`;
}

const operationSchema = z.object({
  bulkOperation: z
    .object({
      status: z.string(),
      errorCode: z.string().nullish(),
      url: z.string().nullish(),
      partialDataUrl: z.string().nullish(),
    })
    .nullable(),
});

/** Ends the runs Shopify has finished. `done` counts orders that must be read; `again` while one runs. */
export async function checkBulkRuns(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  let done = 0;
  let listed = 0;
  let open = false;
  for (const shop of context.shops) {
    for (const bulk of await openBulkRuns(context.database, { shopId: shop.shopId })) {
      if (run.signal.aborted) return { done };
      const ended = await check(context, { shop, bulk, at: run.at });
      open ||= ended === null;
      done += ended?.differing ?? 0;
      listed += ended?.listed ?? 0;
    }
  }
  const note = `${listed} orders listed, ${done} to read`;
  return { done, ...(listed > 0 ? { note } : {}), ...(open ? { again: true } : {}) };
}

const FILE_GONE = 'Its file can no longer be fetched, or broke off.';

interface Ended {
  readonly listed: number;
  readonly differing: number;
}

/** @returns null while Shopify still writes */
async function check(
  context: ShopifyContext,
  what: { readonly shop: ShopifyShop; readonly bulk: BulkRun; readonly at: Date },
): Promise<Ended | null> {
  const { shop, bulk, at } = what;
  const answer = await shop.client.query({
    operation: BULK_OPERATION,
    variables: { id: bulk.operationId },
    schema: operationSchema,
  });
  if (!answer.ok) return null;
  const operation = answer.value.bulkOperation;
  const status = operation?.status ?? 'EXPIRED';
  if (['CREATED', 'RUNNING', 'CANCELING'].includes(status)) return null;
  const completed = status === 'COMPLETED';
  // What a list wrote before it failed is as true as any other. Without orders there is no file.
  const url = (completed ? operation?.url : operation?.partialDataUrl) ?? null;
  const read = await readList(context, { shop, url, at });
  const ended = read ?? { listed: 0, differing: 0 };
  const error = completed ? (read === null ? FILE_GONE : null) : (operation?.errorCode ?? status);
  const state = error === null ? 'DONE' : 'FAILED';
  await recordBulkEnded(context.database, { id: bulk.id, state, ...ended, error, at });
  if (error !== null) await failed(context, { shopId: shop.shopId, why: error, at });
  else await worked(context, shop.shopId, at);
  return ended;
}

const lineSchema = z.object({ id: z.string(), updatedAt: z.string() });

/** @returns null when the file could not be fetched whole: the next run asks for another */
async function readList(
  context: ShopifyContext,
  what: { readonly shop: ShopifyShop; readonly url: string | null; readonly at: Date },
): Promise<Ended | null> {
  const { shop, url, at } = what;
  let listed = 0;
  let differing = 0;
  let batch: ListedOrder[] = [];
  const flush = async (): Promise<void> => {
    const orders = batch;
    batch = [];
    const { shopId } = shop;
    const shopifyIds = await differingOrders(context.database, { shopId, orders });
    const reason = 'differs from the list of all orders';
    await requestOrders(context.database, { shopId, shopifyIds, reason, at });
    differing += shopifyIds.length;
  };
  try {
    for await (const line of url === null ? [] : readJsonLines(url)) {
      const { id, updatedAt } = lineSchema.parse(line);
      listed += 1;
      batch.push({ shopifyId: legacyId(id), updatedAt });
      if (batch.length === BATCH) await flush();
    }
  } catch {
    return null;
  }
  await flush();
  return { listed, differing };
}

const CODE = 'SHOPIFY_BULK_FAILED';

async function failed(
  { database }: ShopifyContext,
  what: { readonly shopId: string; readonly why: string; readonly at: Date },
): Promise<void> {
  const message = `The list of all orders failed: ${what.why}`;
  await raiseProblem(database, { code: CODE, subject: what.shopId, message, at: what.at });
}

async function worked({ database }: ShopifyContext, subject: string, at: Date): Promise<void> {
  await resolveProblem(database, { code: CODE, subject, resolution: 'A later list worked.', at });
}
