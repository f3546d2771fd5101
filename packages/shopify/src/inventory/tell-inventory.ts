// Sets in Shopify what is available where our stock says otherwise, for shops whose rule TELL_INVENTORY is on.
//
// A sale can happen at any moment, so nothing is set from an old reading: the levels are read, then the orders that
// came until then are taken in, and only then are the two compared. Each quantity is set with what it was when it was
// read (`changeFromQuantity`): a sale in between makes Shopify refuse it, and the next run begins anew.

import { createHash } from 'node:crypto';
import { levelSubject, raiseProblem, recordLevelsTold } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { levelsToTell, shopRules } from '@sendsale/store/read';
import type { LevelToTell } from '@sendsale/store/read';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import { downloadOrders } from '../orders/download-orders.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { downloadInventory } from './download-inventory.ts';
import { setLevels } from './set-levels.ts';
import type { RefusedLevel } from './set-levels.ts';

/** Quantities one call sets; Shopify takes 250. */
const LEVELS_A_CALL = 100;
/** Calls of one shop in one run. */
const MAXIMUM_CALLS = 50;
/** A level Shopify refused is left alone this long. */
const QUIET_MS = 60 * 60 * 1000;

interface Run {
  readonly at: Date;
  readonly signal: AbortSignal;
}

/** `done` counts levels set. */
export async function tellInventory(context: ShopifyContext, run: Run): Promise<JobOutcome> {
  const shops: ShopifyShop[] = [];
  for (const shop of context.shops) {
    const rules = await shopRules(context.database, { shopId: shop.shopId });
    if (rules.tellInventory) shops.push(shop);
  }
  if (shops.length === 0) return { done: 0 };
  const readSince = context.clock.now();
  await downloadInventory({ ...context, shops }, run);
  const orders = await downloadOrders({ ...context, shops }, run);
  // Orders that are not in yet are promises we do not know of.
  if (orders.again === true) return { done: 0, note: 'orders first', again: true };
  let done = 0;
  for (const shop of shops) done += await tellShop(context, shop, { ...run, readSince });
  return { done };
}

async function tellShop(
  context: ShopifyContext,
  shop: ShopifyShop,
  run: Run & { readonly readSince: Date },
): Promise<number> {
  const { shopId } = shop;
  const { at, readSince, signal } = run;
  const quietSince = new Date(at.getTime() - QUIET_MS);
  const except: string[] = [];
  let done = 0;
  for (let call = 0; call < MAXIMUM_CALLS && !signal.aborted; call += 1) {
    const question = { shopId, readSince, quietSince, except, limit: LEVELS_A_CALL };
    const levels = await levelsToTell(context.database, question);
    if (levels.length === 0) break;
    const told = await tellLevels(context, shop, { levels, at });
    if (told === null) break;
    done += told.done;
    // A level that was sold from since must wait for that sale: the next run begins with both.
    except.push(...told.stale.map((one) => `${one.inventoryItemId}@${one.locationId}`));
  }
  return done;
}

interface ToldLevels {
  readonly done: number;
  readonly stale: readonly LevelToTell[];
}

/** Sets all or none: what was in the way is noted, and the rest comes with the next call. @returns null: no usable answer */
async function tellLevels(
  context: ShopifyContext,
  shop: ShopifyShop,
  what: { readonly levels: readonly LevelToTell[]; readonly at: Date },
): Promise<ToldLevels | null> {
  const { levels, at } = what;
  const { shopId } = shop;
  const key = keyOf(shopId, levels, at);
  const answer = await setLevels(shop, { levels, key });
  if (!answer.ok) {
    await noteFailure(context, shop, { failure: answer.error, at });
    return null;
  }
  if (answer.value.length === 0) {
    const told = levels.map(({ wanted, ...level }) => ({ ...level, available: wanted }));
    await recordLevelsTold(context.database, { shopId, levels: told, key, at });
    return { done: levels.length, stale: [] };
  }
  const isStale = (one: RefusedLevel): boolean => one.code === 'CHANGE_FROM_QUANTITY_STALE';
  for (const one of answer.value.filter((refused) => !isStale(refused)))
    await noteRefusal(context, shop, { refused: one, at });
  return { done: 0, stale: answer.value.filter(isStale).map((one) => one.level) };
}

/** The same quantities of the same reading are the same call, however often it is made. */
function keyOf(shopId: string, levels: readonly LevelToTell[], at: Date): string {
  const text = JSON.stringify([shopId, at.toISOString(), levels]);
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

async function noteRefusal(
  { database }: ShopifyContext,
  { shopId }: ShopifyShop,
  what: { readonly refused: RefusedLevel; readonly at: Date },
): Promise<void> {
  const { level, code: reason, message: said } = what.refused;
  const message = `Shopify does not take ${level.wanted} of ${level.sku} at ${level.facilityId}: ${said}`;
  const subject = levelSubject(shopId, level);
  const detail = { ...level, reason };
  const code = 'SHOPIFY_INVENTORY_REFUSED';
  await raiseProblem(database, { code, subject, message, detail, at: what.at });
}

async function noteFailure(
  { database }: ShopifyContext,
  { shopId }: ShopifyShop,
  what: { readonly failure: ShopifyFailure; readonly at: Date },
): Promise<void> {
  const { code, message } = what.failure;
  await raiseProblem(database, { code, subject: `${shopId}/inventory`, message, at: what.at });
}
