// The mutations on orders: cancel and tags.
import { cancelOrder } from '../../orders/cancel.ts';
import type { CancelRequest } from '../../orders/cancel.ts';
import { legacyId } from '../../state/gid.ts';
import type { Gid } from '../../state/model.ts';
import { newId, touch } from '../../state/shop.ts';
import { idOf, requireScope } from '../context.ts';
import type { Context, FieldResolvers } from '../context.ts';
import { badRequest } from '../errors.ts';
import { done, refused } from './fulfillment-mutations.ts';

interface CancelArguments {
  readonly orderId: Gid;
  readonly reason: CancelRequest['reason'];
  readonly restock: boolean;
  readonly refundMethod?: { readonly originalPaymentMethodsRefund?: boolean | null } | null;
  readonly staffNote?: string | null;
}

const MAX_NOTE = 255;

export const orderMutations: FieldResolvers<unknown> = {
  // Shopify cancels in a job; ours is done by the time it is asked for.
  orderCancel: (_, args: CancelArguments, context) => {
    requireScope(context, 'write_orders', 'orderCancel field');
    const order = context.shop.orders.get(idOf('Order', args.orderId));
    if (order === undefined) return refusedCancel('Order does not exist.', 'NOT_FOUND');
    if ((args.staffNote?.length ?? 0) > MAX_NOTE) {
      return refusedCancel(
        `Staff note is too long (maximum is ${MAX_NOTE} characters).`,
        'INVALID',
      );
    }
    const result = cancelOrder(context.shop, order, {
      reason: args.reason,
      restock: args.restock,
      refund: args.refundMethod?.originalPaymentMethodsRefund === true,
      note: args.staffNote ?? null,
      staffId: null,
    });
    if (!result.ok) return refusedCancel(result.error, 'INVALID');
    const id = `gid://shopify/Job/${legacyId(newId(context.shop, 'Job'))}`;
    return { job: { id, done: false }, orderCancelUserErrors: [], userErrors: [] };
  },
  tagsAdd: (_, args: TagArguments, context) =>
    changeTags(context, args, (have, tag) => [...have.filter((old) => !sameTag(old, tag)), tag]),
  tagsRemove: (_, args: TagArguments, context) =>
    changeTags(context, args, (have, tag) => have.filter((old) => !sameTag(old, tag))),
};

interface TagArguments {
  readonly id: Gid;
  readonly tags: readonly string[];
}

function changeTags(
  context: Context,
  args: TagArguments,
  apply: (have: string[], tag: string) => string[],
): object {
  requireScope(context, 'write_orders', 'tags field');
  if (args.tags.length > 250) {
    throw badRequest('The input array size is greater than the maximum of 250.');
  }
  const order = context.shop.orders.get(idOf('Order', args.id));
  if (order === undefined) return refused('node', 'Order does not exist', ['id']);
  const tags = args.tags.map((tag) => tag.trim()).filter(Boolean);
  const changed = tags.reduce(apply, order.tags).sort((a, b) => a.localeCompare(b));
  if (changed.join() !== order.tags.join()) {
    order.tags = changed;
    touch(context.shop, order);
  }
  return done('node', order);
}

function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function refusedCancel(message: string, code: string): object {
  const error = { field: ['orderId'], message, code };
  return { job: null, orderCancelUserErrors: [error], userErrors: [error] };
}
