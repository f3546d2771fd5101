// Follows a merge of two customers, in Shopify or in NetSuite.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { customerOf, mergeCustomers, nameCustomer } from '@sendsale/store/write';

export interface FollowMergeOptions {
  readonly shopId: string;
  /** Shopify ids: the customer that is gone, and the one that stays. */
  readonly goneShopifyId: string;
  readonly keptShopifyId: string;
  readonly at: Date;
}

/**
 * From now on both ids are the one who stays, and so are the orders of both. One who is gone and whom we never saw
 * needs no merging. RECORD_UNKNOWN when we know neither.
 */
export async function followMerge(
  db: Database,
  options: FollowMergeOptions,
): Promise<Result<{ readonly orderIds: readonly string[] }, Problem>> {
  const { shopId, goneShopifyId, keptShopifyId, at } = options;
  return inTransaction(db, async (tx) => {
    const fromId = await customerOf(tx, { shopId, shopifyId: goneShopifyId });
    const intoId = await customerOf(tx, { shopId, shopifyId: keptShopifyId });
    if (intoId === null && fromId === null) {
      const subject = `customer ${keptShopifyId}`;
      return fail(problem({ code: 'RECORD_UNKNOWN', subject }));
    }
    if (fromId === null || fromId === intoId) return ok({ orderIds: [] });
    // We never saw the one who stays: what comes under that id from now on is the person we know.
    if (intoId === null) {
      await nameCustomer(tx, { shopId, shopifyId: keptShopifyId, customerId: fromId, at });
      return ok({ orderIds: [] });
    }
    return ok({ orderIds: await mergeCustomers(tx, { fromId, intoId, at }) });
  });
}
