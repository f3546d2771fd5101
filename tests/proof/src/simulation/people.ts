// What people do in a run, at the till, in the stores and at the screens; and the webhooks that come in. All of
// it goes through the server process, which can end in the middle.

import {
  cancelOrder,
  holdOrder,
  rejectItem,
  releaseOrder,
  saveMapping,
  shipItems,
} from '@sendsale/oms';
import type { Database } from '@sendsale/oms';
import { takeWebhook } from '@sendsale/shopify';
import { seededRandom } from '@sendsale/std';
import type { Random } from '@sendsale/std';
import { facilityWork } from '@sendsale/store/read';
import { LATE_MAPPINGS, SECRET, SHOP_ID, STORES, WAREHOUSE_LOCATION } from './retailer.ts';
import type { Step } from './workload.ts';
import type { World } from './world.ts';

const via = 'simulation';
const actor = 'simulation';

export async function takeStep(world: World, step: Step): Promise<void> {
  const random = seededRandom(step.chance);
  world.trace.add(`step ${step.number} ${step.kind}`);
  if (step.kind === 'RING') return world.shopify.ring(random);
  if (step.kind === 'CHANGE') return world.trace.add(await world.shopify.change(random));
  if (step.kind === 'WAREHOUSE') return world.netsuite.shipFromWarehouse(WAREHOUSE_LOCATION);
  if (step.kind === 'WAIT') {
    return world.clock.advance(random.pick([60_000, 15 * 60_000, 3 * 3_600_000]));
  }
  return atScreen(world, async (db) => act(world, db, { step, random }));
}

/** A person tries again when the server ended in the middle. */
export async function atScreen(world: World, work: (db: Database) => Promise<void>): Promise<void> {
  const { server } = world;
  try {
    await work(server.worker.place.kysely);
  } catch (error) {
    world.trace.add(`screen: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!server.process.isDead) return;
  world.crashes += 1;
  world.restart(server);
}

async function act(
  world: World,
  db: Database,
  { step, random }: { readonly step: Step; readonly random: Random },
): Promise<void> {
  const at = world.clock.now();
  if (step.kind === 'MAP') {
    const [kind, key, value] = random.pick(LATE_MAPPINGS);
    await saveMapping(db, { kind, key, value, at });
    return;
  }
  if (step.kind === 'SHIP') return shipFrom(world, db, random.pick(STORES));
  if (step.kind === 'REJECT') return rejectAt(world, db, random);
  const orders = await db.selectFrom('sales_order').select('id').orderBy('id').execute();
  if (orders.length === 0) return;
  const { id: orderId } = random.pick(orders);
  const reason = 'The customer called';
  if (step.kind === 'CANCEL') await cancelOrder(db, { orderId, reason, actor, via, at });
  if (step.kind === 'HOLD') await holdOrder(db, { orderId, reason, actor, via, at });
  if (step.kind === 'RELEASE') await releaseOrder(db, { orderId, reason, actor, via, at });
  for (const job of ['push-notices', 'export-item-close']) await world.queue.wake(job);
}

/** A store ships what it has to, order by order. */
export async function shipFrom(world: World, db: Database, facilityId: string): Promise<void> {
  for (const { orderId, items } of (await facilityWork(db, facilityId)) ?? []) {
    const itemSeqs = items.map(({ seq }) => seq);
    const where = {
      facilityId,
      carrier: 'UPS',
      trackingNumber: `1Z${orderId}`,
      origin: 'OMS',
    } as const;
    const at = world.clock.now();
    const shipped = await shipItems(db, { orderId, itemSeqs, ...where, actor, via, at });
    world.trace.add(`${facilityId} ships ${orderId} ${shipped.ok}`);
    for (const job of ['push-fulfillments', 'export-fulfillment']) await world.queue.wake(job);
  }
}

async function rejectAt(world: World, db: Database, random: Random): Promise<void> {
  const work = (await facilityWork(db, random.pick(STORES))) ?? [];
  const [order] = work;
  const [item] = order?.items ?? [];
  if (order === undefined || item === undefined) return;
  const reason = random.pick(['NOT_IN_STOCK', 'DAMAGED'] as const);
  const what = { orderId: order.orderId, itemSeq: item.seq, reason, comment: null };
  await rejectItem(db, { ...what, actor, via, at: world.clock.now() });
  for (const job of ['broker-orders', 'export-inventory-adjustment']) await world.queue.wake(job);
}

/** Webhooks arrive: some are lost, some come twice, some stay for later. A server that ends gets them again. */
export async function deliverWebhooks(world: World): Promise<void> {
  const { shopify, fate } = world;
  const waiting = shopify.deliveries.splice(0, shopify.deliveries.length);
  for (const delivery of waiting) {
    const isStruck = fate.isStruck('WEBHOOK', delivery.topic);
    const fortune = isStruck ? fate.pick(['LOST', 'TWICE', 'LATE'] as const) : 'ONCE';
    if (fortune === 'LOST') continue;
    if (fortune === 'LATE') {
      shopify.deliveries.push(delivery);
      continue;
    }
    if (fortune === 'TWICE') shopify.deliveries.push(delivery);
    await atScreen(world, async (db) => {
      const shops = [{ shopId: SHOP_ID, webhookSecrets: [SECRET] }];
      const { topic, webhookId, body, headers } = delivery;
      const signature = headers['x-shopify-hmac-sha256'] ?? '';
      const sent = { shopId: SHOP_ID, topic, webhookId, signature, body: Buffer.from(body) };
      shopify.deliveries.push(delivery);
      const taken = await takeWebhook(db, shops, { ...sent, at: world.clock.now() });
      if (taken === 'STORED' || taken === 'KNOWN') shopify.deliveries.pop();
      if (taken === 'STORED') await world.queue.wake('read-webhooks');
    });
  }
}

/** Whoever held an order lets it go. */
export async function releaseAll(world: World, db: Database): Promise<void> {
  const held = db.selectFrom('sales_order').select('id').where('status', '=', 'HOLD').orderBy('id');
  for (const { id: orderId } of await held.execute()) {
    await releaseOrder(db, { orderId, reason: 'Done', actor, via, at: world.clock.now() });
  }
}
