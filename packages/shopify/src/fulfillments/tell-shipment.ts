// Tells Shopify of one shipment: read what is there, move what is elsewhere, make what is missing, record it.
// It can be broken off anywhere and run again; each run begins with what Shopify really has.

import {
  markHandedOver,
  raiseProblem,
  recordShopifyFulfillment,
  resolveProblem,
  settleRow,
  writeFeedFile,
} from '@sendsale/oms';
import type { Database } from '@sendsale/oms';
import type { ProblemCode } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { assert, fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { ShipmentToTell } from '@sendsale/store/read';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { createFulfillment, fulfillmentInput, moveFulfillmentOrder } from './fulfillment-calls.ts';
import type { Refusal } from './fulfillment-calls.ts';
import { readFulfillmentState } from './fulfillment-state.ts';
import { byLocation, planFulfillment } from './plan-fulfillment.ts';
import type { FulfillmentPlan, PlannedPart } from './plan-fulfillment.ts';

/** The feed's name in the ledger. Its files are the bodies of the calls. */
export const FULFILLMENT_FEED = 'shopify-fulfillment';

/** TOLD: recorded. REFUSED, FAILED: a problem of the shipment says why; it is tried again. */
export type ToldShipment = 'TOLD' | 'REFUSED' | 'FAILED';

export interface TellShipmentOptions {
  readonly shop: ShopifyShop;
  readonly shipment: ShipmentToTell;
  /** Shopify writes to the customer. */
  readonly notifyCustomer: boolean;
  readonly at: Date;
}

type Trouble = ShopifyFailure | Refusal;

export async function tellShipment(
  db: Database,
  options: TellShipmentOptions,
): Promise<ToldShipment> {
  const ids = await ensureFulfilled(db, options);
  if (!ids.ok) return giveUp(db, options, ids.error);
  await record(db, options, ids.value.join(','));
  await resolveAll(db, options);
  return 'TOLD';
}

/** The shipment and its ledger row know together. */
async function record(
  db: Database,
  { shipment, at }: TellShipmentOptions,
  shopifyFulfillmentId: string,
): Promise<void> {
  const { shipmentId } = shipment;
  const via = 'fulfillmentCreate';
  await inTransaction(db, async (tx) => {
    const fact = { shipmentId, shopifyFulfillmentId, via, at };
    const recorded = await recordShopifyFulfillment(tx, fact);
    assert(recorded.ok, `Shipment ${shipmentId} exists and was not told before.`);
    const settled = { feed: FULFILLMENT_FEED, subject: shipmentId, outcome: 'ACCEPTED' } as const;
    await settleRow(tx, { ...settled, remoteId: shopifyFulfillmentId, via, at });
  });
}

/** @returns the legacy ids of all fulfillments in Shopify that stand for the shipment */
async function ensureFulfilled(
  db: Database,
  options: TellShipmentOptions,
): Promise<Result<readonly string[], Trouble>> {
  const planned = await planNow(options);
  if (!planned.ok) return planned;
  const { shop, shipment, notifyCustomer } = options;
  const calls = byLocation(planned.value.parts).map((parts) =>
    fulfillmentInput(shipment, parts, notifyCustomer),
  );
  // What no fulfillment order has any more can't be told; a part told now would hide that.
  if (planned.value.missing.length > 0) return fail(nothingOpen(shipment, planned.value));
  await writeDown(db, options, calls);
  const ids = [...planned.value.told];
  for (const input of calls) {
    const created = await createFulfillment(shop, input);
    if (!created.ok) return created;
    ids.push(created.value);
  }
  return ok(ids);
}

/** The plan, after what can be moved to the ship-from location was moved. */
async function planNow(options: TellShipmentOptions): Promise<Result<FulfillmentPlan, Trouble>> {
  const plan = await readPlan(options);
  if (!plan.ok || plan.value.missing.length > 0) return plan;
  let moved = false;
  for (const part of plan.value.parts) {
    const to = options.shipment.shopifyLocationId;
    if (to === null || !canMove(part, to)) continue;
    const answer = await moveFulfillmentOrder(options.shop, part, to);
    if (!answer.ok) return answer;
    moved ||= answer.value;
  }
  return moved ? readPlan(options) : plan;
}

async function readPlan(options: TellShipmentOptions): Promise<Result<FulfillmentPlan, Trouble>> {
  const { shop, shipment } = options;
  const state = await readFulfillmentState(shop.client, shipment.shopifyId);
  if (!state.ok) return state;
  if (state.value !== null) return ok(planFulfillment(shipment, state.value));
  const message = `Shopify has no order ${shipment.shopifyId} (${shipment.orderName}) any more.`;
  return fail({ code: 'SHOPIFY_FULFILLMENT_REFUSED', message });
}

function canMove(part: PlannedPart, to: string): boolean {
  const { locationId, actions } = part.fulfillmentOrder;
  return locationId !== to && actions.includes('MOVE');
}

function nothingOpen(shipment: ShipmentToTell, plan: FulfillmentPlan): Refusal {
  const lines = plan.missing.map((one) => `${one.units} of line ${one.lineId}`).join(', ');
  const message = `Order ${shipment.orderName} has nothing open in Shopify for ${lines}.`;
  return { code: 'SHOPIFY_FULFILLMENT_REFUSED', message };
}

/** The ledger row stands before the first call goes out; a later run finds it. */
async function writeDown(
  db: Database,
  options: TellShipmentOptions,
  calls: readonly unknown[],
): Promise<void> {
  const { shipment, at } = options;
  if (shipment.fileId !== null) return;
  const { shipmentId, orderId } = shipment;
  const fileId = await writeFeedFile(db, {
    feed: FULFILLMENT_FEED,
    directory: `shopify/${shipment.shopId}`,
    name: `${shipmentId}.json`,
    content: new TextEncoder().encode(JSON.stringify(calls)),
    rows: [{ subject: shipmentId, revision: 1, orderId, externalId: null, line: 1 }],
    at,
  });
  await markHandedOver(db, { fileId, at });
}

async function giveUp(
  db: Database,
  { shipment, at }: TellShipmentOptions,
  trouble: Trouble,
): Promise<'REFUSED' | 'FAILED'> {
  const { shipmentId: subject, orderId } = shipment;
  const { code, message } = trouble;
  await raiseProblem(db, { code, subject, orderId, message, at });
  return code === 'SHOPIFY_FULFILLMENT_REFUSED' ? 'REFUSED' : 'FAILED';
}

const OWN_PROBLEMS: readonly ProblemCode[] = [
  'SHOPIFY_FULFILLMENT_REFUSED',
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_ORDER_UNREADABLE',
];

async function resolveAll(db: Database, { shipment, at }: TellShipmentOptions): Promise<void> {
  const resolution = 'Shopify was told.';
  for (const code of OWN_PROBLEMS)
    await resolveProblem(db, { code, subject: shipment.shipmentId, resolution, at });
}
