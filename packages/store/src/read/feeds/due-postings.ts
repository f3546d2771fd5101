// Orders that must be booked in NetSuite, with everything their rows are made of. What is missing for one
// is decided by the connector; here an order is due when it may be booked and no ledger row says it was sent.

import type {
  Address,
  AdjustmentKind,
  Channel,
  Delivery,
  ItemStatus,
  PostingKind,
  ProblemCode,
} from '@sendsale/domain';
import type { Database } from '@sendsale/platform/db';
import { sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { unsent } from './conditions.ts';

export interface DuePosting extends DuePostingHead {
  readonly items: readonly DueItem[];
  readonly adjustments: readonly DueAdjustment[];
  readonly groups: readonly DueGroup[];
  readonly payments: readonly DuePayment[];
}

interface DuePostingHead {
  readonly postingId: string;
  readonly externalId: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly shopifyId: string;
  readonly shopId: string;
  readonly channel: Channel;
  readonly currency: string;
  readonly orderedAt: Date;
  readonly timeZone: string;
  readonly subsidiaryId: string | null;
  readonly customerId: string | null;
  readonly customerNetsuiteId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly shipTo: Address | null;
  readonly billTo: Address | null;
  readonly note: string | null;
  readonly sellingFacilityId: string | null;
  readonly sellingLocationId: string | null;
  readonly sellingDepartmentId: string | null;
}

export interface DueItem {
  readonly seq: string;
  readonly sku: string | null;
  readonly title: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly isGiftCard: boolean;
  readonly status: ItemStatus;
  readonly productId: string | null;
  readonly netsuiteItemId: string | null;
  /** NetSuite location of the facility that ships it; null before brokering. */
  readonly locationId: string | null;
}

export interface DueAdjustment {
  readonly kind: AdjustmentKind;
  readonly itemSeq: string | null;
  readonly amountMinor: number;
  readonly code: string | null;
}

export interface DueGroup {
  readonly seq: string;
  readonly delivery: Delivery;
  readonly shippingMethod: string | null;
  readonly shippingTitle: string | null;
}

export interface DuePayment {
  readonly gateway: string;
  readonly amountMinor: number;
}

export interface DuePostingsOptions {
  readonly feed: string;
  readonly kind: PostingKind;
  /** Problems that hold a posting back; those without stand first, then the ones looked at longest ago. */
  readonly obstacles: readonly ProblemCode[];
  readonly limit: number;
}

/**
 * Postings of one kind that are not in NetSuite and not in the feed's ledger. A sales order is due when its
 * order is neither held nor cancelled; a cash sale when all its items are completed (or cancelled). A posting
 * of nothing but charges is due too. An order whose customer waits for a NetSuite id is not due yet.
 */
export async function duePostings(
  db: Database<Tables>,
  options: DuePostingsOptions,
): Promise<DuePosting[]> {
  const heads = await dueHeads(db, options);
  if (heads.length === 0) return [];
  const ids = heads.map((head) => head.postingId);
  const items = groupByPosting(await itemsOf(db, ids));
  const adjustments = groupByPosting(await adjustmentsOf(db, ids));
  const groups = groupByPosting(await groupsOf(db, ids));
  const payments = groupByPosting(await paymentsOf(db, ids));
  return heads.map((head) => ({
    ...head,
    items: items.get(head.postingId) ?? [],
    adjustments: adjustments.get(head.postingId) ?? [],
    groups: groups.get(head.postingId) ?? [],
    payments: payments.get(head.postingId) ?? [],
  }));
}

async function dueHeads(
  db: Database<Tables>,
  options: DuePostingsOptions,
): Promise<DuePostingHead[]> {
  const ready =
    options.kind === 'CASH_SALE'
      ? sql<boolean>`(exists (select 1 from order_item i where i.posting_id = p.id and i.status = 'COMPLETED')
            or not exists (select 1 from order_item i where i.posting_id = p.id))
          and not exists (select 1 from order_item i where i.posting_id = p.id
            and i.status not in ('COMPLETED', 'CANCELLED'))`
      : sql<boolean>`o.status in ('CREATED', 'APPROVED', 'COMPLETED')
          and (exists (select 1 from order_item i where i.posting_id = p.id and i.status <> 'CANCELLED')
            or not exists (select 1 from order_item i where i.posting_id = p.id))`;
  return db
    .selectFrom('posting as p')
    .innerJoin('sales_order as o', 'o.id', 'p.order_id')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .leftJoin('customer as c', 'c.id', 'o.customer_id')
    .leftJoin('facility as f', 'f.id', 'o.selling_facility_id')
    .select([
      'p.id as postingId',
      'p.external_id as externalId',
      'o.id as orderId',
      'o.name as orderName',
      'o.shopify_id as shopifyId',
      'o.shop_id as shopId',
      'o.channel',
      'o.currency',
      'o.ordered_at as orderedAt',
      's.time_zone as timeZone',
      's.netsuite_subsidiary_id as subsidiaryId',
      'o.customer_id as customerId',
      'c.netsuite_id as customerNetsuiteId',
      'o.email',
      'o.phone',
      'o.ship_to as shipTo',
      'o.bill_to as billTo',
      'o.note',
      'o.selling_facility_id as sellingFacilityId',
      'f.netsuite_location_id as sellingLocationId',
      'f.netsuite_department_id as sellingDepartmentId',
    ])
    .where('p.kind', '=', options.kind)
    .where('p.netsuite_id', 'is', null)
    .where(ready)
    .where(sql<boolean>`(o.customer_id is null or c.netsuite_id is not null)`)
    .where(unsent(options.feed, sql`p.id`))
    .orderBy(
      sql`(select min(q.last_seen_at) from problem q where q.order_id = o.id and q.resolved_at is null
        and q.code in (${sql.join(options.obstacles)})) nulls first`,
    )
    .orderBy('o.entered_at')
    .orderBy('o.id')
    .limit(options.limit)
    .execute();
}

type OfPosting<T> = T & { readonly postingId: string };

async function itemsOf(
  db: Database<Tables>,
  ids: readonly string[],
): Promise<OfPosting<DueItem>[]> {
  return db
    .selectFrom('order_item as i')
    .leftJoin('product as p', 'p.id', 'i.product_id')
    .leftJoin('facility as f', 'f.id', 'i.facility_id')
    .select([
      'i.posting_id as postingId',
      'i.seq',
      'i.sku',
      'i.title',
      'i.quantity',
      'i.unit_price_minor as unitPriceMinor',
      'i.is_gift_card as isGiftCard',
      'i.status',
      'i.product_id as productId',
      'p.netsuite_item_id as netsuiteItemId',
      'f.netsuite_location_id as locationId',
    ])
    .where('i.posting_id', 'in', ids)
    .orderBy('i.posting_id')
    .orderBy('i.seq')
    .execute();
}

async function adjustmentsOf(
  db: Database<Tables>,
  ids: readonly string[],
): Promise<OfPosting<DueAdjustment>[]> {
  return db
    .selectFrom('order_adjustment')
    .select([
      'posting_id as postingId',
      'kind',
      'item_seq as itemSeq',
      'amount_minor as amountMinor',
      'code',
    ])
    .where('posting_id', 'in', ids)
    .orderBy('posting_id')
    .orderBy('seq')
    .execute();
}

async function groupsOf(
  db: Database<Tables>,
  ids: readonly string[],
): Promise<OfPosting<DueGroup>[]> {
  return db
    .selectFrom('ship_group')
    .select([
      'posting_id as postingId',
      'seq',
      'delivery',
      'shipping_method as shippingMethod',
      'shipping_title as shippingTitle',
    ])
    .where('posting_id', 'in', ids)
    .orderBy('posting_id')
    .orderBy('seq')
    .execute();
}

async function paymentsOf(
  db: Database<Tables>,
  ids: readonly string[],
): Promise<OfPosting<DuePayment>[]> {
  return db
    .selectFrom('payment_share as s')
    .innerJoin('payment as p', 'p.id', 's.payment_id')
    .select(['s.posting_id as postingId', 'p.gateway', 's.amount_minor as amountMinor'])
    .where('s.posting_id', 'in', ids)
    .where('p.status', '=', 'SUCCESS')
    .where('p.kind', 'in', ['SALE', 'CAPTURE'])
    .orderBy('p.id')
    .execute();
}

function groupByPosting<T>(rows: readonly OfPosting<T>[]): Map<string, OfPosting<T>[]> {
  const groups = new Map<string, OfPosting<T>[]>();
  for (const row of rows) {
    const group = groups.get(row.postingId);
    if (group === undefined) groups.set(row.postingId, [row]);
    else group.push(row);
  }
  return groups;
}
