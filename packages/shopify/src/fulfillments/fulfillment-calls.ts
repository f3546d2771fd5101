// The two calls that tell Shopify of a shipment.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { ShipmentToTell } from '@sendsale/store/read';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { FULFILLMENT_CREATE, FULFILLMENT_ORDER_MOVE } from '../wire/operations.ts';
import { gid, legacyId } from '../wire/scalars.ts';
import type { PlannedPart } from './plan-fulfillment.ts';

/** Shopify said no, in its own words. */
export interface Refusal {
  readonly code: 'SHOPIFY_FULFILLMENT_REFUSED';
  readonly message: string;
}

const userErrorsSchema = z.array(
  z.object({ field: z.array(z.string()).nullish(), message: z.string() }),
);

const createSchema = z.object({
  fulfillmentCreate: z.object({
    fulfillment: z.object({ id: z.string() }).nullish(),
    userErrors: userErrorsSchema,
  }),
});

const moveSchema = z.object({
  fulfillmentOrderMove: z.object({
    movedFulfillmentOrder: z.object({ id: z.string() }).nullish(),
    userErrors: userErrorsSchema,
  }),
});

/** The variables of the call: also what is kept in the ledger's file. */
export function fulfillmentInput(
  shipment: ShipmentToTell,
  parts: readonly PlannedPart[],
  notifyCustomer: boolean,
) {
  const { carrier, trackingNumber } = shipment;
  const tracking = {
    ...(carrier === null ? {} : { company: carrier }),
    ...(trackingNumber === null ? {} : { number: trackingNumber }),
  };
  return {
    lineItemsByFulfillmentOrder: parts.map((part) => ({
      fulfillmentOrderId: gid('FulfillmentOrder', part.fulfillmentOrder.id),
      fulfillmentOrderLineItems: part.lines.map((line) => ({
        id: gid('FulfillmentOrderLineItem', line.id),
        quantity: line.quantity,
      })),
    })),
    notifyCustomer,
    ...(Object.keys(tracking).length === 0 ? {} : { trackingInfo: tracking }),
  };
}

/** @returns the legacy id of the fulfillment made. Never repeated by the client once it may have arrived. */
export async function createFulfillment(
  shop: ShopifyShop,
  input: ReturnType<typeof fulfillmentInput>,
): Promise<Result<string, ShopifyFailure | Refusal>> {
  const answer = await shop.client.mutate({
    operation: FULFILLMENT_CREATE,
    variables: { fulfillment: input },
    schema: createSchema,
  });
  if (!answer.ok) return answer;
  const { fulfillment, userErrors } = answer.value.fulfillmentCreate;
  if (fulfillment === null || fulfillment === undefined) return fail(refusal(userErrors));
  return ok(legacyId(fulfillment.id));
}

/** Moves the part to the location that shipped it. @returns whether Shopify did */
export async function moveFulfillmentOrder(
  shop: ShopifyShop,
  part: Pick<PlannedPart, 'fulfillmentOrder' | 'lines' | 'whole'>,
  locationId: string,
): Promise<Result<boolean, ShopifyFailure>> {
  const lines = part.lines.map((line) => ({
    id: gid('FulfillmentOrderLineItem', line.id),
    quantity: line.quantity,
  }));
  const answer = await shop.client.mutate({
    operation: FULFILLMENT_ORDER_MOVE,
    variables: {
      id: gid('FulfillmentOrder', part.fulfillmentOrder.id),
      newLocationId: gid('Location', locationId),
      lines: part.whole ? null : lines,
    },
    schema: moveSchema,
  });
  if (!answer.ok) return answer;
  return ok(answer.value.fulfillmentOrderMove.userErrors.length === 0);
}

function refusal(userErrors: z.output<typeof userErrorsSchema>): Refusal {
  const said = userErrors.map((error) => error.message).join(' ');
  const message = `Shopify refused the fulfillment: ${said === '' ? 'no reason given' : said}`;
  return { code: 'SHOPIFY_FULFILLMENT_REFUSED', message };
}
