// What was given back on an order and what Shopify's ledger says of its changes, from either wire.

import { RESTOCK_TYPES } from '@sendsale/domain';
import type { IncomingAgreement, IncomingRefund, RestockType } from '@sendsale/domain';
import { sumMinor } from '@sendsale/std';
import type { GraphqlOrder, GraphqlRefund } from '../wire/graphql-order.ts';
import type { RestRefund } from '../wire/rest-order.ts';

/** What a refund cannot say of itself. */
export interface RefundOf {
  /** Stands in for the time of a refund that states none. */
  readonly updatedAt: Date;
  /** Prices contain the taxes: what is given back of a line contains them too. */
  readonly taxesIncluded: boolean;
}

export function graphqlRefund(
  wire: GraphqlRefund,
  { updatedAt, taxesIncluded }: RefundOf,
): IncomingRefund {
  const onTop = (tax: number): number => (taxesIncluded ? 0 : tax);
  return {
    shopifyRefundId: wire.id,
    shopifyReturnId: wire.return?.id ?? null,
    happenedAt: wire.createdAt ?? updatedAt,
    note: wire.note,
    lines: (wire.refundLineItems?.nodes ?? []).map((line) => {
      const restockType = restockTypeOf(line.restockType);
      return {
        shopifyLineId: line.lineItem.id,
        quantity: line.quantity,
        restockType,
        restocked: line.restocked ?? restockType !== 'NO_RESTOCK',
        locationId: line.location?.id ?? null,
        subtotal: line.subtotalSet.shop,
        tax: onTop(line.totalTaxSet.shop),
      };
    }),
    shipping: sumMinor(
      (wire.refundShippingLines?.nodes ?? []).map(
        (line) => line.subtotalAmountSet.shop + onTop(line.taxAmountSet.shop),
      ),
    ),
    difference: sumMinor(
      (wire.orderAdjustments?.nodes ?? []).map((one) => one.amountSet.shop + one.taxAmountSet.shop),
    ),
    transactionIds: (wire.transactions?.nodes ?? []).map((one) => one.id),
  };
}

/** REST keeps the shipping given back among the order adjustments, as a negative amount of kind shipping_refund. */
export function restRefund(
  wire: RestRefund,
  { updatedAt, taxesIncluded }: RefundOf,
): IncomingRefund {
  const onTop = (tax: number): number => (taxesIncluded ? 0 : tax);
  const shipping = wire.order_adjustments.filter((one) => one.kind === 'shipping_refund');
  const others = wire.order_adjustments.filter((one) => one.kind !== 'shipping_refund');
  const sum = (list: RestRefund['order_adjustments']): number =>
    sumMinor(list.map((one) => (one.amount ?? 0) + onTop(one.tax_amount ?? 0)));
  return {
    shopifyRefundId: wire.id,
    shopifyReturnId: wire.return?.id ?? null,
    happenedAt: wire.processed_at ?? wire.created_at ?? updatedAt,
    note: wire.note,
    lines: wire.refund_line_items.map((line) => {
      const restockType = restockTypeOf((line.restock_type ?? 'NO_RESTOCK').toUpperCase());
      return {
        shopifyLineId: line.line_item_id,
        quantity: line.quantity,
        restockType,
        restocked: restockType !== 'NO_RESTOCK',
        locationId: line.location_id ?? null,
        subtotal: line.subtotal_set?.shop ?? line.subtotal ?? 0,
        tax: onTop(line.total_tax_set?.shop ?? line.total_tax ?? 0),
      };
    }),
    shipping: Math.abs(sum(shipping)),
    difference: sum(others),
    transactionIds: wire.transactions.map((one) => one.id),
  };
}

type WireAgreement = NonNullable<GraphqlOrder['agreements']>['nodes'][number];

/** Edits and returns; the sale itself and its refunds are known better from elsewhere. */
export function agreement(wire: WireAgreement): IncomingAgreement[] {
  const kind = KINDS.get(wire.__typename);
  if (kind === undefined) return [];
  const shopifyReturnId = wire.return?.id ?? null;
  return [{ shopifyId: wire.id, kind, happenedAt: wire.happenedAt, shopifyReturnId }];
}

const KINDS: ReadonlyMap<string, IncomingAgreement['kind']> = new Map([
  ['OrderEditAgreement', 'EDIT'],
  ['ReturnAgreement', 'RETURN'],
]);

export function byTime(a: { readonly happenedAt: Date }, b: { readonly happenedAt: Date }): number {
  return a.happenedAt.getTime() - b.happenedAt.getTime();
}

function restockTypeOf(text: string): RestockType {
  return RESTOCK_TYPES.find((one) => one === text) ?? 'NO_RESTOCK';
}
