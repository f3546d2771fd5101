// Transactions, refunds and agreements.
import { sumMinor } from '@sendsale/std';
import { legacyId } from '../../state/gid.ts';
import type { Agreement, Refund, Transaction } from '../../state/model.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { moneyBag, requireScope, within } from '../context.ts';
import type { FieldResolvers, In } from '../context.ts';
import { readLocation } from './inventory.ts';
import { readStaff } from './shop.ts';

export const orderTransaction: FieldResolvers<In<Transaction>> = {
  formattedGateway: ({ gateway }) => gateway,
  manualPaymentGateway: ({ gateway }) => gateway === 'manual',
  paymentId: () => null,
  authorizationCode: () => null,
  errorCode: () => null,
  amountSet: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  amountRoundingSet: ({ roundingMinor, order }, _, context) =>
    roundingMinor === undefined ? null : moneyBag(context, roundingMinor, order),
  totalUnsettledSet: () => null,
  parentTransaction: ({ order, parentId }) => {
    const parent = order.transactions.find((candidate) => candidate.id === parentId);
    return parent === undefined ? null : within(order, parent);
  },
  location: ({ locationId }, _, { shop }) => readLocation(shop, locationId),
  device: ({ deviceId }) => deviceId && { id: deviceId },
  user: ({ staffId }, _, context) => {
    requireScope(context, 'read_users', 'user field');
    return readStaff(context, staffId);
  },
};

export const refund: FieldResolvers<In<Refund>> = {
  legacyResourceId: ({ id }) => legacyId(id),
  processedAt: ({ createdAt }) => createdAt,
  updatedAt: ({ createdAt }) => createdAt,
  return: ({ order, returnId }) => {
    const found = order.returns.find((candidate) => candidate.id === returnId);
    return found === undefined ? null : within(order, found);
  },
  duties: ({ duties, order }) => duties.map((duty) => within(order, duty)),
  staffMember: ({ staffId }, _, context) => {
    requireScope(context, 'read_users', 'staffMember field');
    return readStaff(context, staffId);
  },
  totalRefundedSet: ({ order, transactionIds }, _, context) => {
    const paid = order.transactions.filter((t) => transactionIds.includes(t.id));
    return moneyBag(context, sumMinor(paid.map((t) => t.minor)), order);
  },
  refundLineItems: ({ order, lines }, args: PageArguments) =>
    paginate(
      lines.map((line) => within(order, line)),
      args,
    ),
  refundShippingLines: ({ order, shipping }, args: PageArguments) =>
    paginate(
      shipping.map((line) => within(order, line)),
      args,
    ),
  orderAdjustments: ({ adjustments, order }, args: PageArguments) =>
    paginate(
      adjustments.map((part) => within(order, part)),
      args,
    ),
  transactions: ({ order, transactionIds }, args: PageArguments) => {
    const own = order.transactions.filter((t) => transactionIds.includes(t.id));
    return paginate(
      own.map((t) => within(order, t)),
      args,
    );
  },
};

export const refundLineItem: FieldResolvers<In<Refund['lines'][number]>> = {
  restocked: ({ restockType }) => restockType !== 'NO_RESTOCK',
  location: ({ locationId }, _, { shop }) => readLocation(shop, locationId),
  lineItem: ({ order, lineId }) => lineOf(order, lineId),
  priceSet: ({ order, lineId }, _, context) =>
    moneyBag(context, lineOf(order, lineId)?.unitMinor ?? 0, order),
  subtotalSet: ({ subtotalMinor, order }, _, context) => moneyBag(context, subtotalMinor, order),
  totalTaxSet: ({ taxMinor, order }, _, context) => moneyBag(context, taxMinor, order),
};

export const refundDuty: FieldResolvers<In<Refund['duties'][number]>> = {
  amountSet: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  originalDuty: ({ dutyId, order }) => {
    const found = order.lines.flatMap((line) => line.duties).find((d) => d.id === dutyId);
    return found === undefined ? null : within(order, found);
  },
};

export const orderAdjustment: FieldResolvers<In<Refund['adjustments'][number]>> = {
  amountSet: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  taxAmountSet: ({ order }, _, context) => moneyBag(context, 0, order),
};

export const refundShippingLine: FieldResolvers<In<Refund['shipping'][number]>> = {
  shippingLine: ({ order, shippingLineId }) => {
    const line = order.shippingLines.find((candidate) => candidate.id === shippingLineId);
    return line && within(order, line);
  },
  subtotalAmountSet: ({ subtotalMinor, order }, _, context) =>
    moneyBag(context, subtotalMinor, order),
  taxAmountSet: ({ taxMinor, order }, _, context) => moneyBag(context, taxMinor, order),
};

export const agreement: FieldResolvers<In<Agreement>> = {
  app: ({ appId, appTitle }) => ({ id: appId, title: appTitle, apiKey: '', handle: null }),
  user: ({ staffId }, _, context) => {
    requireScope(context, 'read_users', 'user field');
    return readStaff(context, staffId);
  },
  refund: ({ order, refundId }) => {
    const found = order.refunds.find((candidate) => candidate.id === refundId);
    return found && within(order, found);
  },
  return: ({ order, returnId }) => {
    const found = order.returns.find((candidate) => candidate.id === returnId);
    return found && within(order, found);
  },
};

/** A line of the order, as resolvers pass it on. */
export function lineOf(order: In<object>['order'], id: string) {
  const line = order.lines.find((candidate) => candidate.id === id);
  return line === undefined ? null : within(order, line);
}
