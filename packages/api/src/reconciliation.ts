// The books side by side: each difference by a stable code, the sheet of a day, and one order down to its
// records. Money is decimal text in the order's currency, days are the shop's own (yyyy-MM-dd).

import { z } from 'zod';

/**
 * PENDING: on its way, and not for too long. VARIANCE: rounding or tax recomputed, within the retailer's
 * limit. DIFFERENCE: somebody must look.
 */
export const DifferenceKind = z.enum(['PENDING', 'VARIANCE', 'DIFFERENCE']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

export const Difference = z.object({
  /** Stable, e.g. INVOICE_MISSING; docs/reconciliation.md lists them. */
  code: z.string(),
  kind: DifferenceKind,
  /** The order's name, or what could not be read. */
  order: z.string(),
  orderId: z.string().nullable(),
  shopId: z.string(),
  shopifyId: z.string().nullable(),
  day: z.string().nullable(),
  /** The record it is about, e.g. "invoice 812", "line M10001.00001", "transaction 7001". */
  record: z.string(),
  /** What differs, in words. */
  what: z.string(),
  shopify: z.string().nullable(),
  oms: z.string().nullable(),
  netsuite: z.string().nullable(),
  /** The money between the sides; null where it is no matter of money. */
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  cause: z.string(),
  whatToDo: z.string(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  /** Null while it is open. */
  resolvedAt: z.string().nullable(),
});
export type Difference = z.infer<typeof Difference>;

/** The days to compare, both included; the last two days of each shop when left out. */
export const ReconcileRequest = z.object({
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
});
export type ReconcileRequest = z.input<typeof ReconcileRequest>;

export const Reconciliation = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  orders: z.number(),
  differences: z.array(Difference),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/**
 * SALES: what the orders come to, less what was cancelled or came back. RECEIVED: money taken. REFUNDED: money
 * given back. BILLED: what NetSuite should have, and has, invoiced or booked as cash sales; Shopify has no such
 * figure.
 */
export const Measure = z.enum(['SALES', 'RECEIVED', 'REFUNDED', 'BILLED']);
export type Measure = z.infer<typeof Measure>;

export const Figures = z.object({
  shopify: z.string().nullable(),
  oms: z.string().nullable(),
  netsuite: z.string().nullable(),
  /** NetSuite less Shopify (less the OMS where Shopify has no figure); "" never: "0.00" when they agree. */
  difference: z.string(),
  /** The part of the difference that is a named variance. */
  variance: z.string(),
  /** The rest: difference less variance. */
  unexplained: z.string(),
});

export const SheetRow = Figures.extend({
  order: z.string(),
  orderId: z.string().nullable(),
  shopifyId: z.string(),
  measure: Measure,
  /** Codes of the order's open differences behind it. */
  codes: z.array(z.string()),
  cause: z.string(),
});
export type SheetRow = z.infer<typeof SheetRow>;

export const MeasureTotal = Figures.extend({
  measure: Measure,
  /** How many orders each side has an amount of that is not 0. */
  orders: z.object({ shopify: z.number(), oms: z.number(), netsuite: z.number() }),
});
export type MeasureTotal = z.infer<typeof MeasureTotal>;

export const ReconciliationDay = z.object({
  day: z.string(),
  shopId: z.string(),
  currency: z.string(),
  orders: z.number(),
  /** Orders with an open difference that somebody must look at. */
  ordersDiffering: z.number(),
  differences: z.number(),
  variances: z.number(),
  pending: z.number(),
  totals: z.array(MeasureTotal),
  /** When the oldest compared order of the day was compared last. */
  comparedAt: z.string(),
});
export type ReconciliationDay = z.infer<typeof ReconciliationDay>;

export const ReconciliationSheet = ReconciliationDay.extend({ rows: z.array(SheetRow) });
export type ReconciliationSheet = z.infer<typeof ReconciliationSheet>;

const BookedMoney = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  status: z.string().nullable(),
  amount: z.string(),
});
const BookLine = z.object({
  key: z.string(),
  what: z.string(),
  quantity: z.number(),
  /** Units that still stand: neither cancelled nor closed. */
  open: z.number(),
  shipped: z.number().nullable(),
  amount: z.string().nullable(),
});

/** What each side has of one order, record by record. */
export const OrderBooksView = z.object({
  order: z.string(),
  orderId: z.string().nullable(),
  shopId: z.string(),
  shopifyId: z.string().nullable(),
  day: z.string().nullable(),
  currency: z.string(),
  rows: z.array(SheetRow),
  differences: z.array(Difference),
  shopify: z
    .object({
      total: z.string(),
      cancelled: z.boolean(),
      lines: z.array(BookLine),
      received: z.array(BookedMoney),
      refunded: z.array(BookedMoney),
    })
    .nullable(),
  oms: z
    .object({
      status: z.string(),
      total: z.string(),
      received: z.array(BookedMoney),
      refunded: z.array(BookedMoney),
      postings: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          netsuiteId: z.string().nullable(),
          total: z.string(),
          lines: z.array(BookLine),
        }),
      ),
    })
    .nullable(),
  netsuite: z
    .array(
      z.object({
        /** sales order, cash sale, deposit, item fulfillment, invoice, credit memo, refund. */
        type: z.string(),
        id: z.string(),
        postingId: z.string(),
        externalId: z.string().nullable(),
        status: z.string().nullable(),
        amount: z.string().nullable(),
        lines: z.array(BookLine),
      }),
    )
    .nullable(),
});
export type OrderBooksView = z.infer<typeof OrderBooksView>;

export const ReconciliationRunView = z.object({
  id: z.number(),
  trigger: z.enum(['SCHEDULE', 'PERSON']),
  from: z.string(),
  to: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  orders: z.number(),
  differences: z.number(),
  /** Which side could not be read, and why. */
  unread: z.array(z.string()),
});
export type ReconciliationRunView = z.infer<typeof ReconciliationRunView>;

export const DifferenceQuery = z.object({
  day: z.iso.date().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  code: z.string().optional(),
  kind: DifferenceKind.optional(),
  state: z.enum(['open', 'resolved', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
});
/** As a client asks: everything may be left out. */
export type DifferenceQuery = Omit<z.input<typeof DifferenceQuery>, 'limit'> & {
  readonly limit?: number;
};

export const DayQuery = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  shopId: z.string().optional(),
});
export type DayQuery = z.input<typeof DayQuery>;
