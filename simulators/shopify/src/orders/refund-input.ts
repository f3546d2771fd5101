// The rules of refundCreate: units and payments that are there, and no more money than came in. The
// texts are ours, as no recorded answer shows them.
import { fail, formatMinor, ok, parseMinor, sumMinor } from '@sendsale/std';
import type { Minor, Result } from '@sendsale/std';
import type { Gid, Order, Transaction } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { paymentsOf, refundableOf } from './give-back.ts';
import type { RefundRequest } from './refund.ts';
import { moneyOf } from './totals.ts';

export interface RefundInput {
  readonly orderId: Gid;
  readonly note?: string | null;
  readonly notify?: boolean | null;
  readonly allowOverRefunding?: boolean | null;
  readonly discrepancyReason?: string | null;
  readonly refundLineItems?:
    | readonly {
        readonly lineItemId: Gid;
        readonly quantity: number;
        readonly restockType?: string | null;
        readonly locationId?: Gid | null;
      }[]
    | null;
  readonly shipping?: {
    readonly amount?: string | null;
    readonly fullRefund?: boolean | null;
  } | null;
  readonly refundDuties?: readonly { readonly dutyId: Gid }[] | null;
  readonly transactions?:
    | readonly {
        readonly amount: string;
        readonly gateway: string;
        readonly kind: string;
        readonly parentId?: Gid | null;
      }[]
    | null;
}

export interface RefundProblem {
  readonly field: readonly string[];
  readonly message: string;
}

type Repayments = NonNullable<RefundRequest['repayments']>;

export function readRefund(
  shop: Shop,
  order: Order,
  input: RefundInput,
): Result<RefundRequest, RefundProblem> {
  const wrongLine = lineProblem(order, input);
  if (wrongLine !== null) return fail(wrongLine);
  const repayments = repaymentsOf(shop, order, input);
  if ('message' in repayments) return fail(repayments);
  const sum = sumMinor(repayments.map(({ minor }) => minor));
  const { received, refunded } = moneyOf(order);
  if (sum > received - refunded) {
    const most = formatMinor(received - refunded, shop.seed.shop.currency);
    const message = `Refund amount cannot be greater than the net payment of ${most}.`;
    return fail({ field: ['transactions'], message });
  }
  const shipping = input.shipping;
  const shippingMinor =
    shipping?.amount == null ? null : parseMinor(String(shipping.amount), shop.seed.shop.currency);
  return ok({
    lines: (input.refundLineItems ?? []).map((wanted) => ({
      lineId: wanted.lineItemId,
      quantity: wanted.quantity,
      restock: wanted.restockType === 'RETURN' || wanted.restockType === 'CANCEL',
      isReturn: wanted.restockType === 'RETURN',
      locationId: wanted.locationId ?? null,
    })),
    isShippingRefunded: shipping?.fullRefund === true || shippingMinor !== null,
    shippingMinor: shipping?.fullRefund === true ? null : shippingMinor,
    dutyIds: (input.refundDuties ?? []).map(({ dutyId }) => dutyId),
    minor: sum,
    repayments,
    discrepancyReason: repayments.length === 0 ? null : 'REFUND_DISCREPANCY',
    note: input.note ?? null,
    staffId: null,
  });
}

function lineProblem(order: Order, input: RefundInput): RefundProblem | null {
  const sums = new Map<Gid, number>();
  for (const [index, wanted] of (input.refundLineItems ?? []).entries()) {
    const field = ['refundLineItems', String(index)];
    const line = order.lines.find(({ id }) => id === wanted.lineItemId);
    if (line === undefined) {
      return { field: [...field, 'lineItemId'], message: 'Line item does not exist.' };
    }
    const sum = (sums.get(line.id) ?? 0) + wanted.quantity;
    sums.set(line.id, sum);
    if (wanted.quantity < 1 || sum > line.quantity - line.removed) {
      const message = 'Quantity cannot refund more items than were purchased';
      return { field: [...field, 'quantity'], message };
    }
  }
  return null;
}

function repaymentsOf(shop: Shop, order: Order, input: RefundInput): Repayments | RefundProblem {
  const made: { of: Transaction; minor: Minor }[] = [];
  for (const [index, wanted] of (input.transactions ?? []).entries()) {
    const field = ['transactions', String(index)];
    if (wanted.kind !== 'REFUND') {
      return { field: [...field, 'kind'], message: 'Kind must be refund.' };
    }
    const minor = parseMinor(String(wanted.amount), shop.seed.shop.currency);
    const payment = paymentsOf(order).find(({ id, gateway }) =>
      wanted.parentId == null ? gateway === wanted.gateway : id === wanted.parentId,
    );
    if (payment === undefined) {
      return { field: [...field, 'parentId'], message: 'Parent transaction does not exist.' };
    }
    const taken = sumMinor(made.filter((m) => m.of === payment).map((m) => m.minor));
    if (minor === null || minor < 0 || minor > refundableOf(order, payment) - taken) {
      const most = formatMinor(refundableOf(order, payment) - taken, shop.seed.shop.currency);
      const message = `Amount cannot be greater than the refundable amount of ${most}.`;
      return { field: [...field, 'amount'], message };
    }
    made.push({ of: payment, minor });
  }
  return made;
}
