// Takes in what the shops say lies where. Locations that belong to no facility of ours are left out: what is there
// is nothing we can promise.

import { raiseProblem, recordLocationRead, recordShopLevels, resolveProblem } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { facilityLocations } from '@sendsale/store/read';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { ITEMS_A_CALL, readItemLevels, readLocationLevels, readLocations } from './read-levels.ts';

/** 400 pages of 250: a location with more items is read to there. */
const MAXIMUM_PAGES = 400;

interface Run {
  readonly at: Date;
  readonly signal: AbortSignal;
}

/** `done` counts the levels read. */
export async function downloadInventory(context: ShopifyContext, run: Run): Promise<JobOutcome> {
  let done = 0;
  for (const shop of context.shops) {
    if (run.signal.aborted) break;
    const read = await readShop(context, shop, run);
    done += read.levels;
    await noteAnswer(context, shop, { at: run.at, failure: read.failure });
  }
  return { done };
}

interface ShopRead {
  readonly levels: number;
  readonly failure: ShopifyFailure | null;
}

async function readShop(context: ShopifyContext, shop: ShopifyShop, run: Run): Promise<ShopRead> {
  const { shopId } = shop;
  const ours = await facilityLocations(context.database, { shopId });
  const locations = await readLocations(shop);
  if (!locations.ok) return { levels: 0, failure: locations.error };
  await noteLocations(context, shop, { at: run.at, ours, locations: locations.value });
  let levels = 0;
  for (const { id } of locations.value.filter((one) => one.isActive && ours.has(one.id))) {
    const read = await readLocation(context, shop, { ...run, locationId: id });
    levels += read.levels;
    if (read.failure !== null) return { levels, failure: read.failure };
  }
  return { levels, failure: null };
}

async function readLocation(
  { database, clock }: ShopifyContext,
  shop: ShopifyShop,
  where: Run & { readonly locationId: string },
): Promise<ShopRead> {
  const { locationId, signal } = where;
  const { shopId } = shop;
  const since = clock.now();
  let levels = 0;
  let after: string | null = null;
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    if (signal.aborted) return { levels, failure: null };
    const at = clock.now();
    const answer = await readLocationLevels(shop, { locationId, after });
    if (!answer.ok) return { levels, failure: answer.error };
    await recordShopLevels(database, { shopId, levels: answer.value.levels, at });
    levels += answer.value.levels.length;
    ({ after } = answer.value);
    if (after !== null) continue;
    await recordLocationRead(database, { shopId, locationId, since });
    break;
  }
  return { levels, failure: null };
}

/** Reads these items again: what a webhook told of, or what was about to be set. */
export async function readItems(
  { database, clock }: ShopifyContext,
  shop: ShopifyShop,
  inventoryItemIds: readonly string[],
): Promise<ShopifyFailure | null> {
  const ids = [...new Set(inventoryItemIds)];
  for (let start = 0; start < ids.length; start += ITEMS_A_CALL) {
    const at = clock.now();
    const answer = await readItemLevels(shop, ids.slice(start, start + ITEMS_A_CALL));
    if (!answer.ok) return answer.error;
    await recordShopLevels(database, { shopId: shop.shopId, levels: answer.value, at });
  }
  return null;
}

interface FoundLocations {
  readonly at: Date;
  readonly ours: ReadonlySet<string>;
  readonly locations: readonly { readonly id: string; readonly name: string; isActive: boolean }[];
}

/** A location of the shop that belongs to no facility, and a facility whose location the shop does not have (any more). */
async function noteLocations(
  { database }: ShopifyContext,
  { shopId }: ShopifyShop,
  found: FoundLocations,
): Promise<void> {
  const { at, ours, locations } = found;
  const active = new Set(locations.flatMap((one) => (one.isActive ? [one.id] : [])));
  const untied = locations.filter((one) => one.isActive && !ours.has(one.id));
  const gone = [...ours].filter((id) => !active.has(id));
  const code = 'SHOPIFY_LOCATION_UNTIED';
  const subject = `${shopId}/locations`;
  if (untied.length + gone.length === 0) {
    await resolveProblem(database, { code, subject, resolution: 'All are tied.', at });
    return;
  }
  const names = untied.map((one) => `${one.name} (${one.id})`);
  const message = [
    ...(names.length === 0 ? [] : [`Shopify locations of no facility: ${names.join(', ')}.`]),
    ...(gone.length === 0 ? [] : [`Locations the shop does not have: ${gone.join(', ')}.`]),
  ].join(' ');
  const detail = { untied: untied.map((one) => one.id), gone };
  await raiseProblem(database, { code, subject, message, detail, at });
}

async function noteAnswer(
  { database }: ShopifyContext,
  { shopId }: ShopifyShop,
  outcome: { readonly at: Date; readonly failure: ShopifyFailure | null },
): Promise<void> {
  const { at, failure } = outcome;
  const subject = `${shopId}/inventory`;
  if (failure !== null) {
    const { code, message } = failure;
    await raiseProblem(database, { code, subject, message, at });
    return;
  }
  for (const code of CODES)
    await resolveProblem(database, { code, subject, resolution: 'It was read.', at });
}

const CODES = [
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_ORDER_UNREADABLE',
  'SHOPIFY_VERSION_UNSUPPORTED',
] as const;
