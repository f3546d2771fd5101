import {
  acceptOrder,
  approveReadyOrders,
  brokerOrders,
  cancelOrder,
  saveMapping,
  shipItems,
} from '@sendsale/oms';
import {
  buildAdjustment,
  buildGroup,
  buildLine,
  buildOrder,
  buildPayment,
} from '@sendsale/test-kit';
import { describe, expect, test } from 'vitest';
import { HEADERS, NETSUITE_DATE, useRoad } from '../test/road.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();

describe('the road', () => {
  test('a send sale from a NetSuite warehouse goes the whole way and leaves every step', async () => {
    const line = buildLine({ adjustments: [buildAdjustment('TAX', 888)] });
    const payments = [buildPayment({ key: '6001', amount: 10_888 })];
    const orderId = await road.bookOrder({ shipGroups: [buildGroup({ lines: [line] })], payments });
    expect(await road.sendAll()).toEqual({ 'customer-deposit': 1 });
    expect(
      JSON.parse(road.onlyFile('salesorder/customerdeposit', /^Customer-Deposit-Feed-1-/)),
    ).toEqual([
      expect.objectContaining({ totalAmount: 108.88, externalId: '6001', orderId: '8812345' }),
    ]);
    road.answer(
      `salesorder/import/orderpayment/${NETSUITE_DATE}-CustomerDepositExport.csv`,
      `${HEADERS.deposit}\n${orderId},99001,6001\n`,
    );
    await importFiles(road.context);
    expect(await approveReadyOrders(road.db, { at: road.now(), limit: 10 })).toEqual({
      approved: [orderId],
    });
    await brokerOrders(road.db, { at: road.now(), limit: 10 });
    expect(await road.sendAll()).toEqual({ allocation: 1 });
    expect(road.onlyFile('salesorder/update', /^brokered/)).toContain(
      `,8812345,,,1,4,Ada Byron,12 Main Street,,New York,NY,US,10001,STANDARD,,allocation/${orderId}.00001/1`,
    );
    road.answer(
      'salesorder/import/fulfillment/SalesOrderFulfillment-2026-11-24-05-00-12.json',
      JSON.stringify([
        {
          orderMap: {
            orderId,
            items: [
              {
                orderItemSeqId: '00001',
                externalFacilityId: '4',
                shippedDate: '11/24/2026 5:00 am',
                quantity: '1',
                trackingNumber: '1Z1<BR>1Z2',
                carrier: 'UPS',
              },
            ],
          },
        },
      ]),
    );
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-invoice-1.csv',
      `${HEADERS.acknowledgement}\ninvoice/${orderId}/1,ACCEPTED,invoice,4711,,108.88,Paid In Full,,,,2026-11-24T13:00:13Z\n`,
    );
    await importFiles(road.context);
    expect(await road.steps(orderId)).toEqual([
      'downloaded',
      'customer exported',
      'customer id received',
      'order exported',
      'order id received',
      'line ids received',
      'deposit exported',
      'deposit created',
      'approved',
      'brokered',
      'allocation exported',
      'fulfilled',
      'fulfillment received',
      'invoiced',
    ]);
    expect((await road.ledger()).map(([, , state]) => state)).toEqual(
      Array.from({ length: 4 }, () => 'ACCEPTED'),
    );
    const shipment = await road.db.selectFrom('shipment').selectAll().executeTakeFirstOrThrow();
    expect(shipment).toMatchObject({
      origin: 'NETSUITE',
      tracking_number: '1Z1, 1Z2',
      carrier: 'UPS',
    });
    expect(await road.problems()).toEqual([]);
    expect(await road.sendAll()).toEqual({});
    // The other format tells the same fulfillment once more.
    road.answer(
      'salesorder/import/fulfillment-nifi/2026-11-24-05-00-12-SalesOrderFulfillment.csv',
      `orderId,orderItemSeqId,externalFacilityId,shippedDate,quantity,trackingNumber,carrier,shippingMethod,shippingMethodId\n${orderId},00001,4,undefined,1,1Z1 | 1Z2,UPS,Ground,5\n`,
    );
    expect(await importFiles(road.context)).toMatchObject({ fetched: 1, changed: 0 });
    expect(await road.problems()).toEqual([]);
  });

  test('an order our store ships is told line by line, and the answer ties the fulfillment', async () => {
    const line = buildLine({ sku: 'SKU-2' });
    const orderId = await road.bookOrder({
      shipGroups: [buildGroup({ lines: [line] })],
      payments: [],
    });
    await approveReadyOrders(road.db, { at: road.now(), limit: 10 });
    await brokerOrders(road.db, { at: road.now(), limit: 10 });
    const shipped = await shipItems(road.db, {
      orderId,
      facilityId: 'BOS',
      itemSeqs: ['00001'],
      carrier: 'UPS',
      trackingNumber: '1Z9',
      origin: 'OMS',
      actor: 'clerk',
      via: 'test',
      at: road.now(),
    });
    expect(shipped.ok).toBe(true);
    expect(await road.sendAll()).toEqual({ fulfillment: 1 });
    expect(road.onlyFile('salesorder/update', /^fulfilled/)).toMatch(
      /\n1,8812345,,1,3,hotwax-fulfilled,[^,]+,1Z9,UPS,S10001,fulfillment\/S10001\.00001\/1\n$/,
    );
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-fulfillment-1.csv',
      `${HEADERS.acknowledgement}\nfulfillment/S10001.00001/1,ACCEPTED,itemfulfillment,5511,S10001,,Shipped,,,x.csv,\n`,
    );
    await importFiles(road.context);
    const shipment = await road.db.selectFrom('shipment').selectAll().executeTakeFirstOrThrow();
    expect(shipment.netsuite_fulfillment_id).toBe('5511');
    expect(await road.ledger()).toContainEqual(['fulfillment', 'S10001.00001', 'ACCEPTED']);
  });

  test('W19 a mixed order is in each book once, with its own lines', async () => {
    await road.take({
      shipGroups: [
        buildGroup({ delivery: 'CARRY_OUT', lines: [buildLine({ sku: 'SKU-3', quantity: 2 })] }),
        buildGroup({ lines: [buildLine({ sku: 'SKU-1' })] }),
      ],
    });
    await road.sendAll();
    road.answer(
      `customer/import/${NETSUITE_DATE}-CustomerExport.csv`,
      `${HEADERS.customer}\nC10001,NETSUITE_CUSTOMER_ID,5314749\n`,
    );
    await importFiles(road.context);
    expect(await road.sendAll()).toEqual({ 'sales-order': 1, 'cash-sale': 1 });
    expect(road.onlyFile('cashsale/export', /^CreateOrderItemsFeed_/)).toContain(',103,2,100.00,');
    expect(road.onlyFile('cashsale/export', /^CreateOrderItemsFeed_/)).not.toContain(',101,');
    expect(road.onlyFile('salesorder/export', /^CreateOrderItemsFeed_/)).toContain(
      ',101,1,100.00,',
    );
    expect(road.onlyFile('salesorder/export', /^CreateOrderItemsFeed_/)).not.toContain(',103,');
    road.answer(
      `salesorder/import/orderidentification/${NETSUITE_DATE}-CashSaleExport.csv`,
      `${HEADERS.order}\nM10001-C,NETSUITE_ORDER_ID,7001\n`,
    );
    await importFiles(road.context);
    expect(await road.ledger()).toContainEqual(['cash-sale', 'M10001-C', 'ACCEPTED']);
    expect(await road.sendAll()).toEqual({});
  });

  test('a cancelled order is closed line by line, and its deposit refunded, once NetSuite has answered for it', async () => {
    const incoming = buildOrder({ payments: [buildPayment({ key: '6001', amount: 10_000 })] });
    const orderId = await road.bookOrder(incoming);
    await road.sendAll();
    const refund = buildPayment({
      key: '6002',
      kind: 'REFUND',
      parentTransactionId: '6001',
      amount: 10_000,
    });
    await acceptOrder(road.db, {
      incoming: {
        ...incoming,
        cancelledAt: road.now(),
        cancelReason: 'CUSTOMER',
        updatedAt: road.now(),
        payments: [...incoming.payments, refund],
        shipGroups: incoming.shipGroups.map((group) => ({
          ...group,
          lines: group.lines.map((line) => ({ ...line, cancelledQuantity: line.quantity })),
        })),
      },
      messageId: null,
      at: road.now(),
    });
    await cancelOrder(road.db, {
      orderId,
      reason: 'CUSTOMER',
      actor: 'test',
      via: 'test',
      at: road.now(),
    });
    // NetSuite may close the order before it reads the deposit, and takes none then.
    expect(await road.sendAll()).toEqual({});
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-customer-deposit-1.csv',
      `${HEADERS.acknowledgement}\ncustomer-deposit/${orderId}.6001/1,ACCEPTED,customerdeposit,99001,6001,100.00,,,,x.json,\n`,
    );
    await importFiles(road.context);
    expect(await road.sendAll()).toEqual({ 'item-close': 1, 'customer-refund': 1 });
    expect(road.onlyFile('salesorder/update', /^closed/)).toContain(
      `\n1,8812345,,true,,,,,,item-close/${orderId}.00001/1\n`,
    );
    expect(
      JSON.parse(road.onlyFile('salesorder/customer-refund', /^Customer-Refund-Feed-/)),
    ).toEqual([
      expect.objectContaining({
        order_id: '8812345',
        refund_amount: 100,
        external_id: '6002',
        parent_ref_id: '6001',
      }),
    ]);
  });
});

describe('money that goes back', () => {
  test('a gift card that paid for what was carried out is refunded out of the deposit of what was given up', async () => {
    const shipped = buildLine({ sku: 'SKU-1', unitPrice: 10_000 });
    const carried = buildGroup({
      delivery: 'CARRY_OUT',
      lines: [buildLine({ sku: 'SKU-3', unitPrice: 4000 })],
    });
    const giftCard = buildPayment({ key: '6001', amount: 1500, gateway: 'gift_card' });
    const card = buildPayment({ key: '6002', amount: 22_500 });
    const incoming = buildOrder({
      shipGroups: [carried, buildGroup({ lines: [{ ...shipped, quantity: 2 }] })],
      payments: [giftCard, card],
    });
    const orderId = await road.bookOrder(incoming);
    await road.sendAll();
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-customer-deposit-1.csv',
      `${HEADERS.acknowledgement}\ncustomer-deposit/${orderId}.6002/1,ACCEPTED,customerdeposit,99001,6002,200.00,,,,x.json,\n`,
    );
    await importFiles(road.context);
    const refund = buildPayment({
      key: '6003',
      kind: 'REFUND',
      parentTransactionId: '6001',
      gateway: 'gift_card',
      amount: 1500,
    });
    await acceptOrder(road.db, {
      incoming: {
        ...incoming,
        updatedAt: road.now(),
        payments: [...incoming.payments, refund],
        shipGroups: [
          carried,
          buildGroup({ lines: [{ ...shipped, quantity: 2, cancelledQuantity: 1 }] }),
        ],
      },
      messageId: null,
      at: road.now(),
    });
    await road.sendAll();
    expect(
      JSON.parse(road.onlyFile('salesorder/customer-refund', /^Customer-Refund-Feed-/)),
    ).toMatchObject([{ refund_amount: 15, external_id: '6003', parent_ref_id: '6002' }]);
  });

  test('an order whose goods are all given up is closed once its deposit is there: a closed one takes none', async () => {
    const shipped = buildLine({ sku: 'SKU-1' });
    const carried = buildGroup({ delivery: 'CARRY_OUT', lines: [buildLine({ sku: 'SKU-3' })] });
    const incoming = buildOrder({
      shipGroups: [carried, buildGroup({ lines: [shipped] })],
      payments: [buildPayment({ key: '6001', amount: 20_000 })],
    });
    const orderId = await road.bookOrder(incoming);
    await acceptOrder(road.db, {
      incoming: {
        ...incoming,
        updatedAt: road.now(),
        shipGroups: [carried, buildGroup({ lines: [{ ...shipped, cancelledQuantity: 1 }] })],
      },
      messageId: null,
      at: road.now(),
    });
    expect(await road.sendAll()).not.toHaveProperty('item-close');
    road.answer(
      'acknowledgement/2026-11-24-05-00-13-000-customer-deposit-1.csv',
      `${HEADERS.acknowledgement}\ncustomer-deposit/${orderId}.6001/1,ACCEPTED,customerdeposit,99001,6001,100.00,,,,x.json,\n`,
    );
    await importFiles(road.context);
    expect(await road.sendAll()).toMatchObject({ 'item-close': 1 });
  });
});

describe('what is missing', () => {
  test('an unmapped shipping method holds the order with a problem and heals by itself', async () => {
    await road.db.deleteFrom('mapping').where('kind', '=', 'NETSUITE_SHP_MTHD').execute();
    const orderId = await road.take({});
    await road.db.updateTable('customer').set({ netsuite_id: '5' }).execute();
    expect(await road.sendAll()).toEqual({});
    expect(await road.problems()).toEqual([['SHIPPING_METHOD_UNMAPPED', orderId]]);
    const mapping = {
      kind: 'NETSUITE_SHP_MTHD',
      key: 'STANDARD',
      value: '1',
      at: road.now(),
    } as const;
    await saveMapping(road.db, mapping);
    expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
    expect(await road.problems()).toEqual([]);
  });

  test('W20 an item NetSuite does not have holds its order only, until the item arrives', async () => {
    await road.db
      .updateTable('product')
      .set({ netsuite_item_id: null })
      .where('sku', '=', 'SKU-3')
      .execute();
    const waiting = await road.take({
      shipGroups: [buildGroup({ lines: [buildLine({ sku: 'SKU-3' })] })],
    });
    await road.take({});
    await road.db
      .updateTable('customer')
      .set((eb) => ({ netsuite_id: eb.ref('shopify_id') }))
      .execute();
    expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
    expect(await road.problems()).toEqual([['ITEM_NOT_IN_NETSUITE', `${waiting}/SKU-3`]]);
    road.answer(
      `product/csv/${NETSUITE_DATE}-HCExportProduct.csv`,
      'id-value,good-identification-value\nSKU-3,103\nOTHER,9\n',
    );
    await importFiles(road.context);
    expect(await road.sendAll()).toEqual({ 'sales-order': 1 });
    expect(await road.problems()).toEqual([]);
  });
});
