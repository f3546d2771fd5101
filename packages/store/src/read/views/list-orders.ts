// Orders as a list shows them: the newest first, with what is needed to say where each stands.

import type { Channel, OrderStatus, PostingKind } from '@sendsale/domain';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export interface OrderHead {
  readonly id: string;
  readonly name: string;
  readonly shopId: string;
  readonly shopifyId: string;
  readonly channel: Channel;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly totalMinor: number;
  readonly orderedAt: Date;
  readonly postingKinds: readonly PostingKind[];
  /** Every step its timeline has. */
  readonly steps: readonly string[];
  readonly openItems: number;
  readonly openProblems: number;
  /** The message of the oldest open problem. */
  readonly problem: string | null;
}

export interface ListOrdersOptions {
  readonly limit: number;
  readonly status?: OrderStatus;
  /** Only the order with this id, or the orders with this name. */
  readonly nameOrId?: string;
  /** Only orders sold at or shipped from these places; null or left out: all. */
  readonly facilityIds?: readonly string[] | null;
}

export async function listOrders(db: Database, options: ListOrdersOptions): Promise<OrderHead[]> {
  const { limit, status, nameOrId, facilityIds = null } = options;
  const statusIs = status === undefined ? sql`true` : sql`o.status = ${status}`;
  const nameIs =
    nameOrId === undefined ? sql`true` : sql`(o.id = ${nameOrId} or o.name = ${nameOrId})`;
  const { rows } = await sql<OrderHead>`
    select ${HEAD_COLUMNS}
    from sales_order o
    where ${statusIs} and ${nameIs} and ${concerns(facilityIds)}
    order by o.entered_at desc, o.id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** What a head of the order `o` is read from. */
export const HEAD_COLUMNS = sql`o.id, o.name, o.shop_id as "shopId", o.shopify_id as "shopifyId", o.channel, o.status,
      o.currency, o.total_minor as "totalMinor", o.ordered_at as "orderedAt",
      -- What is given up whole has no road left to go.
      array(select p.kind from posting p where p.order_id = o.id
        and (exists (select 1 from order_item i where i.posting_id = p.id and i.status <> 'CANCELLED')
          or not exists (select 1 from order_item i where i.posting_id = p.id))
        order by p.kind desc) as "postingKinds",
      array(select distinct t.step from order_timeline t where t.order_id = o.id) as steps,
      (select count(*) from order_item i
        where i.order_id = o.id and i.status in ('CREATED', 'APPROVED')) as "openItems",
      (select count(*) from problem r
        where r.order_id = o.id and r.resolved_at is null) as "openProblems",
      (select r.message from problem r
        where r.order_id = o.id and r.resolved_at is null order by r.id limit 1) as problem`;

/** Whether the order `o` was sold at, or has something from, one of the places. */
export function concerns(facilityIds: readonly string[] | null) {
  if (facilityIds === null) return sql<boolean>`true`;
  const places = sql`any(${[...facilityIds]}::text[])`;
  return sql<boolean>`(o.selling_facility_id = ${places} or exists (
    select 1 from order_item i where i.order_id = o.id and i.facility_id = ${places}))`;
}
