// Reads the three sides of a day's orders, each from where it is kept: Shopify and NetSuite over the wire, never
// from what we stored of them.

import type { NetsuiteBook, OmsBook, ShopifyBook, ThreeBooks } from '@sendsale/domain';
import { netsuiteBook } from '@sendsale/netsuite';
import { shopifyBook, shopifyBooks } from '@sendsale/shopify';
import type { ShopifyShop } from '@sendsale/shopify';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { orderBooks } from '@sendsale/store/read';
import type { ShopDay } from '@sendsale/store/read';
import type { JobContext } from '../job-context.ts';

/** Which side could not be read, and why. */
export interface Unread {
  readonly side: 'SHOPIFY' | 'NETSUITE';
  readonly message: string;
}

/** The books of every order of a shop's day, on whichever side it is known. */
export async function readDay(
  context: JobContext,
  day: ShopDay,
): Promise<Result<ThreeBooks[], Unread>> {
  const shop = shopOf(context, day.shopId);
  if (shop === null) return unread('SHOPIFY', `no connection to the shop ${day.shopId} is set up`);
  const theirs = await shopifyBooks(shop, day);
  if (!theirs.ok) return unread('SHOPIFY', theirs.error.message);
  const ours = await orderBooks(context.database, day);
  const known = new Map(ours.map((book) => [book.shopifyId, book]));
  const missing = theirs.value.map((one) => one.shopifyId).filter((id) => !known.has(id));
  // An order whose instant differs between the sides is on another day of ours.
  const moved = await orderBooks(context.database, { shopId: day.shopId, shopifyIds: missing });
  for (const book of moved) known.set(book.shopifyId, book);
  const seen = new Map(theirs.value.map((one) => [one.shopifyId, one]));
  for (const { shopifyId } of ours.filter((book) => !seen.has(book.shopifyId))) {
    const one = await shopifyBook(shop, shopifyId);
    if (!one.ok) return unread('SHOPIFY', one.error.message);
    if (one.value !== null) seen.set(shopifyId, one.value);
  }
  return join(context, [...known.values()], [...seen.values()]);
}

/** The books of one order. */
export async function readOrder(
  context: JobContext,
  book: OmsBook,
): Promise<Result<ThreeBooks[], Unread>> {
  const shop = shopOf(context, book.shopId);
  if (shop === null) return unread('SHOPIFY', `no connection to the shop ${book.shopId} is set up`);
  const theirs = await shopifyBook(shop, book.shopifyId);
  if (!theirs.ok) return unread('SHOPIFY', theirs.error.message);
  return join(context, [book], theirs.value === null ? [] : [theirs.value]);
}

async function join(
  context: JobContext,
  ours: readonly OmsBook[],
  theirs: readonly ShopifyBook[],
): Promise<Result<ThreeBooks[], Unread>> {
  const netsuite = await readNetsuite(context, ours);
  if (!netsuite.ok) return netsuite;
  const known = new Map(ours.map((book) => [book.shopifyId, book]));
  const seen = new Map(theirs.map((book) => [book.shopifyId, book]));
  return ok(
    [...new Set([...known.keys(), ...seen.keys()])].map((id) => ({
      shopify: seen.get(id) ?? null,
      oms: known.get(id) ?? null,
      netsuite: netsuite.value,
    })),
  );
}

async function readNetsuite(
  context: JobContext,
  ours: readonly OmsBook[],
): Promise<Result<ReadonlyMap<string, NetsuiteBook>, Unread>> {
  const { restlets } = context;
  if (restlets === null) return unread('NETSUITE', 'no RESTlets are configured');
  const currencies = new Map(
    ours.flatMap(({ postings, currency }) => postings.map(({ id }) => [id, currency] as const)),
  );
  const books = await restlets.readBack([...currencies.keys()]);
  if (!books.ok) return unread('NETSUITE', books.error.message);
  return ok(
    new Map(
      books.value.map((one) => [
        one.orderId,
        netsuiteBook(one, currencies.get(one.orderId) ?? 'USD'),
      ]),
    ),
  );
}

function shopOf(context: JobContext, shopId: string): ShopifyShop | null {
  return context.shopify.shops.find((shop) => shop.shopId === shopId) ?? null;
}

function unread(side: Unread['side'], message: string): Result<never, Unread> {
  return fail({ side, message });
}
