// Holds, releases and cancellations Shopify has not heard of.

import type { JsonObject, NoticeKind } from '@sendsale/domain';
import type { Database } from '../../database.ts';

export interface OpenNotice {
  readonly id: number;
  readonly orderId: string;
  readonly orderName: string;
  /** The order's legacy id. */
  readonly shopifyId: string;
  readonly kind: NoticeKind;
  readonly body: JsonObject;
  /** When Shopify last refused one of this order; null when it did not. */
  readonly lastRefusedAt: Date | null;
}

/** Oldest first, so that a hold is told before its release. */
export async function openNotices(
  db: Database,
  options: { readonly shopId: string; readonly limit: number },
): Promise<readonly OpenNotice[]> {
  return db
    .selectFrom('shopify_notice as n')
    .innerJoin('sales_order as o', 'o.id', 'n.order_id')
    .leftJoin('problem as p', (join) =>
      join
        .onRef('p.subject', '=', 'n.order_id')
        .on('p.code', '=', 'SHOPIFY_NOTICE_REFUSED')
        .on('p.resolved_at', 'is', null),
    )
    .select([
      'n.id',
      'n.order_id as orderId',
      'o.name as orderName',
      'o.shopify_id as shopifyId',
      'n.kind',
      'n.body',
      'p.last_seen_at as lastRefusedAt',
    ])
    .where('o.shop_id', '=', options.shopId)
    .where('n.told_at', 'is', null)
    .orderBy('n.id')
    .limit(options.limit)
    .execute();
}
