// Divides an order into ship groups: the units that reach the customer the same way. Fulfillment orders that
// deliver alike form one group, named by the oldest of them, so that moving or splitting fulfillment orders (as
// we do ourselves when we ship) changes nothing here.

import type {
  Channel,
  Delivery,
  IncomingAdjustment,
  IncomingLine,
  IncomingShipGroup,
} from '@sendsale/domain';
import { defined, splitMinor } from '@sendsale/std';
import { assignUnits, compareIds } from './assign-units.ts';
import type { UnitClaim, UnitShare } from './assign-units.ts';
import {
  classifyFulfillmentOrder,
  classifyWithoutMethod,
  fulfilledAtTill,
} from './classify-delivery.ts';
import type { ClassifiedDelivery } from './classify-delivery.ts';
import type { DraftGroup } from './draft-group.ts';
import { lineAdjustments } from './map-adjustments.ts';
import { mapShipping } from './map-shipping.ts';
import type { SourceFulfillmentOrder, SourceLine, SourceOrder } from './source-order.ts';

/**
 * @param lines the order's lines that are goods (no tips)
 * @returns groups with every unit of `lines` in exactly one, and the shipping charges of the order
 */
export function mapShipGroups(
  order: SourceOrder,
  channel: Channel,
  lines: readonly SourceLine[],
): IncomingShipGroup[] {
  const groups = new GroupSet(order, channel);
  for (const line of lines) if (line.quantity > 0) groups.add(line);
  const filled = groups.filled();
  const shipping = mapShipping(order, filled);
  return filled.map((group) => ({
    key: group.key,
    delivery: group.delivery,
    evidence: group.evidence,
    shippingTitle: group.shippingTitle,
    locationId: group.locationId,
    lines: group.lines,
    adjustments: shipping.get(group.key) ?? [],
  }));
}

class GroupSet {
  readonly #order: SourceOrder;
  readonly #channel: Channel;
  readonly #groups = new Map<string, DraftGroup>();
  readonly #groupOf = new Map<string, DraftGroup>();

  constructor(order: SourceOrder, channel: Channel) {
    this.#order = order;
    this.#channel = channel;
    const oldestFirst = [...(order.fulfillmentOrders ?? [])].sort((a, b) => compareIds(a.id, b.id));
    for (const one of oldestFirst) this.#addFulfillmentOrder(one);
  }

  /** Groups that have lines, those of fulfillment orders first, oldest first. */
  filled(): DraftGroup[] {
    return [...this.#groups.values()].filter((group) => group.lines.length > 0);
  }

  add(line: SourceLine): void {
    const claims = this.#claims(line);
    const known = claims.length > 0 ? assignUnits(this.#order, line, claims) : [];
    const shares = known.length > 0 ? known : this.#withoutFulfillmentOrder(line);
    const adjustments = splitAdjustments(lineAdjustments(this.#order, line, 'shop'), shares);
    for (const [index, share] of shares.entries()) {
      const group = defined(this.#groups.get(share.group), 'A share names a group.');
      const own = defined(adjustments[index], 'Each share has its part of the money.');
      group.lines.push(toLine(line, share, own));
    }
  }

  #addFulfillmentOrder(one: SourceFulfillmentOrder): void {
    const classified = classifyFulfillmentOrder(one) ?? this.#fallback(one);
    const title = shippingTitle(this.#order, one, classified.delivery);
    const signature = [classified.delivery, title, meetingPlace(one, classified.delivery)].join(
      '|',
    );
    const group = this.#groupOf.get(signature) ?? this.#newGroup(one, classified, title);
    this.#groupOf.set(signature, group);
    this.#groupOf.set(one.id, group);
    for (const line of one.lines)
      if (line.shippingLineId !== null) group.shippingLineIds.add(line.shippingLineId);
  }

  #newGroup(
    one: SourceFulfillmentOrder,
    classified: ClassifiedDelivery,
    title: string | null,
  ): DraftGroup {
    return this.#open({
      key: one.id,
      ...classified,
      shippingTitle: title,
      locationId: one.locationId,
      shippingLineIds: new Set(),
      lines: [],
    });
  }

  #open(group: DraftGroup): DraftGroup {
    const there = this.#groups.get(group.key);
    if (there !== undefined) return there;
    this.#groups.set(group.key, group);
    return group;
  }

  /** A fulfillment order whose method is missing or new to us is judged by its lines. */
  #fallback(one: SourceFulfillmentOrder): ClassifiedDelivery {
    const ids = new Set(one.lines.map((line) => line.lineId));
    const lines = this.#order.lines.filter((line) => ids.has(line.id));
    return classifyWithoutMethod(this.#order, this.#channel, {
      requiresShipping: lines.some((line) => line.requiresShipping),
      fulfilledAtTill:
        one.status === 'CLOSED' &&
        lines.length > 0 &&
        lines.every((line) => fulfilledAtTill(this.#order, line.id) > 0),
      because: `unknown-method:${one.methodType ?? 'null'}`,
    });
  }

  /** What is carried out is gone before anything can be taken off it. */
  #likeliestGroup(): DraftGroup | undefined {
    const groups = [...this.#groups.values()];
    return groups.find((one) => one.delivery !== 'CARRY_OUT');
  }

  #claims(line: SourceLine): UnitClaim[] {
    return (this.#order.fulfillmentOrders ?? []).flatMap((one) =>
      one.lines
        .filter((part) => part.lineId === line.id)
        .map((part) => ({
          group: defined(this.#groupOf.get(one.id), 'Each fulfillment order has a group.').key,
          fulfillmentOrderId: one.id,
          status: one.status,
          total: part.total,
          remaining: part.remaining,
        })),
    );
  }

  /** Units handed over at the till and the others can go different ways. */
  #withoutFulfillmentOrder(line: SourceLine): UnitShare[] {
    const handedOver = Math.min(line.quantity, fulfilledAtTill(this.#order, line.id));
    const parts: [units: number, atTill: boolean][] = [
      [handedOver, true],
      [line.quantity - handedOver, false],
    ];
    const claims = parts
      .filter(([units]) => units > 0)
      .map(([units, atTill]): UnitClaim => {
        const group = this.#groupWithoutFulfillmentOrder(line, atTill);
        const remaining = atTill ? 0 : units;
        return {
          group: group.key,
          fulfillmentOrderId: '',
          status: 'OPEN',
          total: units,
          remaining,
        };
      });
    return assignUnits(this.#order, line, claims);
  }

  #groupWithoutFulfillmentOrder(line: SourceLine, atTill: boolean): DraftGroup {
    const travelled = isTakenOff(this.#order, line) && !atTill ? this.#likeliestGroup() : undefined;
    if (travelled !== undefined) return travelled;
    const because =
      this.#order.fulfillmentOrders === null
        ? 'no-fulfillment-orders'
        : 'not-in-fulfillment-orders';
    const classified = classifyWithoutMethod(this.#order, this.#channel, {
      requiresShipping: line.requiresShipping,
      fulfilledAtTill: atTill,
      because,
    });
    const alike = [...this.#groups.values()].find((one) => one.delivery === classified.delivery);
    if (alike !== undefined) return alike;
    return this.#open({
      key: classified.delivery.toLowerCase().replace('_', '-'),
      ...classified,
      shippingTitle: soleShippingTitle(this.#order, classified.delivery),
      locationId: classified.delivery === 'CARRY_OUT' ? this.#order.till.locationId : null,
      shippingLineIds: new Set(),
      lines: [],
    });
  }
}

/**
 * Nothing of the line is left and nothing of it left the store: Shopify has taken it out of its fulfillment
 * orders, so how it would have travelled is told by the rest of the order.
 */
function isTakenOff(order: SourceOrder, line: SourceLine): boolean {
  return order.fulfillmentOrders !== null && line.currentQuantity === 0 && line.quantity > 0;
}

/** Goods collected at two stores are two groups; where a parcel leaves from makes no difference. */
function meetingPlace(one: SourceFulfillmentOrder, delivery: Delivery): string | null {
  return delivery === 'PICKUP' || delivery === 'LOCAL' ? one.locationId : null;
}

function shippingTitle(
  order: SourceOrder,
  one: SourceFulfillmentOrder,
  delivery: Delivery,
): string | null {
  const linked = one.lines.find((line) => line.shippingTitle !== null)?.shippingTitle ?? null;
  return linked ?? one.presentedName ?? soleShippingTitle(order, delivery);
}

/** The order's shipping line, for goods that travel by it. */
function soleShippingTitle(order: SourceOrder, delivery: Delivery): string | null {
  if (delivery === 'CARRY_OUT' || delivery === 'NONE') return null;
  return order.shippingLines.find((line) => !line.isRemoved)?.title ?? null;
}

/** Each share's part of each adjustment, by units, to the cent. */
function splitAdjustments(
  adjustments: readonly IncomingAdjustment[],
  shares: readonly UnitShare[],
): IncomingAdjustment[][] {
  const weights = shares.map((share) => share.units);
  const split = adjustments.map((one) => splitMinor(one.amount, weights));
  return shares.map((_, share) =>
    adjustments
      .map((one, index) => ({ ...one, amount: split[index]?.[share] ?? 0 }))
      .filter((one) => one.amount !== 0),
  );
}

function toLine(
  line: SourceLine,
  share: UnitShare,
  adjustments: readonly IncomingAdjustment[],
): IncomingLine {
  return {
    shopifyLineId: line.id,
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    quantity: share.units,
    cancelledQuantity: share.cancelled,
    fulfilledQuantity: share.fulfilled,
    unitPrice: line.unitPrice.shop,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.isGiftCard,
    adjustments,
  };
}
