// What a shop says its orders come to: one side of the reconciliation.

import { ok } from '@sendsale/std';
import type { Minor, Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { ORDER_TOTALS } from '../wire/operations.ts';
import { idSchema, moneySchema } from '../wire/scalars.ts';

export interface ShopifyOrderBook {
  readonly shopId: string;
  readonly shopifyId: string;
  readonly name: string;
  readonly currency: string;
  readonly total: Minor;
  readonly refunded: Minor;
  readonly cancelled: boolean;
  /** Shopify's displayFulfillmentStatus, e.g. FULFILLED. */
  readonly fulfillmentStatus: string;
}

/** 250,000 orders; a shop with more is reconciled by day. */
const MAXIMUM_PAGES = 2500;

const pageSchema = z.object({
  orders: z.object({
    nodes: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        test: z.boolean(),
        cancelledAt: z.string().nullish(),
        displayFulfillmentStatus: z.string(),
        currencyCode: z.string(),
        totalPriceSet: moneySchema,
        totalRefundedSet: moneySchema,
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});

/** Every order of the shop that changed since `since`; all that Shopify shows us when null. */
export async function shopifyBooks(
  shop: ShopifyShop,
  since: Date | null,
): Promise<Result<readonly ShopifyOrderBook[], ShopifyFailure>> {
  const query = since === null ? '' : `updated_at:>='${since.toISOString()}'`;
  const books: ShopifyOrderBook[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    const answer: Result<z.output<typeof pageSchema>, ShopifyFailure> = await shop.client.query({
      operation: ORDER_TOTALS,
      variables: { query, after },
      schema: pageSchema,
    });
    if (!answer.ok) return answer;
    const { orders }: z.output<typeof pageSchema> = answer.value;
    for (const node of orders.nodes) {
      books.push({
        shopId: shop.shopId,
        shopifyId: node.id,
        name: node.name,
        currency: node.currencyCode,
        total: node.totalPriceSet.shop,
        refunded: node.totalRefundedSet.shop,
        cancelled: typeof node.cancelledAt === 'string',
        fulfillmentStatus: node.displayFulfillmentStatus,
      });
    }
    if (!orders.pageInfo.hasNextPage) break;
    after = orders.pageInfo.endCursor ?? null;
  }
  return ok(books);
}
