// What the journeys find: a small network, a person of each role, and orders at several stages of the road.

import { ROLES } from '@sendsale/api';
import { acceptOrder, approveOrder, brokerOrders, raiseProblem, savePerson } from '@sendsale/oms';
import type { Database } from '@sendsale/oms';
import { hashPassword } from '@sendsale/platform/password';
import { assert } from '@sendsale/std';
import { buildOrder, seedNetwork } from '@sendsale/test-kit';
import { seedBooks } from './sample-books.ts';

export const PASSWORD = 'journeys of tests';
const VIA = 'sample';
const ORDERS = 12;
const HOUR_MS = 3_600_000;

/** Thirteen orders of the last half day: new, approved, allocated, one with a problem, one that waits, one not billed. */
export async function seedSample(db: Database): Promise<void> {
  await seedNetwork(db, {
    stock: { NYC: { 'SKU-1': 6 }, BOS: { 'SKU-1': 40, 'SKU-2': 10 }, CHI: { 'SKU-1': 40 } },
  });
  await addPeople(db);
  const start = Date.now() - ORDERS * HOUR_MS;
  const added = [];
  for (let index = 0; index < ORDERS; index += 1) {
    const at = new Date(start + index * HOUR_MS);
    const orderId = await addOrder(db, index, at);
    added.push({ orderId, shopifyId: String(9001 + index), name: `#${1001 + index}` });
    if (index % 3 !== 0) await approveOrder(db, { orderId, actor: 'sample', via: VIA, at });
    if (index === 0) await addProblem(db, orderId, at);
  }
  await seedBooks(db, added.slice(1, 3));
  await brokerOrders(db, { at: new Date(), limit: 100 });
  // One more that waits: what a dry run is about.
  const at = new Date();
  const waiting = await addOrder(db, ORDERS, at);
  await approveOrder(db, { orderId: waiting, actor: 'sample', via: VIA, at });
}

async function addPeople(db: Database): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  for (const role of ROLES) {
    await savePerson(db, {
      id: null,
      email: `${role.toLowerCase()}@shop.example`,
      name: `Sample ${role.toLowerCase().replace('_', ' ')}`,
      roles: [role],
      facilityIds: ['NYC'],
      passwordHash,
      disabled: false,
      basedOn: null,
      actor: 'sample',
      via: VIA,
      at: new Date(),
    });
  }
}

async function addOrder(db: Database, index: number, at: Date): Promise<string> {
  const accepted = await acceptOrder(db, {
    incoming: buildOrder({
      shopifyId: String(9001 + index),
      name: `#${1001 + index}`,
      orderedAt: at,
    }),
    messageId: null,
    at,
  });
  assert(accepted.ok, 'The sample order was accepted.');
  return accepted.value.orderId;
}

async function addProblem(db: Database, orderId: string, at: Date): Promise<void> {
  await raiseProblem(db, { code: 'CUSTOMER_MISSING', subject: orderId, orderId, at });
}
