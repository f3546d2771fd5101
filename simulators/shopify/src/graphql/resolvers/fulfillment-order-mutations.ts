// Holds, splits, progress and cancels of fulfillment orders.
import { findFulfillmentOrder } from '../../orders/create-fulfillment.ts';
import * as actions from '../../orders/fulfillment-order-actions.ts';
import type { ActionProblem, Units } from '../../orders/fulfillment-order-actions.ts';
import type { FulfillmentOrder, Gid, Order } from '../../state/model.ts';
import { idOf, requireScope, within } from '../context.ts';
import type { Context, FieldResolvers } from '../context.ts';

interface HoldInput {
  readonly reason: string;
  readonly reasonNotes?: string | null;
  readonly handle?: string | null;
  readonly fulfillmentOrderLineItems?: readonly Units[] | null;
}

interface SplitInput {
  readonly fulfillmentOrderId: Gid;
  readonly fulfillmentOrderLineItems: readonly Units[];
}

const WRITE_SCOPE = 'write_merchant_managed_fulfillment_orders';
const NOT_FOUND: ActionProblem = {
  field: ['id'],
  message: 'Fulfillment order does not exist.',
  code: 'FULFILLMENT_ORDER_NOT_FOUND',
};

export const fulfillmentOrderMutations: FieldResolvers<unknown> = {
  fulfillmentOrderHold: (_, args: { id: Gid; fulfillmentHold: HoldInput }, context) => {
    const at = find(context, args.id, 'fulfillmentOrderHold');
    if (at === null) return refuse(NOT_FOUND);
    const input = args.fulfillmentHold;
    const result = actions.hold(context.shop, at, {
      units: input.fulfillmentOrderLineItems ?? [],
      handle: input.handle ?? '',
      reason: input.reason,
      reasonNotes: input.reasonNotes ?? null,
    });
    if (!result.ok) return refuse(result.error);
    const { hold, held, rest } = result.value;
    return {
      fulfillmentHold: hold,
      fulfillmentOrder: within(at.order, held),
      remainingFulfillmentOrder: rest && within(at.order, rest),
      userErrors: [],
    };
  },
  fulfillmentOrderReleaseHold: (_, args: { id: Gid; holdIds?: readonly Gid[] | null }, context) => {
    const at = find(context, args.id, 'fulfillmentOrderReleaseHold');
    if (at === null) return refuse(NOT_FOUND);
    const ids = args.holdIds?.length ? args.holdIds : null;
    return answer(at.order, actions.releaseHold(context.shop, at, ids));
  },
  fulfillmentOrderReportProgress: (_, args: { id: Gid }, context) => {
    const at = find(context, args.id, 'fulfillmentOrderReportProgress');
    if (at === null) return refuse(NOT_FOUND);
    return answer(at.order, actions.reportProgress(context.shop, at));
  },
  fulfillmentOrderOpen: (_, args: { id: Gid }, context) => {
    const at = find(context, args.id, 'fulfillmentOrderOpen');
    if (at === null) return refuse(NOT_FOUND);
    return answer(at.order, actions.reopen(context.shop, at));
  },
  fulfillmentOrderCancel: (_, args: { id: Gid }, context) => {
    const at = find(context, args.id, 'fulfillmentOrderCancel');
    if (at === null) return refuse({ ...NOT_FOUND, code: null });
    const result = actions.cancelFulfillmentOrder(context.shop, at);
    if (!result.ok) return refuse(result.error);
    return {
      fulfillmentOrder: within(at.order, result.value.cancelled),
      replacementFulfillmentOrder: within(at.order, result.value.replacement),
      userErrors: [],
    };
  },
  fulfillmentOrderSplit: (_, args: { fulfillmentOrderSplits: readonly SplitInput[] }, context) => {
    const done: object[] = [];
    const errors: ActionProblem[] = [];
    for (const wanted of args.fulfillmentOrderSplits) {
      const at = find(context, wanted.fulfillmentOrderId, 'fulfillmentOrderSplit');
      const result =
        at === null ? null : actions.split(context.shop, at, wanted.fulfillmentOrderLineItems);
      if (at !== null && result?.ok === true) {
        done.push({
          fulfillmentOrder: within(at.order, result.value.rest),
          remainingFulfillmentOrder: within(at.order, result.value.part),
          replacementFulfillmentOrder: null,
        });
      } else errors.push(result?.ok === false ? result.error : NOT_FOUND);
    }
    return { fulfillmentOrderSplits: errors.length > 0 ? null : done, userErrors: errors };
  },
};

function find(context: Context, id: Gid, name: string): ReturnType<typeof findFulfillmentOrder> {
  requireScope(context, WRITE_SCOPE, `${name} field`);
  return findFulfillmentOrder(context.shop, idOf('FulfillmentOrder', id));
}

function answer(
  order: Order,
  result: { ok: true; value: FulfillmentOrder } | { ok: false; error: ActionProblem },
): object {
  if (!result.ok) return refuse(result.error);
  return { fulfillmentOrder: within(order, result.value), userErrors: [] };
}

function refuse(error: ActionProblem): object {
  return { userErrors: [error] };
}
