// How a NetSuite snapshot and what NetSuite has not booked yet make the stock on hand.

import { testEngines } from '@sendsale/platform/testing';
import { buildGroup, buildOrder, createTestDatabase, seedNetwork, T0 } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import type { IncomingOrder } from '@sendsale/domain';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordNetsuiteFulfillment } from '../fulfillment/record-netsuite-fulfillment.ts';
import { rejectItem } from '../fulfillment/reject-item.ts';
import { shipItems } from '../fulfillment/ship-items.ts';
import { acceptOrder } from '../orders/accept-order.ts';
import { approveOrder } from '../orders/approve-order.ts';
import { recordPostingId } from '../orders/record-posting-id.ts';
import { brokerOrders } from '../routing/broker-orders.ts';
import { recordCounts } from './record-counts.ts';

const hour = (count: number): Date => new Date(T0.getTime() + count * 3_600_000);

describe.each(testEngines())('recordCounts on $engine', ({ server }) => {
  let kit: TestDatabase;
  beforeEach(async () => {
    kit = await createTestDatabase(server);
    await seedNetwork(kit.db, { stock: { BOS: { 'SKU-1': 10 }, NYC: { 'SKU-1': 10 } } });
  });
  afterEach(async () => kit.close());

  const count = async (facilityId: string, onHand: number, at: Date) =>
    recordCounts(kit.db, {
      counts: [{ facilityId, netsuiteItemId: '101', onHand }],
      via: 'inventory.csv',
      at,
    });
  const stockOf = async (facilityId: string) =>
    kit.db
      .selectFrom('inventory')
      .select(['on_hand', 'reserved'])
      .where('facility_id', '=', facilityId)
      .executeTakeFirst();
  const accept = async (incoming: IncomingOrder): Promise<string> => {
    const accepted = await acceptOrder(kit.db, { incoming, messageId: null, at: T0 });
    if (!accepted.ok) throw new Error(accepted.error.message);
    return accepted.value.orderId;
  };
  const brokered = async (): Promise<string> => {
    const orderId = await accept(buildOrder());
    await approveOrder(kit.db, { orderId, actor: 'test', via: 'test', at: T0 });
    await brokerOrders(kit.db, { at: T0, limit: 10 });
    return orderId;
  };

  test('counts are set, not added; a place or item nobody knows is given back', async () => {
    const counts = [
      { netsuiteLocationId: 'NS-BOS', netsuiteItemId: '101', onHand: 4 },
      { netsuiteLocationId: 'NS-CHI', netsuiteItemId: '101', onHand: -2 },
      { netsuiteLocationId: 'NS-XXX', netsuiteItemId: '101', onHand: 1 },
      { netsuiteLocationId: 'NS-BOS', netsuiteItemId: '999', onHand: 1 },
    ];
    const recorded = await recordCounts(kit.db, { counts, via: 'inventory.csv', at: hour(1) });
    expect(recorded).toEqual({ recorded: 2, unknown: counts.slice(2) });
    expect(await stockOf('BOS')).toEqual({ on_hand: 4, reserved: 0 });
    expect(await stockOf('CHI')).toEqual({ on_hand: -2, reserved: 0 });
  });

  test('a snapshot older than the last one is ignored', async () => {
    await count('BOS', 8, hour(2));
    await count('BOS', 9, hour(1));
    expect(await stockOf('BOS')).toMatchObject({ on_hand: 8 });
  });

  test('a shipment is taken off until a snapshot taken after NetSuite booked it', async () => {
    const orderId = await brokered();
    expect(await stockOf('NYC')).toEqual({ on_hand: 10, reserved: 1 });
    const shipped = await shipItems(kit.db, {
      orderId,
      facilityId: 'NYC',
      itemSeqs: ['00001'],
      carrier: null,
      trackingNumber: null,
      origin: 'OMS',
      actor: 'store',
      via: 'test',
      at: hour(1),
    });
    await count('NYC', 10, hour(2));
    expect(await stockOf('NYC')).toEqual({ on_hand: 9, reserved: 0 });
    await recordNetsuiteFulfillment(kit.db, {
      shipmentId: shipped.ok ? shipped.value.shipmentId : '',
      netsuiteFulfillmentId: '5',
      via: 'ack.csv',
      at: hour(3),
    });
    await count('NYC', 9, hour(4));
    expect(await stockOf('NYC')).toEqual({ on_hand: 9, reserved: 0 });
  });

  test('what was carried out is taken off until NetSuite has the cash sale', async () => {
    const orderId = await accept(
      buildOrder({ shipGroups: [buildGroup({ delivery: 'CARRY_OUT' })] }),
    );
    expect(await stockOf('NYC')).toMatchObject({ on_hand: 9 });
    await count('NYC', 10, hour(1));
    expect(await stockOf('NYC')).toMatchObject({ on_hand: 9 });
    const answer = { postingId: `${orderId}-C`, netsuiteId: '7', via: 'ids.csv', at: hour(2) };
    await recordPostingId(kit.db, answer);
    await count('NYC', 9, hour(3));
    expect(await stockOf('NYC')).toMatchObject({ on_hand: 9 });
  });

  test('a variance NetSuite has not accepted is kept in the count', async () => {
    const orderId = await brokered();
    await rejectItem(kit.db, {
      orderId,
      itemSeq: '00001',
      reason: 'NOT_IN_STOCK_AT_ALL',
      comment: null,
      actor: 'store',
      via: 'test',
      at: hour(1),
    });
    expect(await stockOf('NYC')).toEqual({ on_hand: 0, reserved: 0 });
    await count('NYC', 10, hour(2));
    expect(await stockOf('NYC')).toEqual({ on_hand: 0, reserved: 0 });
  });
});
