// Refunds by the API, and returns.
import { parseMinor } from '@sendsale/std';
import { refundOrder } from '../../orders/refund.ts';
import { paymentsOf } from '../../orders/give-back.ts';
import { readRefund } from '../../orders/refund-input.ts';
import type { RefundInput } from '../../orders/refund-input.ts';
import {
  cancelReturn,
  closeReturn,
  findReturn,
  openReturn,
  processReturn,
} from '../../returns/returns.ts';
import type { Processing, ReturnProblem } from '../../returns/returns.ts';
import { lineNet, unitsShare } from '../../orders/totals.ts';
import type { ExchangeLine, Gid, Order, Return, ReturnLine } from '../../state/model.ts';
import { touch } from '../../state/shop.ts';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, moneyBag, requireScope, within } from '../context.ts';
import type { Call, Context, FieldResolvers, In } from '../context.ts';
import { once } from '../idempotent.ts';
import { readStaff } from './shop.ts';
import { lineOf } from './payments.ts';

interface ReturnInput {
  readonly orderId: Gid;
  readonly returnLineItems: readonly {
    readonly fulfillmentLineItemId: Gid;
    readonly quantity: number;
    readonly returnReason?: string | null;
    readonly returnReasonNote?: string | null;
  }[];
  readonly exchangeLineItems?: readonly { variantId?: Gid | null; quantity: number }[] | null;
}

interface ProcessInput {
  readonly returnId: Gid;
  readonly note?: string | null;
  readonly returnLineItems?: readonly { readonly id: Gid; readonly quantity: number }[] | null;
  readonly exchangeLineItems?: readonly { readonly id: Gid; readonly quantity: number }[] | null;
  readonly refundShipping?: { readonly fullRefund?: boolean | null } | null;
  readonly financialTransfer?: {
    readonly issueRefund?: {
      readonly orderTransactions: readonly {
        readonly parentId: Gid;
        readonly transactionAmount: { readonly amount: string };
      }[];
    } | null;
  } | null;
}

export const returnMutations: FieldResolvers<unknown> = {
  refundCreate: (...[, args, context, info]: Call<unknown, { input: RefundInput }>) => {
    requireScope(context, 'write_orders', 'refundCreate field');
    const { input } = args;
    return once(context, { args, info }, () => {
      const order = context.shop.orders.get(idOf('Order', input.orderId));
      if (order === undefined) {
        const message = 'Order does not exist';
        return { userErrors: [{ field: ['orderId'], message }] };
      }
      const request = readRefund(context.shop, order, input);
      if (!request.ok) return { userErrors: [request.error] };
      const refund = refundOrder(context.shop, order, request.value);
      touch(context.shop, order);
      return { orderId: order.id, refundId: refund.id, userErrors: [] };
    });
  },
  returnCreate: (_, args: { returnInput: ReturnInput }, context) => {
    requireScope(context, 'write_returns', 'returnCreate field');
    const input = args.returnInput;
    const order = context.shop.orders.get(idOf('Order', input.orderId));
    if (order === undefined) return refuse([missing('Order', ['returnInput', 'orderId'])]);
    const result = openReturn(context.shop, order, {
      lines: input.returnLineItems.map((line) => ({
        fulfillmentLineItemId: line.fulfillmentLineItemId,
        quantity: line.quantity,
        reason: line.returnReason ?? 'UNKNOWN',
        note: line.returnReasonNote ?? '',
      })),
      exchanges: (input.exchangeLineItems ?? []).flatMap(({ variantId, quantity }) =>
        variantId == null ? [] : [{ variantId, quantity }],
      ),
      staffId: null,
    });
    return result.ok ? given(order, result.value) : refuse(result.error);
  },
  returnProcess: (_, args: { input: ProcessInput }, context) => {
    const at = writable(context, args.input.returnId, 'returnProcess');
    if (at === null) return refuse([missing('Return', ['input', 'returnId'])]);
    const result = processReturn(context.shop, at, processingOf(context, at.order, args.input));
    return result.ok ? given(at.order, result.value) : refuse(result.error);
  },
  returnClose: (_, args: { id: Gid }, context) => {
    const at = writable(context, args.id, 'returnClose');
    if (at === null) return refuse([missing('Return', ['id'])]);
    if (at.found.status === 'OPEN') closeReturn(context.shop, at.order, at.found);
    return given(at.order, at.found);
  },
  returnCancel: (_, args: { id: Gid }, context) => {
    const at = writable(context, args.id, 'returnCancel');
    if (at === null) return refuse([missing('Return', ['id'])]);
    const result = cancelReturn(context.shop, at.order, at.found);
    return result.ok ? given(at.order, result.value) : refuse(result.error);
  },
};

function processingOf(context: Context, order: Order, input: ProcessInput): Processing {
  const { currency } = context.shop.seed.shop;
  const wanted = input.financialTransfer?.issueRefund?.orderTransactions ?? [];
  return {
    lines: input.returnLineItems ?? [],
    exchanges: input.exchangeLineItems ?? [],
    restock: true,
    locationId: null,
    isShippingRefunded: input.refundShipping?.fullRefund === true,
    repayments: wanted.flatMap(({ parentId, transactionAmount }) => {
      const of = paymentsOf(order).find(({ id }) => id === parentId);
      const minor = parseMinor(String(transactionAmount.amount), currency);
      return of === undefined || minor === null ? [] : [{ of, minor }];
    }),
    note: input.note ?? null,
  };
}

function writable(context: Context, id: Gid, name: string): ReturnType<typeof findReturn> {
  requireScope(context, 'write_returns', `${name} field`);
  return findReturn(context.shop, idOf('Return', id));
}

function given(order: Order, found: Return): object {
  return { return: within(order, found), userErrors: [] };
}

function refuse(userErrors: readonly ReturnProblem[]): object {
  return { return: null, userErrors };
}

function missing(what: string, field: readonly string[]): ReturnProblem {
  return { field, message: `${what} not found.`, code: 'NOT_FOUND' };
}

/** The payload is kept by its key, so it names what it made by id. */
export const refundCreatePayload: FieldResolvers<{ orderId?: Gid; refundId?: Gid }> = {
  order: ({ orderId }, _, { shop }) =>
    orderId === undefined ? null : (shop.orders.get(orderId) ?? null),
  refund: ({ orderId, refundId }, _, { shop }) => {
    const order = orderId === undefined ? undefined : shop.orders.get(orderId);
    const refund = order?.refunds.find(({ id }) => id === refundId);
    return order && refund ? within(order, refund) : null;
  },
};

export const returnQueries: FieldResolvers<unknown> = {
  return: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_returns', 'return field');
    const at = findReturn(context.shop, idOf('Return', args.id));
    return at && within(at.order, at.found);
  },
};

export const returned: FieldResolvers<In<Return>> = {
  totalQuantity: ({ lines }) => lines.reduce((sum, line) => sum + line.quantity, 0),
  staffMember: ({ staffId }, _, context) => {
    requireScope(context, 'read_users', 'staffMember field');
    return readStaff(context, staffId);
  },
  refunds: ({ order, id }, args: PageArguments) =>
    paginate(
      order.refunds.filter((r) => r.returnId === id).map((r) => within(order, r)),
      args,
    ),
  returnLineItems: ({ order, lines }, args: PageArguments) =>
    paginate(
      lines.map((line) => within(order, line)),
      args,
    ),
  exchangeLineItems: ({ order, exchanges }, args: PageArguments) =>
    paginate(
      exchanges.map((line) => within(order, line)),
      args,
    ),
};

export const returnLineItem: FieldResolvers<In<ReturnLine>> = {
  processedQuantity: ({ processed }) => processed,
  unprocessedQuantity: ({ quantity, processed }) => quantity - processed,
  processableQuantity: ({ quantity, processed }) => quantity - processed,
  refundedQuantity: ({ processed }) => processed,
  refundableQuantity: ({ quantity, processed }) => quantity - processed,
  returnReason: ({ reason }) => reason,
  returnReasonNote: ({ note }) => note,
  customerNote: () => null,
  fulfillmentLineItem: ({ order, fulfillmentLineId }) => {
    const part = order.fulfillments
      .flatMap((f) => f.lines)
      .find(({ id }) => id === fulfillmentLineId);
    return part && within(order, part);
  },
  withCodeDiscountedTotalPriceSet: ({ order, lineId, quantity }, _, context) => {
    const line = lineOf(order, lineId);
    const minor = line === null ? 0 : unitsShare(lineNet(line), line.quantity, [0, quantity]);
    return moneyBag(context, minor, order);
  },
};

export const exchangeLineItem: FieldResolvers<In<ExchangeLine>> = {
  lineItems: ({ order, lineIds }) => lineIds.flatMap((id) => lineOf(order, id) ?? []),
  processedQuantity: ({ processed }) => processed,
  unprocessedQuantity: ({ quantity, processed }) => quantity - processed,
  processableQuantity: ({ quantity, processed }) => quantity - processed,
  variantSku: ({ variantId }, _, { shop }) => shop.variants.get(variantId)?.sku ?? null,
  title: ({ variantId }, _, { shop }) => shop.variants.get(variantId)?.product.title ?? null,
};
