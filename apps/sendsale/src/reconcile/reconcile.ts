// Shopify, the OMS and NetSuite side by side: every order, every amount, every difference with a likely cause.

import type { Difference, Reconciliation } from '@sendsale/api';
import type { OrderBooks } from '@sendsale/netsuite';
import { shopifyBooks } from '@sendsale/shopify';
import type { ShopifyOrderBook } from '@sendsale/shopify';
import { orderBooks } from '@sendsale/store/read';
import type { OmsOrderBook } from '@sendsale/store/read';
import type { Oms } from '../compose.ts';
import { compareOrder } from './compare-order.ts';

/** Reads all three sides and compares them; changes nothing. */
export async function reconcile(oms: Oms): Promise<Reconciliation> {
  const ours = await orderBooks(oms.db);
  const byShopifyId = new Map(ours.map((book) => [`${book.shopId}/${book.shopifyId}`, book]));
  const { shopify, differences } = await readShopify(oms);
  const netsuite = await readNetsuite(oms, ours, differences);
  const seen = new Set<OmsOrderBook>();
  for (const book of shopify) {
    const own = byShopifyId.get(`${book.shopId}/${book.shopifyId}`) ?? null;
    if (own !== null) seen.add(own);
    differences.push(...compareOrder({ shopify: book, oms: own, netsuite }));
  }
  for (const own of ours) {
    if (!seen.has(own)) differences.push(...compareOrder({ shopify: null, oms: own, netsuite }));
  }
  return {
    orders: new Set([
      ...shopify.map(({ shopifyId }) => shopifyId),
      ...ours.map(({ shopifyId }) => shopifyId),
    ]).size,
    differences,
  };
}

async function readShopify(
  oms: Oms,
): Promise<{ shopify: ShopifyOrderBook[]; differences: Difference[] }> {
  const shopify: ShopifyOrderBook[] = [];
  const differences: Difference[] = [];
  for (const shop of oms.context.shopify.shops) {
    const books = await shopifyBooks(shop, null);
    if (books.ok) shopify.push(...books.value);
    else differences.push(unread(`all orders of ${shop.shopId}`, 'Shopify', books.error.message));
  }
  return { shopify, differences };
}

/** NetSuite's books by posting id; null when NetSuite cannot be read (a difference says so). */
async function readNetsuite(
  oms: Oms,
  ours: readonly OmsOrderBook[],
  differences: Difference[],
): Promise<ReadonlyMap<string, OrderBooks> | null> {
  const { restlets } = oms.context;
  if (restlets === null) {
    differences.push(unread('all orders', 'NetSuite', 'no RESTlets are configured'));
    return null;
  }
  const postingIds = ours.flatMap(({ postings }) => postings.map(({ id }) => id));
  const books = await restlets.readBack(postingIds);
  if (!books.ok) {
    differences.push(unread('all orders', 'NetSuite', books.error.message));
    return null;
  }
  return new Map(books.value.map((book) => [book.orderId, book]));
}

function unread(order: string, side: string, cause: string): Difference {
  return {
    order,
    what: `${side} could not be read`,
    shopify: null,
    oms: null,
    netsuite: null,
    cause,
  };
}
