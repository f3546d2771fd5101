// Tells Shopify of holds, releases and cancellations decided here. Each begins with what Shopify really has, so that
// a call whose answer was lost is recognised and never made twice.

import { raiseProblem, recordNoticeTold, resolveProblem } from '@sendsale/oms';
import type { JsonObject } from '@sendsale/domain';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { openNotices, shopRules } from '@sendsale/store/read';
import type { OpenNotice } from '@sendsale/store/read';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { ORDER_CANCEL } from '../wire/cancel-operations.ts';
import { ORDER_HOLDS, PLACE_HOLD, RELEASE_HOLD } from '../wire/operations.ts';
import { gid } from '../wire/scalars.ts';
import { cancelUnits } from './cancel-units.ts';
import { answered } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Notices of one shop in one run. */
const MAXIMUM_NOTICES = 50;
const AGAIN_AFTER_MS = 60_000;
/** Names our hold among those of other apps, and makes placing it twice once (FulfillmentOrderHoldInput.handle). */
const HOLD_HANDLE = 'sendsale';

type Told = Result<JsonObject, ShopifyFailure | Refusal>;

/** `done` counts notices told. */
export async function pushNotices(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  let done = 0;
  for (const shop of context.shops) {
    const { shopId } = shop;
    const open = await openNotices(context.database, { shopId, limit: MAXIMUM_NOTICES });
    const { notifyCustomer } = await shopRules(context.database, { shopId });
    for (const notice of open.filter((one) => isDue(one, run.at))) {
      if (run.signal.aborted) break;
      if (await tell(context, { shop, notice, notifyCustomer, at: run.at })) done += 1;
    }
  }
  return { done };
}

function isDue({ lastRefusedAt }: OpenNotice, at: Date): boolean {
  return lastRefusedAt === null || at.getTime() - lastRefusedAt.getTime() >= AGAIN_AFTER_MS;
}

interface Telling {
  readonly shop: ShopifyShop;
  readonly notice: OpenNotice;
  readonly notifyCustomer: boolean;
  readonly at: Date;
}

async function tell({ database }: ShopifyContext, what: Telling): Promise<boolean> {
  const { notice, at } = what;
  const { orderId, kind, id: noticeId } = notice;
  const told = await call(what);
  const code = 'SHOPIFY_NOTICE_REFUSED';
  if (!told.ok) {
    const { message } = told.error;
    await raiseProblem(database, { code, subject: orderId, orderId, message, at });
    return false;
  }
  const via = viaOf(notice);
  await recordNoticeTold(database, { noticeId, orderId, kind, outcome: told.value, via, at });
  await resolveProblem(database, { code, subject: orderId, resolution: 'Shopify was told.', at });
  return true;
}

function viaOf(notice: OpenNotice): string {
  if (notice.kind !== 'CANCEL') return 'fulfillmentOrderHold';
  return partOf(notice) === null ? 'orderCancel' : 'refundCreate';
}

const partSchema = z.object({
  units: z.record(z.string(), z.number().int().positive()),
  shipping: z.boolean().default(false),
});

/** Line → units of a cancellation in part, and whether its shipping goes back; null: the whole order. */
function partOf(notice: OpenNotice): z.output<typeof partSchema> | null {
  return partSchema.safeParse(notice.body).data ?? null;
}

const stateSchema = z.object({
  order: z
    .object({
      cancelledAt: z.string().nullish(),
      fulfillmentOrders: z.object({
        nodes: z.array(
          z.object({
            id: z.string(),
            status: z.string(),
            fulfillmentHolds: z.array(z.object({ handle: z.string().nullish() })).default([]),
          }),
        ),
      }),
    })
    .nullable(),
});
type OrderState = NonNullable<z.output<typeof stateSchema>['order']>;

async function call({ shop, notice, notifyCustomer }: Telling): Promise<Told> {
  const part = notice.kind === 'CANCEL' ? partOf(notice) : null;
  if (part !== null) {
    const { id: noticeId, shopifyId } = notice;
    return cancelUnits(shop, {
      noticeId,
      shopifyId,
      ...part,
      reason: reasonOf(notice),
      notifyCustomer,
    });
  }
  const id = gid('Order', notice.shopifyId);
  const answer = await shop.client.query({
    operation: ORDER_HOLDS,
    variables: { id },
    schema: stateSchema,
  });
  if (!answer.ok) return answer;
  const { order } = answer.value;
  if (order === null) return ok({ gone: true });
  if (notice.kind === 'CANCEL') return cancel(shop, { notice, notifyCustomer }, order);
  if (notice.kind === 'HOLD') return hold(shop, notice, order);
  return release(shop, order);
}

const cancelledSchema = z.object({
  orderCancel: z.object({
    orderCancelUserErrors: z.array(z.object({ message: z.string() })),
  }),
});

/** The money goes back the way it came; the refund comes home with the order's next download. */
async function cancel(
  shop: ShopifyShop,
  { notice, notifyCustomer }: Pick<Telling, 'notice' | 'notifyCustomer'>,
  order: OrderState,
): Promise<Told> {
  if ((order.cancelledAt ?? null) !== null) return ok({ cancelledBefore: true });
  const answer = await shop.client.mutate({
    operation: ORDER_CANCEL,
    variables: {
      orderId: gid('Order', notice.shopifyId),
      reason: 'OTHER',
      restock: true,
      notifyCustomer,
      staffNote: reasonOf(notice),
    },
    schema: cancelledSchema,
  });
  if (!answer.ok) return answer;
  return answered(answer.value.orderCancel.orderCancelUserErrors, { cancelled: true });
}

// Shopify takes 255 characters.
function reasonOf(notice: OpenNotice): string {
  const reason = notice.body['reason'];
  return typeof reason === 'string' ? reason.slice(0, 255) : '';
}

const heldSchema = z.object({
  fulfillmentOrderHold: z.object({ userErrors: z.array(z.object({ message: z.string() })) }),
});

async function hold(shop: ShopifyShop, notice: OpenNotice, order: OrderState): Promise<Told> {
  const open = order.fulfillmentOrders.nodes.filter((one) => one.status === 'OPEN' && !isOurs(one));
  for (const { id } of open) {
    const reasonNotes = reasonOf(notice);
    const fulfillmentHold = { reason: 'OTHER', reasonNotes, handle: HOLD_HANDLE };
    const answer = await shop.client.mutate({
      operation: PLACE_HOLD,
      variables: { id, fulfillmentHold },
      schema: heldSchema,
    });
    if (!answer.ok) return answer;
    const told = answered(answer.value.fulfillmentOrderHold.userErrors, {});
    if (!told.ok) return told;
  }
  return ok({ held: open.length });
}

const releasedSchema = z.object({
  fulfillmentOrderReleaseHold: z.object({
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

async function release(shop: ShopifyShop, order: OrderState): Promise<Told> {
  const held = order.fulfillmentOrders.nodes.filter(isOurs);
  for (const { id } of held) {
    const answer = await shop.client.mutate({
      operation: RELEASE_HOLD,
      variables: { id },
      schema: releasedSchema,
    });
    if (!answer.ok) return answer;
    const told = answered(answer.value.fulfillmentOrderReleaseHold.userErrors, {});
    if (!told.ok) return told;
  }
  return ok({ released: held.length });
}

function isOurs(one: OrderState['fulfillmentOrders']['nodes'][number]): boolean {
  return one.fulfillmentHolds.some(({ handle }) => handle === HOLD_HANDLE);
}
