// Takes cancelled units out of Shopify's order, with the money for them the way it came: what Shopify itself suggests
// for these units and, where it is asked for, their shipping. The note names the notice, and the call has a key: neither is made twice.

import { createHash } from 'node:crypto';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { JsonObject } from '@sendsale/domain';
import { z } from 'zod';
import { answerUnreadable } from '../client/shopify-failure.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { ORDER_CANCELLABLE, REFUND_CREATE } from '../wire/cancel-operations.ts';
import { gid, idSchema, textSchema } from '../wire/scalars.ts';
import { answered } from './refusal.ts';
import type { Refusal } from './refusal.ts';

export interface CancelUnits {
  readonly noticeId: number;
  /** Legacy id. */
  readonly shopifyId: string;
  /** Legacy id of the line → units. */
  readonly units: Readonly<Record<string, number>>;
  /** Whether what is left of the shipping charge goes back too. */
  readonly shipping: boolean;
  readonly reason: string;
  readonly notifyCustomer: boolean;
}

const decimalMoney = z.object({ amount: z.string(), currencyCode: z.string() });

const stateSchema = z.object({
  order: z
    .object({
      currencyCode: z.string(),
      presentmentCurrencyCode: z.string(),
      cancelledAt: textSchema,
      refunds: z.array(z.object({ id: idSchema, note: textSchema })),
      suggestedRefund: z
        .object({
          suggestedTransactions: z.array(
            z.object({
              gateway: textSchema,
              amountSet: z.object({ shopMoney: decimalMoney, presentmentMoney: decimalMoney }),
              parentTransaction: z.object({ id: z.string() }).nullish(),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
});
type OrderState = NonNullable<z.output<typeof stateSchema>['order']>;

const createdSchema = z.object({
  refundCreate: z.object({
    refund: z.object({ id: idSchema }).nullish(),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

export async function cancelUnits(
  shop: ShopifyShop,
  wanted: CancelUnits,
): Promise<Result<JsonObject, ShopifyFailure | Refusal>> {
  const id = gid('Order', wanted.shopifyId);
  const refundLineItems = Object.entries(wanted.units).map(([lineId, quantity]) => ({
    lineItemId: gid('LineItem', lineId),
    quantity,
    restockType: 'CANCEL',
  }));
  const answer = await shop.client.query({
    operation: ORDER_CANCELLABLE,
    variables: { id, refundLineItems, refundShipping: wanted.shipping },
    schema: stateSchema,
  });
  if (!answer.ok) return answer;
  const { order } = answer.value;
  if (order === null) return ok({ gone: true });
  const known = order.refunds.find((refund) => refund.note?.includes(markOf(wanted)) === true);
  if (known !== undefined) return ok({ refundId: known.id, cancelledBefore: true });
  if (order.cancelledAt !== null) return ok({ cancelledBefore: true });
  // The same key is the same refund, so this call may be repeated like a query.
  const created = await shop.client.query({
    operation: REFUND_CREATE,
    variables: {
      key: keyOf(shop.shopId, wanted.noticeId),
      input: {
        orderId: id,
        note: `${wanted.reason} ${markOf(wanted)}`.trim(),
        notify: wanted.notifyCustomer,
        refundLineItems,
        ...(wanted.shipping ? { shipping: { fullRefund: true } } : {}),
        ...repayment(id, order),
      },
    },
    schema: createdSchema,
  });
  if (!created.ok) return created;
  const { refund, userErrors } = created.value.refundCreate;
  if (userErrors.length > 0) return answered(userErrors, {});
  if (refund === null || refund === undefined)
    return fail(answerUnreadable('Shopify made no refund and gave no reason.', true));
  return ok({ refundId: refund.id, units: { ...wanted.units }, shipping: wanted.shipping });
}

/** An order in another currency is paid back in that one. */
function repayment(orderId: string, order: OrderState) {
  const { currencyCode, presentmentCurrencyCode, suggestedRefund } = order;
  const isForeign = presentmentCurrencyCode !== currencyCode;
  const transactions = (suggestedRefund?.suggestedTransactions ?? [])
    .map(({ gateway, amountSet, parentTransaction }) => ({
      orderId,
      kind: 'REFUND',
      gateway: gateway ?? '',
      amount: (isForeign ? amountSet.presentmentMoney : amountSet.shopMoney).amount,
      parentId: parentTransaction?.id ?? null,
    }))
    .filter(({ amount }) => Number(amount) > 0);
  return { transactions, ...(isForeign ? { currency: presentmentCurrencyCode } : {}) };
}

/** Stands in the refund's note, where a person sees which of our decisions it came from. */
function markOf({ noticeId }: CancelUnits): string {
  return `(Sendsale ${noticeId})`;
}

function keyOf(shopId: string, noticeId: number): string {
  const hex = createHash('sha256').update(`${shopId}/notice/${noticeId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
