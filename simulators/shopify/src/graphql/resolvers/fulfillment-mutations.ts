// The mutations around fulfillment: create, cancel, tracking, move.
import { cancelFulfillment } from '../../orders/cancel-fulfillment.ts';
import {
  createFulfillment,
  findFulfillment,
  findFulfillmentOrder,
} from '../../orders/create-fulfillment.ts';
import { moveFulfillmentOrder } from '../../orders/move-fulfillment-order.ts';
import { readTracking } from '../../orders/tracking.ts';
import type { TrackingInput } from '../../orders/tracking.ts';
import type { Gid, Order } from '../../state/model.ts';
import { instant, touch } from '../../state/shop.ts';
import { idOf, requireScope, within } from '../context.ts';
import type { Context, FieldResolvers } from '../context.ts';

interface LineInput {
  readonly id: Gid;
  readonly quantity: number;
}

interface FulfillmentInput {
  readonly lineItemsByFulfillmentOrder: readonly {
    readonly fulfillmentOrderId: Gid;
    readonly fulfillmentOrderLineItems?: readonly LineInput[] | null;
  }[];
  readonly notifyCustomer?: boolean | null;
  readonly trackingInfo?: TrackingInput | null;
}

const WRITE_SCOPE = 'write_merchant_managed_fulfillment_orders';

export const fulfillmentMutations: FieldResolvers<unknown> = {
  fulfillmentCreate: (_, args: { fulfillment: FulfillmentInput }, context) => {
    requireScope(context, WRITE_SCOPE, 'fulfillmentCreate field');
    const input = args.fulfillment;
    const result = createFulfillment(context.shop, {
      parts: input.lineItemsByFulfillmentOrder.map((part) => ({
        fulfillmentOrderId: part.fulfillmentOrderId,
        units: part.fulfillmentOrderLineItems ?? null,
      })),
      tracking: readTracking(input.trackingInfo ?? {}),
      isNotified: input.notifyCustomer === true,
    });
    if (!result.ok) return refused('fulfillment', result.error, ['fulfillment']);
    return done('fulfillment', within(orderOf(context, result.value.id), result.value));
  },
  fulfillmentCancel: (_, args: { id: Gid }, context) => {
    requireScope(context, WRITE_SCOPE, 'fulfillmentCancel field');
    const found = findFulfillment(context.shop, idOf('Fulfillment', args.id));
    if (found === null) return refused('fulfillment', 'Fulfillment not found.', ['id']);
    cancelFulfillment(context.shop, found.order, found.fulfillment);
    return done('fulfillment', within(found.order, found.fulfillment));
  },
  fulfillmentTrackingInfoUpdate: (
    _,
    args: { fulfillmentId: Gid; trackingInfoInput: TrackingInput; notifyCustomer?: boolean | null },
    context,
  ) => {
    requireScope(context, WRITE_SCOPE, 'fulfillmentTrackingInfoUpdate field');
    const found = findFulfillment(context.shop, idOf('Fulfillment', args.fulfillmentId));
    if (found === null)
      return refused('fulfillment', 'Fulfillment does not exist.', ['fulfillmentId']);
    if (found.fulfillment.status === 'CANCELLED') {
      return refused('fulfillment', 'Fulfillment is cancelled.', ['fulfillmentId']);
    }
    found.fulfillment.tracking = readTracking(args.trackingInfoInput);
    found.fulfillment.notifications += Number(args.notifyCustomer === true);
    found.fulfillment.updatedAt = instant(context.shop);
    touch(context.shop, found.order);
    return done('fulfillment', within(found.order, found.fulfillment));
  },
  fulfillmentOrderMove: (
    _,
    args: { id: Gid; newLocationId: Gid; fulfillmentOrderLineItems?: readonly LineInput[] | null },
    context,
  ) => {
    requireScope(context, WRITE_SCOPE, 'fulfillmentOrderMove field');
    const found = findFulfillmentOrder(context.shop, idOf('FulfillmentOrder', args.id));
    if (found === null) return refusedMove('Fulfillment order does not exist.', null);
    const units = args.fulfillmentOrderLineItems?.length ? args.fulfillmentOrderLineItems : null;
    const result = moveFulfillmentOrder(context.shop, found.order, {
      source: found.source,
      locationId: idOf('Location', args.newLocationId),
      units,
    });
    if (!result.ok) return refusedMove(result.error.message, result.error.code);
    const { moved, original, remaining } = result.value;
    return {
      movedFulfillmentOrder: within(found.order, moved),
      originalFulfillmentOrder: within(found.order, original),
      remainingFulfillmentOrder: remaining && within(found.order, remaining),
      userErrors: [],
    };
  },
};

function refusedMove(message: string, code: string | null): object {
  return { userErrors: [{ field: ['id'], message, code }] };
}

/** A payload with what was made. */
export function done(name: string, value: unknown): object {
  return { [name]: value, userErrors: [] };
}

/** A payload with why nothing was made. */
export function refused(name: string, message: string, field: readonly string[] | null): object {
  return { [name]: null, userErrors: [{ field, message }] };
}

function orderOf(context: Context, fulfillmentId: Gid): Order {
  const found = findFulfillment(context.shop, fulfillmentId);
  if (found === null) throw new Error(`Fulfillment ${fulfillmentId} was just made.`);
  return found.order;
}
