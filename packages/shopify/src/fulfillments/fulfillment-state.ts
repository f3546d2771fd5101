// What Shopify says of an order's fulfillment: the fulfillment orders that are still to do, and what was fulfilled.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyClient } from '../client/shopify-client.ts';
import { answerUnreadable } from '../client/shopify-failure.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import { readWholeOrder } from '../orders/read-whole-order.ts';
import { graphqlFulfillmentOrderSchema, graphqlFulfillmentSchema } from '../wire/graphql-order.ts';
import { ORDER_FULFILLMENT } from '../wire/operations.ts';
import { connectionSchema, gid } from '../wire/scalars.ts';
import { jsonPath } from '../wire/wire-problem.ts';

export interface OpenFulfillmentOrder {
  readonly id: string;
  readonly status: string;
  readonly methodType: string | null;
  readonly locationId: string | null;
  readonly actions: readonly string[];
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly remaining: number;
  }[];
}

export interface KnownFulfillment {
  readonly id: string;
  readonly locationId: string | null;
  readonly createdAt: Date | null;
  readonly trackingNumbers: readonly string[];
  readonly units: ReadonlyMap<string, number>;
}

export interface FulfillmentState {
  readonly fulfillmentOrders: readonly OpenFulfillmentOrder[];
  /** Those that count: cancelled and failed ones are left out. */
  readonly fulfillments: readonly KnownFulfillment[];
}

const stateSchema = z.object({
  fulfillmentOrders: connectionSchema(graphqlFulfillmentOrderSchema),
  fulfillments: z.array(graphqlFulfillmentSchema),
});

/** @param shopifyId legacy id of the order. Null: Shopify has no such order. */
export async function readFulfillmentState(
  client: ShopifyClient,
  shopifyId: string,
): Promise<Result<FulfillmentState | null, ShopifyFailure>> {
  const raw = await readWholeOrder(client, ORDER_FULFILLMENT, gid('Order', shopifyId));
  if (!raw.ok) return raw;
  if (raw.value === null) return ok(null);
  const parsed = stateSchema.safeParse(raw.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue === undefined ? '' : `${jsonPath(issue.path)}: ${issue.message}`;
    return fail(answerUnreadable(`The fulfillment of order ${shopifyId} can't be read. ${path}`));
  }
  const { fulfillmentOrders, fulfillments } = parsed.data;
  return ok({
    fulfillmentOrders: fulfillmentOrders.nodes.map((one) => ({
      id: one.id,
      status: one.status,
      methodType: one.deliveryMethod?.methodType ?? null,
      locationId: one.assignedLocation?.location?.id ?? null,
      actions: one.supportedActions.map(({ action }) => action),
      lines: one.lineItems.nodes.map((line) => ({
        id: line.id,
        lineId: line.lineItem.id,
        remaining: line.remainingQuantity,
      })),
    })),
    fulfillments: fulfillments.filter(counts).map((one) => ({
      id: one.id,
      locationId: one.location?.id ?? null,
      createdAt: one.createdAt ?? null,
      trackingNumbers: one.trackingInfo.flatMap(({ number }) => (number === null ? [] : [number])),
      units: unitsOf(one),
    })),
  });
}

function counts(fulfillment: { readonly status: string }): boolean {
  return !['CANCELLED', 'ERROR', 'FAILURE'].includes(fulfillment.status);
}

function unitsOf(fulfillment: z.output<typeof graphqlFulfillmentSchema>): Map<string, number> {
  const units = new Map<string, number>();
  for (const { lineItem, quantity } of fulfillment.fulfillmentLineItems.nodes)
    units.set(lineItem.id, (units.get(lineItem.id) ?? 0) + (quantity ?? 0));
  return units;
}
