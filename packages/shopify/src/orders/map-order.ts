// Makes of a Shopify order what enters `acceptOrder`, and says what is wrong with it or had to be guessed.

import type { Channel, IncomingOrder, IncomingShipGroup, Till } from '@sendsale/domain';
import { assert, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import type { WireProblem } from '../wire/wire-problem.ts';
import { checkTotals } from './check-totals.ts';
import { orderAdjustments, tipLines } from './map-adjustments.ts';
import { mapChannel } from './map-channel.ts';
import type { ClassifiedChannel } from './map-channel.ts';
import { mapPayments } from './map-payments.ts';
import { mapShipGroups } from './map-ship-groups.ts';
import { shippingWithoutGroups } from './map-shipping.ts';
import { phoneKey } from './phone-key.ts';
import type { SourceOrder } from './source-order.ts';

export interface MappingSettings {
  readonly shopId: string;
  /** Mapping kind CHANNEL: Shopify source name → channel. */
  readonly channels: ReadonlyMap<string, Channel>;
}

export interface MappedOrder {
  readonly incoming: IncomingOrder;
  readonly channel: ClassifiedChannel;
  /** What Shopify states as the total, in minor units. */
  readonly statedTotal: Minor;
  readonly problems: readonly WireProblem[];
  /** What was left open by the payload and how it was read. */
  readonly notes: readonly string[];
}

/** Pure: the same order and settings give the same result. */
export function mapOrder(order: SourceOrder, settings: MappingSettings): MappedOrder {
  const channel = mapChannel(order, settings.channels);
  const tips = tipLines(order);
  const goods = order.lines.filter((line) => !tips.includes(line));
  const shipGroups = mapShipGroups(order, channel.channel, goods);
  const checked = checkTotals(order);
  const paid = mapPayments(order);
  const adjustments = orderAdjustments(order, tips, 'shop');
  if (shipGroups.length === 0) adjustments.push(...shippingWithoutGroups(order));
  if (checked.conversion !== 0) adjustments.push(conversionRounding(checked.conversion));
  const incoming: IncomingOrder = {
    shopId: settings.shopId,
    shopifyId: order.shopifyId,
    name: order.name,
    channel: channel.channel,
    currency: order.currency,
    orderedAt: order.orderedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    test: order.test,
    customer: customerOf(order),
    email: order.email ?? order.customer?.email ?? null,
    phone: order.phone ?? order.customer?.phone ?? null,
    shipTo: shipTo(order, shipGroups),
    billTo: order.billTo,
    till: till(order, channel.channel),
    note: order.note,
    tags: order.tags,
    shipGroups,
    adjustments,
    payments: paid.payments,
    refunds: order.refunds,
    agreements: order.agreements,
    total: checked.total,
    standing: standing(order),
  };
  const problems = [...checked.problems, ...paid.problems, ...missing(incoming)];
  if (!problems.some((one) => one.code === 'TOTAL_MISMATCH')) assertIdentity(incoming);
  const notes = [...checked.notes, ...gaps(order)];
  return { incoming, channel, statedTotal: order.totals.total.shop, problems, notes };
}

/** Σ unit price × quantity + Σ adjustments at every level. */
export function sumOfIncoming(incoming: IncomingOrder): Minor {
  const lines = incoming.shipGroups.flatMap((group) => group.lines);
  const adjustments = [
    ...incoming.adjustments,
    ...incoming.shipGroups.flatMap((group) => group.adjustments),
    ...lines.flatMap((line) => line.adjustments),
  ];
  return sumMinor([
    ...lines.map((line) => line.unitPrice * line.quantity),
    ...adjustments.map((one) => one.amount),
  ]);
}

function assertIdentity(incoming: IncomingOrder): void {
  assert(
    sumOfIncoming(incoming) === incoming.total,
    `Order ${incoming.name} was mapped to parts that do not add up.`,
  );
}

/** Cash is what was really paid: the order comes to as much more or less. */
function standing({ totals }: SourceOrder): number | null {
  return totals.current === null ? null : totals.current.shop + totals.rounding.shop;
}

function conversionRounding(amount: Minor): IncomingOrder['adjustments'][number] {
  return { kind: 'ROUNDING', amount, title: 'Currency conversion', code: null, rate: null };
}

/** The order's address; else where its shipped fulfillment orders go. */
function shipTo(order: SourceOrder, groups: readonly IncomingShipGroup[]): IncomingOrder['shipTo'] {
  if (order.shipTo !== null) return order.shipTo;
  if (!groups.some(isSent)) return null;
  const sent = order.fulfillmentOrders?.find(
    (one) =>
      one.destination !== null && one.methodType !== 'RETAIL' && one.methodType !== 'PICK_UP',
  );
  return sent?.destination ?? null;
}

function isSent(group: IncomingShipGroup): boolean {
  return group.delivery === 'SHIP' || group.delivery === 'LOCAL';
}

function customerOf(order: SourceOrder): IncomingOrder['customer'] {
  const { customer, phone } = order;
  if (customer === null) return null;
  const country = order.shipTo?.country ?? order.billTo?.country ?? null;
  const key = phoneKey(customer.phone ?? phone, country);
  return key === null ? customer : { ...customer, phoneKey: key };
}

const POS_RECEIPT = /^\d+-(\d+)-(.+)$/;

function till(order: SourceOrder, channel: Channel): Till | null {
  const { locationId, staffId, staffName, deviceId, sourceIdentifier } = order.till;
  if (channel !== 'POS' && locationId === null) return null;
  const receipt = channel === 'POS' ? POS_RECEIPT.exec(sourceIdentifier ?? '') : null;
  return {
    locationId,
    staffId,
    staffName,
    deviceId: deviceId ?? receipt?.[1] ?? null,
    receiptNumber: receipt?.[2] ?? null,
  };
}

function missing(incoming: IncomingOrder): WireProblem[] {
  if (incoming.shipTo !== null || !incoming.shipGroups.some(isSent)) return [];
  const message = `Order ${incoming.name} is to be sent, but has no address.`;
  return [{ code: 'ADDRESS_MISSING', severity: 'warns', message, path: 'shippingAddress' }];
}

function gaps(order: SourceOrder): string[] {
  const notes: string[] = [];
  if (order.fulfillmentOrders === null)
    notes.push(
      'The payload has no fulfillment orders; how the goods travel was read by a fallback.',
    );
  if (order.wire === 'rest') notes.push('A REST body holds no payments but those of its refunds.');
  return notes;
}
