// Lays an incoming order out as we keep it: postings, ship groups, items, adjustments and posting lines,
// with all their keys. Pure: the same order always gets the same plan.

import { defined, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import { postingRoute } from './delivery.ts';
import type { Delivery, DeliveryEvidence, PostingKind } from './delivery.ts';
import { explodeLine } from './explode-lines.ts';
import type { ExplodedItem } from './explode-lines.ts';
import { postingExternalId, postingId, sequence } from './identifiers.ts';
import type {
  AdjustmentKind,
  IncomingAdjustment,
  IncomingOrder,
  IncomingShipGroup,
} from './incoming-order.ts';
import { exchanged, matchCents } from './match-cents.ts';
import { taxToTheCent } from './tax-cents.ts';
import type { ItemStatus } from './order-status.ts';
import { postingAmounts } from './posting-amounts.ts';
import type { PostingLineKind } from './posting-line.ts';

export interface PlannedPosting {
  readonly id: string;
  readonly kind: PostingKind;
  /** 0 for the order as it came, 1 and on for what was added after it was booked. */
  readonly supplement: number;
  readonly externalId: string;
  readonly total: Minor;
}

export interface PlannedShipGroup {
  readonly seq: string;
  readonly key: string;
  readonly delivery: Delivery;
  readonly postingId: string;
  readonly shippingTitle: string | null;
  readonly locationId: string | null;
  readonly evidence: DeliveryEvidence;
}

export interface PlannedItem {
  readonly seq: string;
  readonly shipGroupSeq: string;
  readonly delivery: Delivery;
  readonly postingId: string;
  readonly shopifyLineId: string;
  readonly variantId: string | null;
  readonly sku: string | null;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  readonly status: ItemStatus;
}

export interface PlannedAdjustment {
  readonly seq: number;
  readonly itemSeq: string | null;
  readonly shipGroupSeq: string | null;
  readonly postingId: string;
  readonly kind: AdjustmentKind;
  readonly amount: Minor;
  readonly title: string | null;
  readonly code: string | null;
  readonly rate: string | null;
}

export interface PlannedPostingLine {
  readonly postingId: string;
  readonly key: string;
  readonly kind: PostingLineKind;
  readonly itemSeq: string | null;
}

export interface OrderPlan {
  readonly orderId: string;
  readonly postings: readonly PlannedPosting[];
  readonly shipGroups: readonly PlannedShipGroup[];
  readonly items: readonly PlannedItem[];
  readonly adjustments: readonly PlannedAdjustment[];
  readonly postingLines: readonly PlannedPostingLine[];
}

/** Where the plan of a supplement goes on counting: how much the order has already. */
export interface PlanStart {
  /** 0: the order as it came; 1 and on: what was added to a booked order. */
  readonly supplement: number;
  readonly groups: number;
  readonly items: number;
  readonly adjustments: number;
}

const FIRST: PlanStart = { supplement: 0, groups: 0, items: 0, adjustments: 0 };

/** Plans the order under the order number it has, or gets. */
export function planOrder(incoming: IncomingOrder, orderId: string, start = FIRST): OrderPlan {
  const id = (kind: PostingKind): string => postingId(orderId, kind, start.supplement);
  const shipGroups = incoming.shipGroups.map((group, index) =>
    planGroup(group, {
      seq: sequence(start.groups + index + 1),
      postingId: id(postingRoute(incoming.channel, group.delivery)),
    }),
  );
  const items: PlannedItem[] = [];
  const parts: AdjustmentPart[] = [];
  for (const [index, group] of incoming.shipGroups.entries()) {
    const shipGroup = defined(shipGroups[index], 'Each group is planned.');
    const place = { itemSeq: null, shipGroupSeq: shipGroup.seq, postingId: shipGroup.postingId };
    for (const exploded of group.lines.flatMap((line) => explodeLine(line, group.delivery))) {
      const item = planItem(exploded, shipGroup, {
        seq: sequence(start.items + items.length + 1),
        status: initialStatus(incoming, group.delivery, exploded),
      });
      items.push(item);
      for (const part of exploded.adjustments) parts.push({ ...place, itemSeq: item.seq, part });
    }
    for (const part of group.adjustments) parts.push({ ...place, part });
  }
  const kinds = postingKinds(incoming);
  for (const part of incoming.adjustments) {
    const posting = id(postingOfOrderCharge(part.kind, kinds));
    parts.push({ itemSeq: null, shipGroupSeq: null, postingId: posting, part });
  }
  const adjustments = parts
    .filter(({ part }) => part.amount !== 0)
    .map((part, index) => planAdjustment(part, start.adjustments + index + 1));
  const { supplement } = start;
  const planned = kinds.map((kind) => {
    const externalId = postingExternalId(incoming.shopifyId, kind, supplement);
    return planPosting({ id: id(kind), kind, supplement, externalId }, items, adjustments);
  });
  const postings = planned.map((one) => one.posting);
  const equals = items.map((item) => ({ ...item, group: groupOfEquals(item) }));
  const pairs = matchCents(incoming, { postings, items: equals, adjustments });
  const settled = exchanged(equals, pairs);
  const given = settled.filter(({ status }) => status === 'CANCELLED').map(({ seq }) => seq);
  const taxes = taxToTheCent(incoming, { postings, items: settled, adjustments }, new Set(given));
  return {
    orderId,
    postings,
    shipGroups,
    items: exchanged(items, pairs),
    adjustments: adjustments.map((one) => taxes.find(({ seq }) => seq === one.seq) ?? one),
    postingLines: planned.flatMap((one) => one.lines),
  };
}

function groupOfEquals({
  status,
  delivery,
  shipGroupSeq,
  shopifyLineId,
}: PlannedItem): string | null {
  const isFixed = status === 'COMPLETED' || delivery === 'CARRY_OUT';
  return isFixed ? null : `${shipGroupSeq}/${shopifyLineId}`;
}

/** What the parts of the order add up to; it must be the total Shopify states. */
export function sumOfParts(incoming: IncomingOrder): Minor {
  const groups = incoming.shipGroups;
  const lines = groups.flatMap((group) => group.lines);
  const adjustments = [incoming, ...groups, ...lines].flatMap((part) => part.adjustments);
  return sumMinor([
    ...lines.map((line) => line.unitPrice * line.quantity),
    ...adjustments.map((adjustment) => adjustment.amount),
  ]);
}

interface AdjustmentPart {
  readonly itemSeq: string | null;
  readonly shipGroupSeq: string | null;
  readonly postingId: string;
  readonly part: IncomingAdjustment;
}

function planGroup(
  group: IncomingShipGroup,
  own: Pick<PlannedShipGroup, 'seq' | 'postingId'>,
): PlannedShipGroup {
  return {
    ...own,
    key: group.key,
    delivery: group.delivery,
    shippingTitle: group.shippingTitle,
    locationId: group.locationId,
    evidence: group.evidence,
  };
}

function planItem(
  exploded: ExplodedItem,
  group: PlannedShipGroup,
  own: Pick<PlannedItem, 'seq' | 'status'>,
): PlannedItem {
  const { line, quantity } = exploded;
  return {
    seq: own.seq,
    shipGroupSeq: group.seq,
    delivery: group.delivery,
    postingId: group.postingId,
    shopifyLineId: line.shopifyLineId,
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    quantity,
    unitPrice: line.unitPrice,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.isGiftCard,
    status: own.status,
  };
}

function planAdjustment(place: AdjustmentPart, seq: number): PlannedAdjustment {
  const { part, ...keys } = place;
  const { kind, amount, title, code, rate } = part;
  return { seq, ...keys, kind, amount, title, code, rate };
}

// What was carried out of a store is done. It left before anything could be cancelled, so a cancelled
// order does not bring it back: that would be a return.
function initialStatus(
  incoming: IncomingOrder,
  delivery: Delivery,
  exploded: ExplodedItem,
): ItemStatus {
  if (exploded.cancelled) return 'CANCELLED';
  if (incoming.channel === 'POS' && delivery === 'CARRY_OUT') return 'COMPLETED';
  return incoming.cancelledAt === null ? 'CREATED' : 'CANCELLED';
}

// Cash sale first: the order in which money is shared out. An order of nothing but charges (a tip, a
// service) is booked where its channel books what is carried out.
function postingKinds(incoming: IncomingOrder): readonly PostingKind[] {
  const deliveries: readonly Delivery[] = incoming.shipGroups.map((group) => group.delivery);
  const used = new Set(
    (deliveries.length === 0 ? (['CARRY_OUT'] as const) : deliveries).map((delivery) =>
      postingRoute(incoming.channel, delivery),
    ),
  );
  return (['CASH_SALE', 'SALES_ORDER'] as const).filter((kind) => used.has(kind));
}

// What the customer paid at the till for the till's sake stays with the cash sale; duties and whatever
// else belongs to sending goes with the sales order.
function postingOfOrderCharge(kind: AdjustmentKind, kinds: readonly PostingKind[]): PostingKind {
  const wanted = kind === 'TIP' || kind === 'ROUNDING' ? 'CASH_SALE' : 'SALES_ORDER';
  if (kinds.includes(wanted)) return wanted;
  return wanted === 'CASH_SALE' ? 'SALES_ORDER' : 'CASH_SALE';
}

function planPosting(
  facts: Omit<PlannedPosting, 'total'>,
  items: readonly PlannedItem[],
  adjustments: readonly PlannedAdjustment[],
): { readonly posting: PlannedPosting; readonly lines: readonly PlannedPostingLine[] } {
  const { id } = facts;
  const mine = (part: { readonly postingId: string }): boolean => part.postingId === id;
  const { lines, total } = postingAmounts(items.filter(mine), adjustments.filter(mine));
  return {
    posting: { ...facts, total },
    lines: lines.map(({ key, kind, itemSeq }) => ({ postingId: id, key, kind, itemSeq })),
  };
}
