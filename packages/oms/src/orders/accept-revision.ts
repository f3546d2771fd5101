// An order we have, told again with a difference. What nothing has been done with is laid out anew; what is
// booked or worked on is followed: payments, cancelled units, addresses. The rest becomes a problem.

import {
  nextOrderStatus,
  planOrder,
  planSupplement,
  problem,
  refundClaims,
  reviseOrder,
  sharePayments,
  standingPostings,
  statusFromItems,
  unitsCancelledHere,
} from '@sendsale/domain';
import type {
  BilledPosting,
  IncomingOrder,
  OrderPlan,
  OrderStatus,
  Problem,
  ProblemCode,
  Revision,
} from '@sendsale/domain';
import { defined } from '@sendsale/std';
import { loadStoredOrder } from '@sendsale/store/read';
import type { StoredOrder, StoredOrderHead, StoredOrderItem } from '@sendsale/store/read';
import {
  appendTimeline,
  cancelItems,
  changeStock,
  insertGraph,
  lockOrder,
  removeOrderParts,
  resolveOtherProblems,
  savePayments,
  saveProblems,
  setAdjustments,
  updateOrderHead,
} from '@sendsale/store/write';
import type { Database, TimelineEntry } from '@sendsale/store/write';
import {
  billedByNature,
  carriedOut,
  knownOf,
  plannedStatus,
  saveBuyer,
  unitsOutside,
} from './accept-new-order.ts';
import { cancelledHereOnly } from './cancelled-here.ts';
import { cancelledMoneyKept, plannedMoney, unbooked } from './cancelled-money-kept.ts';
import { carryOutStock } from './carry-out-stock.ts';
import { fulfilledOutside } from './fulfilled-outside.ts';
import { CANCELLED_PROBLEMS, findIntakeProblems, INTAKE_PROBLEMS } from './intake-problems.ts';
import { intakeEntry, refundEntries } from './intake-timeline.ts';
import type { Intake } from './intake.ts';
import { orderParts, orderRow } from './order-rows.ts';
import { recordChanges } from './record-changes.ts';
import { toTheCent } from './to-the-cent.ts';

/** What the head and the timeline need to know of a revision. */
interface Outcome {
  readonly status: OrderStatus;
  readonly total: number;
  readonly cancelSeqs: readonly string[];
  readonly problems: readonly Problem[];
  readonly rebuilt: boolean;
  /** As they are now. */
  readonly items: readonly StoredOrderItem[];
  readonly postings: readonly BilledPosting[];
  readonly addedSeqs: readonly string[];
  readonly supplements: readonly string[];
}

const REVISION_PROBLEMS: readonly ProblemCode[] = [
  ...INTAKE_PROBLEMS,
  'ORDER_EDITED_AFTER_EXPORT',
  'FULFILLED_OUTSIDE',
  'CANCELLED_HERE_ONLY',
  'CANCELLED_MONEY_KEPT',
];

export async function acceptRevision(
  tx: Database,
  intake: Intake,
  head: StoredOrderHead,
): Promise<void> {
  const { incoming, links, at } = intake;
  const orderId = head.id;
  const { status } = defined(await lockOrder(tx, orderId), `Order ${orderId} was there just now.`);
  const stored = await loadStoredOrder(tx, orderId);
  const buyer = await saveBuyer(tx, intake);
  // A buyer that is hidden or deleted in Shopify is still the one who bought.
  const kept = incoming.customer === null ? stored.customerId : null;
  const step = { orderId, status, customerId: kept ?? buyer?.id ?? null };
  const outcome = isUntouched(incoming, stored, status)
    ? await rebuild(tx, intake, { ...step, stored })
    : await follow(tx, intake, { ...step, stored });
  const row = orderRow(incoming, links, { ...intake, ...step, status: outcome.status });
  await updateOrderHead(tx, orderId, { ...row, total_minor: outcome.total });
  await saveProblems(tx, outcome.problems, at);
  await resolveOtherProblems(tx, {
    orderId,
    codes:
      outcome.status === 'CANCELLED'
        ? [...REVISION_PROBLEMS, ...CANCELLED_PROBLEMS]
        : REVISION_PROBLEMS,
    remaining: outcome.problems,
    resolution: `Revised by ${intake.via}.`,
    at,
  });
  const { changeKeys, returned } = stored;
  const changes = await recordChanges(tx, intake, { orderId, changeKeys, returned, ...outcome });
  await appendTimeline(tx, [...entriesOf(intake, { ...step, stored }, outcome), ...changes]);
}

interface Step {
  readonly orderId: string;
  /** Before the revision. */
  readonly status: OrderStatus;
  readonly customerId: string | null;
  readonly stored: StoredOrder;
}

// NetSuite was not told, no facility works on it, and nobody decided anything about it.
function isUntouched(incoming: IncomingOrder, stored: StoredOrder, status: OrderStatus): boolean {
  if (stored.booked || stored.worked) return false;
  if (unitsCancelledHere(incoming, stored.items) > 0) return false;
  return status === 'CREATED' || status === 'HOLD' || status === 'COMPLETED';
}

async function rebuild(tx: Database, intake: Intake, step: Step): Promise<Outcome> {
  const { incoming, links } = intake;
  const { orderId, customerId, stored } = step;
  const plan = planOrder(incoming, orderId);
  const carried = stored.items.filter((item) => item.status === 'COMPLETED');
  await removeOrderParts(tx, orderId);
  await insertGraph(tx, orderParts(incoming, plan, links));
  const { payments } = incoming;
  const claims = refundClaims(incoming, plan.items, knownOf(plan));
  const postings = standingPostings(plan.postings, plan);
  const shares = sharePayments(postings, payments, { shared: [], claims });
  await savePayments(tx, { orderId, payments, shares });
  await changeStock(tx, [...carryOutStock(carried, 1), ...carriedOut(intake, plan)]);
  const planned = plannedStatus(incoming, plan);
  const outside = fulfilledOutside(orderId, unitsOutside(incoming, plan));
  const held = step.status === 'HOLD' || outside.length > 0;
  return {
    status: held && planned === 'CREATED' ? 'HOLD' : planned,
    total: incoming.total,
    cancelSeqs: plan.items.filter((item) => item.status === 'CANCELLED').map((item) => item.seq),
    problems: [
      ...findIntakeProblems(incoming, plan, { links, customerId }),
      ...outside,
      ...cancelledMoneyKept(orderId, incoming, plannedMoney(plan, shares)),
    ],
    rebuilt: true,
    items: plannedItems(intake, plan),
    postings: plan.postings.map(billedByNature),
    addedSeqs: [],
    supplements: [],
  };
}

async function follow(tx: Database, intake: Intake, step: Step): Promise<Outcome> {
  const { incoming, links, at } = intake;
  const { orderId, customerId, stored } = step;
  const added = await supplement(tx, intake, step);
  const before = [...stored.items, ...added.items];
  const total = stored.totalMinor + added.total;
  const known = [...stored.adjustments, ...added.adjustments];
  const news = added.postings.map((one) => ({ ...unbooked(one), ...billedByNature(one) }));
  const booked = [...stored.postings, ...news];
  const { revision, taxes } = toTheCent(incoming, reviseOrder(incoming, { total, items: before }), {
    items: before,
    adjustments: known,
    postings: booked,
  });
  await setAdjustments(tx, orderId, taxes);
  const adjustments = known.map((one) => taxes.find(({ seq }) => seq === one.seq) ?? one);
  const reason = incoming.cancelReason ?? 'SHOPIFY_CANCELLATION';
  await cancelItems(tx, { orderId, itemSeqs: revision.cancelSeqs, reason, at });
  const { payments } = incoming;
  const items = before.map((item) => withCancelled(item, revision));
  const postings = standingPostings(booked, { items, adjustments });
  const claims = refundClaims(incoming, items, { keys: stored.changeKeys, postings: booked });
  const shares = sharePayments(postings, payments, { shared: stored.shares, claims });
  await savePayments(tx, { orderId, payments, shares });
  return {
    status: statusAfter(step.status, items, { revision, added: added.items }),
    // The lines stay as they were booked, so the total they add up to stays too.
    total,
    cancelSeqs: revision.cancelSeqs,
    problems: [
      ...findIntakeProblems(incoming, planOrder(incoming, orderId), { links, customerId }),
      ...unfollowedProblem(orderId, revision),
      ...cancelledHereOnly(orderId, unitsCancelledHere(incoming, items)),
      ...cancelledMoneyKept(orderId, incoming, {
        postings: booked,
        items,
        shares: [...stored.shares, ...shares],
      }),
      ...fulfilledOutside(orderId, revision.fulfilledOutside),
    ],
    rebuilt: false,
    items,
    postings: booked,
    addedSeqs: added.items.map((item) => item.seq),
    supplements: added.postings.map((posting) => posting.id),
  };
}

interface Supplement {
  readonly total: number;
  readonly items: readonly StoredOrderItem[];
  readonly adjustments: OrderPlan['adjustments'];
  readonly postings: OrderPlan['postings'];
}

/** Books what an edit or an exchange added beside what is booked already. */
async function supplement(tx: Database, intake: Intake, step: Step): Promise<Supplement> {
  const { orderId, stored } = step;
  const number = stored.last.supplement + 1;
  const addition: IncomingOrder | null = planSupplement(intake.incoming, stored, number);
  if (addition === null) return { total: 0, items: [], adjustments: [], postings: [] };
  const plan = planOrder(addition, orderId, { ...stored.last, supplement: number });
  await insertGraph(tx, orderParts(addition, plan, intake.links));
  await changeStock(tx, carriedOut(intake, plan));
  const { adjustments, postings } = plan;
  return { total: addition.total, items: plannedItems(intake, plan), adjustments, postings };
}

/** Items just laid out, as they will be read again. */
function plannedItems({ links, incoming }: Intake, plan: OrderPlan): readonly StoredOrderItem[] {
  const kinds = new Map(plan.postings.map((posting) => [posting.id, posting.kind]));
  return plan.items.map((item) => ({
    seq: item.seq,
    shopifyLineId: item.shopifyLineId,
    postingId: item.postingId,
    postingKind: defined(kinds.get(item.postingId), 'An item is in a posting of its plan.'),
    quantity: item.quantity,
    unitPrice: item.unitPrice,
    status: item.status,
    allocated: false,
    productId: links.productOf(item)?.id ?? null,
    facilityId:
      item.status === 'COMPLETED' ? links.facilityOf(incoming.till?.locationId ?? null) : null,
  }));
}

function withCancelled(item: StoredOrderItem, revision: Revision): StoredOrderItem {
  return revision.cancelSeqs.includes(item.seq) ? { ...item, status: 'CANCELLED' } : item;
}

function statusAfter(
  status: OrderStatus,
  items: readonly StoredOrderItem[],
  facts: { readonly revision: Revision; readonly added: readonly StoredOrderItem[] },
): OrderStatus {
  const settled = statusFromItems(
    status,
    items.map((item) => item.status),
  );
  const open = facts.added.some((item) => item.status === 'CREATED');
  const next = open ? (nextOrderStatus(settled, 'reopen') ?? settled) : settled;
  if (facts.revision.fulfilledOutside === 0) return next;
  return nextOrderStatus(next, 'hold') ?? next;
}

function unfollowedProblem(orderId: string, revision: Revision): readonly Problem[] {
  if (revision.unfollowed.length === 0) return [];
  const changes = revision.unfollowed.map((change) => ({ ...change }));
  return [
    problem({
      code: 'ORDER_EDITED_AFTER_EXPORT',
      subject: orderId,
      orderId,
      message: `Not taken over: ${[...new Set(changes.map((change) => change.what))].join(', ')}.`,
      detail: { changes },
    }),
  ];
}

function entriesOf(intake: Intake, step: Step, outcome: Outcome): readonly TimelineEntry[] {
  const { orderId, stored, status } = step;
  const reason = intake.incoming.cancelReason;
  const before = new Set(
    stored.items.filter((item) => item.status === 'CANCELLED').map((item) => item.seq),
  );
  const itemSeqs = outcome.cancelSeqs.filter((seq) => !before.has(seq));
  const entry = (what: Parameters<typeof intakeEntry>[2]) => intakeEntry(intake, orderId, what);
  const revised = entry({ step: 'revised', detail: { rebuilt: outcome.rebuilt } });
  const refunds = refundEntries(intake, orderId, stored.settledTransactionIds);
  if (outcome.status === 'CANCELLED' && status !== 'CANCELLED') {
    return [revised, entry({ step: 'cancelled', detail: { reason, itemSeqs } }), ...refunds];
  }
  if (itemSeqs.length === 0) return [revised, ...refunds];
  return [revised, entry({ step: 'items cancelled', detail: { reason, itemSeqs } }), ...refunds];
}
