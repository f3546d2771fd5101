// The road at a glance: how many open orders stand at each stage, since when, which are stuck, and how many came and
// left per hour.

import { sql } from 'kysely';
import type { Database } from '../../database.ts';

export const BOARD_STAGES = [
  'HELD',
  'BOOKING',
  'BROKERING',
  'WITHOUT_STOCK',
  'SHIPPING',
  'CLOSING',
] as const;
export type BoardStage = (typeof BOARD_STAGES)[number];

export interface StageCount {
  readonly stage: BoardStage;
  readonly orders: number;
  readonly stuck: number;
  readonly oldestAt: Date | null;
  /** How many wait less than an hour, less than a day, longer. */
  readonly hour: number;
  readonly day: number;
  readonly longer: number;
}

export interface BoardStuck {
  readonly id: string;
  readonly name: string;
  readonly stage: BoardStage;
  readonly since: Date;
  /** The oldest open problem; an order that waits longer than it may has one (ORDER_STUCK). */
  readonly problem: string;
  readonly code: string;
}

export interface HourCount {
  readonly hour: Date;
  readonly entered: number;
  readonly shipped: number;
}

const STUCK_LISTED = 50;

// Every open order once, with its stage, the time of its last step, and its oldest open problem.
const OPEN_ORDERS = sql`
  select o.id, o.name, o.status,
    case
      when o.status = 'HOLD' then 'HELD'
      when o.status = 'CREATED' then 'BOOKING'
      when bool_or(i.status = 'APPROVED' and i.queue in ('UNFILLABLE', 'REJECTED', 'PRE_ORDER', 'BACK_ORDER')) then 'WITHOUT_STOCK'
      when bool_or(i.status = 'APPROVED' and i.facility_id is not null) then 'SHIPPING'
      when bool_or(i.status = 'APPROVED') then 'BROKERING'
      else 'CLOSING'
    end as stage,
    (select t.at from order_timeline t where t.order_id = o.id order by t.id desc limit 1) as since
  from sales_order o join order_item i on i.order_id = o.id
  where o.status in ('CREATED', 'HOLD', 'APPROVED')
  group by o.id`;

/** Stuck is what has an open problem. */
export async function stageCounts(db: Database, at: Date): Promise<StageCount[]> {
  const { rows } = await sql<StageCount>`
    select s.stage, count(*) as orders, min(s.since) as "oldestAt",
      count(p.order_id) as stuck,
      count(*) filter (where s.since >= ${before(at, HOUR_MS)}) as hour,
      count(*) filter (where s.since < ${before(at, HOUR_MS)} and s.since >= ${before(at, DAY_MS)}) as day,
      count(*) filter (where s.since < ${before(at, DAY_MS)}) as longer
    from (${OPEN_ORDERS}) s left join (${PROBLEMS}) p on p.order_id = s.id
    group by s.stage`.execute(db);
  return rows;
}

/** The stuck ones, the longest waiting first. */
export async function boardStuck(db: Database): Promise<BoardStuck[]> {
  const { rows } = await sql<BoardStuck>`
    select s.id, s.name, s.stage, s.since, p.message as problem, p.code
    from (${OPEN_ORDERS}) s join (${PROBLEMS}) p on p.order_id = s.id
    order by s.since limit ${STUCK_LISTED}`.execute(db);
  return rows;
}

/** The last 24 hours, the present one last. */
export async function hourCounts(db: Database, at: Date): Promise<HourCount[]> {
  const { rows } = await sql<HourCount>`
    select h.hour,
      (select count(*) from sales_order o
        where o.entered_at >= h.hour and o.entered_at < h.hour + interval '1 hour') as entered,
      (select count(*) from shipment s
        where s.shipped_at >= h.hour and s.shipped_at < h.hour + interval '1 hour') as shipped
    from (select date_trunc('hour', ${at}::timestamptz) - make_interval(hours => n) as hour
      from generate_series(0, 23) n) h
    order by h.hour`.execute(db);
  return rows;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const PROBLEMS = sql`select distinct on (order_id) order_id, message, code from problem
  where resolved_at is null and order_id is not null order by order_id, id`;

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
