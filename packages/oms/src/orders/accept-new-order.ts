// An order nobody has seen before: everything it consists of is written in a handful of statements.

import {
  fulfilledUnits,
  planOrder,
  refundClaims,
  sharePayments,
  standingPostings,
  statusFromItems,
} from '@sendsale/domain';
import type { BilledPosting, IncomingOrder, OrderPlan, OrderStatus } from '@sendsale/domain';
import { defined } from '@sendsale/std';
import {
  appendTimeline,
  changeStock,
  insertGraph,
  part,
  saveCustomer,
  savePayments,
  saveProblems,
  tieOrderToSale,
  timelinePart,
} from '@sendsale/store/write';
import type { Database, SavedCustomer, TimelineEntry } from '@sendsale/store/write';
import { cancelledMoneyKept, plannedMoney } from './cancelled-money-kept.ts';
import { carryOutStock } from './carry-out-stock.ts';
import { fulfilledOutside } from './fulfilled-outside.ts';
import { findIntakeProblems } from './intake-problems.ts';
import {
  customerKnownEntries,
  downloadedEntry,
  intakeEntry,
  refundEntries,
} from './intake-timeline.ts';
import type { Intake } from './intake.ts';
import { orderParts, orderRow } from './order-rows.ts';
import { recordChanges } from './record-changes.ts';
import type { ChangedOrder } from './record-changes.ts';

/** @returns the order's number */
export async function acceptNewOrder(tx: Database, intake: Intake): Promise<string> {
  const { incoming, links, at } = intake;
  const orderId = defined(intake.facts.newOrderId, 'A new order has drawn its number.');
  const plan = planOrder(incoming, orderId);
  const customer = await saveBuyer(tx, intake);
  const outside = fulfilledOutside(orderId, unitsOutside(incoming, plan));
  const status = outside.length === 0 ? plannedStatus(incoming, plan) : 'HOLD';
  const head = { status, customerId: customer?.id ?? null, ...intake };
  const row = { id: orderId, entered_at: at, ...orderRow(incoming, links, head) };
  await insertGraph(tx, [
    part('sales_order', [row]),
    ...orderParts(incoming, plan, links),
    timelinePart(firstEntries(intake, orderId, { status, customer })),
  ]);
  const { payments } = incoming;
  const claims = refundClaims(incoming, plan.items, knownOf(plan));
  const postings = standingPostings(plan.postings, plan);
  const shares = sharePayments(postings, payments, { shared: [], claims });
  await savePayments(tx, { orderId, payments, shares });
  await changeStock(tx, carriedOut(intake, plan));
  const known = { links, customerId: customer?.id ?? null };
  const kept = cancelledMoneyKept(orderId, incoming, plannedMoney(plan, shares));
  await saveProblems(tx, [...findIntakeProblems(incoming, plan, known), ...outside, ...kept], at);
  const { shopId, shopifyId, tags } = incoming;
  await tieOrderToSale(tx, { orderId, shopId, shopifyId, tags, at });
  await appendTimeline(tx, await recordChanges(tx, intake, firstChanges(intake, plan)));
  return orderId;
}

/** What is known of the refunds of an order that was just laid out. */
export function knownOf(plan: OrderPlan) {
  return { keys: [], postings: plan.postings.map(billedByNature) };
}

/** NetSuite has billed nothing of it yet; a cash sale will be a bill as soon as it is there. */
export function billedByNature({ id, kind }: OrderPlan['postings'][number]): BilledPosting {
  return { id, kind, billed: kind === 'CASH_SALE' };
}

/** What had happened to the order before we saw it the first time. */
function firstChanges({ links }: Intake, plan: OrderPlan): ChangedOrder {
  return {
    orderId: plan.orderId,
    items: plan.items.map((item) => ({ ...item, productId: links.productOf(item)?.id ?? null })),
    changeKeys: [],
    returned: [],
    postings: plan.postings.map(billedByNature),
    cancelSeqs: plan.items.filter((item) => item.status === 'CANCELLED').map((item) => item.seq),
    addedSeqs: [],
    supplements: [],
  };
}

/** The buyer's record; for an anonymous sale the shop's stand-in, null when the shop has none. */
export async function saveBuyer(tx: Database, intake: Intake): Promise<SavedCustomer | null> {
  const { customer, shopId } = intake.incoming;
  if (customer === null) return intake.facts.anonymousCustomer;
  return saveCustomer(tx, shopId, customer);
}

/** The status of an order nothing has happened to but what Shopify tells. */
export function plannedStatus(incoming: IncomingOrder, plan: OrderPlan): OrderStatus {
  const statuses = plan.items.map((item) => item.status);
  if (statuses.length > 0) return statusFromItems('CREATED', statuses);
  return incoming.cancelledAt === null ? 'COMPLETED' : 'CANCELLED';
}

/** What the order took off its selling store's shelf. */
export function carriedOut(intake: Intake, plan: OrderPlan) {
  const { links, incoming } = intake;
  const facilityId = links.facilityOf(incoming.till?.locationId ?? null);
  const items = plan.items
    .filter((item) => item.status === 'COMPLETED')
    .map((item) => ({
      productId: links.productOf(item)?.id ?? null,
      facilityId,
      quantity: item.quantity,
    }));
  return carryOutStock(items, -1);
}

/** Units shipped by somebody else before the order came to us, while there are some left for us to ship. */
export function unitsOutside(incoming: IncomingOrder, plan: OrderPlan): number {
  return plan.items.some((item) => item.status === 'CREATED') ? fulfilledUnits(incoming) : 0;
}

function firstEntries(
  intake: Intake,
  orderId: string,
  facts: { readonly status: OrderStatus; readonly customer: SavedCustomer | null },
): readonly TimelineEntry[] {
  const { cancelReason } = intake.incoming;
  const cancelled = { step: 'cancelled', detail: { reason: cancelReason } } as const;
  return [
    downloadedEntry(intake, orderId),
    ...customerKnownEntries(intake, orderId, facts.customer),
    ...(facts.status === 'CANCELLED' ? [intakeEntry(intake, orderId, cancelled)] : []),
    ...refundEntries(intake, orderId, []),
  ];
}
