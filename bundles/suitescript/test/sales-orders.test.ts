import {
  ALLOCATION_COLUMNS,
  FULFILLMENT_COLUMNS,
  ITEM_CLOSE_COLUMNS,
} from '@sendsale/netsuite/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Row, writeTable } from '../src/lib/table.ts';
import { type InstalledBundle, installBundle, type StoredRecord } from './installed-bundle.ts';
import { makeCustomer, orderFile, orderRows } from './orders.ts';

let bundle: InstalledBundle;

beforeAll(async () => {
  bundle = await installBundle();
  await makeCustomer(bundle);
});

afterAll(async () => {
  await bundle.close();
});

const LINES = [
  { key: '00001', sku: 'TEE-S', price: '20.00' },
  { key: '00002', sku: 'TEE-M', price: '30.00' },
  { key: 'TAX', sku: 'TAX', price: '4.06', lineType: 'HC_TAX' },
];

async function orderOf(orderId: string): Promise<StoredRecord> {
  const orders = await bundle.records('salesorder');
  const order = orders.find(({ fields }) => fields['custbody_hc_order_id'] === orderId);
  if (order === undefined) throw new Error(`There is no sales order ${orderId}`);
  return order;
}

test('W5 orders become sales orders to the cent; a refused one does not hold the other up', async () => {
  const good = await orderRows(bundle, 'M10001', LINES);
  const bad = await orderRows(bundle, 'M10002', [{ key: '00001', sku: 'UNKNOWN', price: '20.00' }]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_1.csv', orderFile(good, bad));
  await bundle.run('customscript_import_salesorder');

  const order = await orderOf('M10001');
  expect(order.statusText).toBe('Pending Fulfillment');
  expect(order.fields['total']).toBe(64.01);
  const answers = bundle.answers('sales-order');
  expect(answers).toHaveLength(2);
  expect(answers[0]).toMatchObject({
    rowId: 'sales-order/M10001/1',
    outcome: 'ACCEPTED',
    internalId: order.id,
    externalId: '5510001',
  });
  expect(answers[1]).toMatchObject({ rowId: 'sales-order/M10002/1', outcome: 'REFUSED' });
  expect(answers[1]?.['message']).not.toBe('');
  expect(bundle.files('salesorder/export/archive')).toEqual(['CreateOrderItemsFeed_1.csv']);
});

test('its id and its line ids follow at once', async () => {
  const { id } = await orderOf('M10001');
  expect(bundle.read('salesorder/import/orderidentification', '-SalesOrderExport.csv')).toBe(
    `orderId,orderIdentificationTypeId,idValue\nM10001,NETSUITE_ORDER_ID,${id}\n`,
  );
  expect(bundle.read('salesorder/import/orderitemattribute', '-SalesOrderItemExport.csv')).toBe(
    'orderId,orderItemSeqId,attrName,attrValue\n' +
      'M10001,00001,NetsuiteItemLineId,1\n' +
      'M10001,00002,NetsuiteItemLineId,2\n' +
      'M10001,TAX,NetsuiteItemLineId,3\n',
  );
});

function deposit(orderId: string, cells: Readonly<Record<string, unknown>>): object {
  return { totalAmount: 64.01, orderId, paymentMethod: '1', ...cells };
}

test('W6 payments become deposits once, and each is answered', async () => {
  const { id } = await orderOf('M10001');
  const paymentMethod = await bundle.id('paymentmethod', 'PAY');
  const rows = [
    deposit(id, {
      totalAmount: 44.01,
      externalId: '9001',
      paymentMethod,
      rowId: 'customer-deposit/9001/1',
    }),
    deposit(id, {
      totalAmount: 20,
      externalId: '9002',
      paymentMethod,
      rowId: 'customer-deposit/9002/1',
    }),
    deposit('99999', { externalId: '9003', paymentMethod, rowId: 'customer-deposit/9003/1' }),
  ];
  const text = JSON.stringify(rows, null, 2);
  bundle.put('salesorder/customerdeposit', 'Customer-Deposit-Feed-1.json', text);
  bundle.put('salesorder/customerdeposit', 'Customer-Deposit-Feed-2.json', '[{"half');
  await bundle.run('customscript_hc_mr_createcustomerdeposit');
  bundle.put('salesorder/customerdeposit', 'Customer-Deposit-Feed-3.json', text);
  await bundle.run('customscript_hc_mr_createcustomerdeposit');

  const made = await bundle.records('customerdeposit');
  expect(made.map(({ fields }) => [fields['externalid'], fields['payment']])).toEqual([
    ['9001', 44.01],
    ['9002', 20],
  ]);
  const answers = bundle.answers('customer-deposit').slice(0, 3);
  expect(answers).toMatchObject([
    { rowId: 'customer-deposit/9001/1', outcome: 'ACCEPTED', internalId: made[0]?.id },
    { rowId: 'customer-deposit/9002/1', outcome: 'ACCEPTED', internalId: made[1]?.id },
    { rowId: 'customer-deposit/9003/1', outcome: 'REFUSED' },
  ]);
  expect(bundle.files('salesorder/customerdeposit/failed')).toEqual([
    'Customer-Deposit-Feed-2.json',
  ]);
  expect(bundle.files('salesorder/customerdeposit/archive')).toHaveLength(2);
  const ids = bundle.read('salesorder/import/orderpayment', '-CustomerDepositExport.csv');
  expect(ids).toContain(`M10001,${String(made[0]?.id)},9001\n`);
});

test('an allocation sets the line, and nothing but the line', async () => {
  const { id } = await orderOf('M10001');
  const location = await bundle.id('location', 'WAREHOUSE');
  const row: Row = {
    lineId: '2',
    internalId: id,
    quantity: '1',
    location,
    rowId: 'allocation/M10001.00002/1',
  };
  const unknown: Row = { ...row, internalId: '99999', rowId: 'allocation/M19999.00001/1' };
  const text = writeTable(ALLOCATION_COLUMNS, [row, unknown]);
  bundle.put('salesorder/update', 'brokeredOrderItemsFeed_1.csv', text);
  await bundle.run('customscript_update_salesorder');

  const { sublists, fields } = await orderOf('M10001');
  const lines = sublists['item']?.map((line) => [line['line'], line['quantity'], line['location']]);
  expect(lines).toEqual([
    ['1', 1, undefined],
    ['2', 1, location],
    ['3', 1, undefined],
  ]);
  expect(fields['total']).toBe(64.01);
  expect(bundle.answers('allocation')).toMatchObject([
    { rowId: 'allocation/M10001.00002/1', outcome: 'ACCEPTED', internalId: id },
    { rowId: 'allocation/M19999.00001/1', outcome: 'REFUSED' },
  ]);
});

async function shippedRow(lineId: string, cells: Row): Promise<Row> {
  const { id } = await orderOf('M10001');
  return {
    lineId,
    internalId: id,
    quantity: '1',
    location: await bundle.id('location', 'STORE-2'),
    tags: 'hotwax-fulfilled',
    // An evening at the store: in UTC it is the next day.
    shippedDate: '2026-11-24T21:30:00-05:00',
    trackingNumber: '1Z999',
    carrier: 'UPS',
    shipmentId: 'S10001',
    rowId: 'fulfillment/S10001.00001/1',
    ...cells,
  };
}

test('W8 a shipment becomes one item fulfillment of its own line only, never twice', async () => {
  const text = writeTable(FULFILLMENT_COLUMNS, [await shippedRow('1', {})]);
  bundle.put('salesorder/update', 'fulfilledOrderItemsFeed_1.csv', text);
  await bundle.run('customscript_update_salesorder');
  bundle.put('salesorder/update', 'fulfilledOrderItemsFeed_2.csv', text);
  await bundle.run('customscript_create_itemfulfillment');

  const made = await bundle.records('itemfulfillment');
  const [order] = await bundle.records('salesorder');
  expect(made).toHaveLength(1);
  expect(made[0]?.statusText).toBe('Shipped');
  expect(made[0]?.fields).toMatchObject({
    externalid: `S10001-${order?.id}`,
    custbody_hc_shipment_id: 'S10001',
    custbody_hc_order_id: 'M10001',
    trandate: '2026-11-24T00:00:00.000Z',
  });
  const lines = made[0]?.sublists['item']?.filter((line) => line['itemreceive'] !== false);
  expect(lines?.map((line) => [line['orderline'], line['location']])).toEqual([
    ['1', await bundle.id('location', 'STORE-2')],
  ]);
  expect(made[0]?.sublists['package']).toMatchObject([{ packagetrackingnumber: '1Z999' }]);
  expect(bundle.answers('fulfillment')).toMatchObject([
    { rowId: 'fulfillment/S10001.00001/1', outcome: 'ACCEPTED', internalId: made[0]?.id },
    { rowId: 'fulfillment/S10001.00001/1', outcome: 'ACCEPTED', internalId: made[0]?.id },
  ]);
  expect((await orderOf('M10001')).statusText).toBe('Pending Billing/Partially Fulfilled');
});

test('W8 what cannot be shipped any more is refused by name', async () => {
  const row = await shippedRow('1', { shipmentId: 'S10002', rowId: 'fulfillment/S10002.00001/1' });
  const none = await shippedRow('9', { shipmentId: 'S10003', rowId: 'fulfillment/S10003.00001/1' });
  const text = writeTable(FULFILLMENT_COLUMNS, [row, none]);
  bundle.put('salesorder/update', 'fulfilledOrderItemsFeed_3.csv', text);
  await bundle.run('customscript_create_itemfulfillment');
  expect(bundle.answers('fulfillment').slice(2)).toMatchObject([
    { rowId: 'fulfillment/S10002.00001/1', outcome: 'REFUSED', code: 'LINE_NOT_SHIPPABLE' },
    { rowId: 'fulfillment/S10003.00001/1', outcome: 'REFUSED', code: 'LINE_NOT_FOUND' },
  ]);
  expect(await bundle.records('itemfulfillment')).toHaveLength(1);
});

test('what the warehouse in NetSuite ships is told once, with its id; ours are not echoed', async () => {
  const { id } = await orderOf('M10001');
  await bundle.control('item-fulfillments', {
    salesOrderId: id,
    locationId: await bundle.id('location', 'WAREHOUSE'),
    tracking: '1Z777',
    carrier: 'UPS',
  });
  await bundle.run('customscript_export_so_fulfillment_json');
  await bundle.run('customscript_export_so_fulfillment_json');
  const [, shipped] = await bundle.records('itemfulfillment');
  const told: unknown = JSON.parse(bundle.read('salesorder/import/fulfillment', '.json'));
  expect(told).toMatchObject([
    {
      orderMap: {
        orderId: 'M10001',
        netsuiteFulfillmentId: shipped?.id,
        items: [
          {
            orderItemSeqId: '00002',
            externalFacilityId: await bundle.id('location', 'WAREHOUSE'),
            quantity: '1',
            trackingNumber: '1Z777',
          },
        ],
      },
    },
  ]);
  await bundle.run('customscript_export_so_fulfillment');
  const csv = bundle.read('salesorder/import/fulfillment-nifi', '-SalesOrderFulfillment.csv');
  expect(csv).toContain('M10001,00002,');
});

test('W9 an order with two deposits is invoiced once, they pay it, and the invoice is answered', async () => {
  await bundle.run('customscript_create_invoice');
  await bundle.run('customscript_create_invoice');
  const invoices = await bundle.records('invoice');
  expect(invoices).toHaveLength(1);
  expect(invoices[0]?.statusText).toBe('Paid In Full');
  expect((await orderOf('M10001')).statusText).toBe('Billed');
  expect(bundle.answers('invoice')).toMatchObject([
    {
      rowId: 'invoice/M10001/1',
      outcome: 'ACCEPTED',
      recordType: 'invoice',
      internalId: invoices[0]?.id,
      externalId: 'M10001-INV1',
      amount: '64.01',
      status: 'Paid In Full',
    },
  ]);
});

test('W7 a closed order goes its money back to the deposit it came from', async () => {
  const rows = await orderRows(bundle, 'M10003', [LINES[0] ?? { key: '', sku: '', price: '' }]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_3.csv', orderFile(rows));
  await bundle.run('customscript_import_salesorder');
  const { id } = await orderOf('M10003');
  const paymentMethod = await bundle.id('paymentmethod', 'PAY');
  const paid = [
    deposit(id, {
      totalAmount: 29.95,
      externalId: '9004',
      paymentMethod,
      rowId: 'customer-deposit/9004/1',
    }),
  ];
  bundle.put('salesorder/customerdeposit', 'Customer-Deposit-Feed-4.json', JSON.stringify(paid));
  await bundle.run('customscript_hc_mr_createcustomerdeposit');

  const close: Row = {
    lineId: '1',
    internalId: id,
    closed: 'true',
    rowId: 'item-close/M10003.00001/1',
  };
  const text = writeTable(ITEM_CLOSE_COLUMNS, [close]);
  bundle.put('salesorder/update', 'closedOrderItemsFeed_1.csv', text);
  await bundle.run('customscript_update_salesorder');
  expect((await orderOf('M10003')).statusText).toBe('Closed');

  const refund = {
    order_id: id,
    refund_amount: 29.95,
    refund_payment_method: paymentMethod,
    external_id: '9104',
    parent_ref_id: '9004',
    rowId: 'customer-refund/9104/1',
  };
  const lost = {
    ...refund,
    external_id: '9105',
    parent_ref_id: '0',
    rowId: 'customer-refund/9105/1',
  };
  const again = { ...refund, external_id: '9106', rowId: 'customer-refund/9106/1' };
  const refunds = JSON.stringify([refund, lost, again]);
  bundle.put('salesorder/customer-refund', 'Customer-Refund-Feed-1.json', refunds);
  await bundle.run('customscript_so_customer_refund');
  bundle.put('salesorder/customer-refund', 'Customer-Refund-Feed-2.json', JSON.stringify([refund]));
  await bundle.run('customscript_so_customer_refund');

  const made = await bundle.records('customerrefund');
  expect(made).toHaveLength(1);
  expect(bundle.answers('customer-refund')).toMatchObject([
    { rowId: 'customer-refund/9104/1', outcome: 'ACCEPTED', internalId: made[0]?.id },
    { rowId: 'customer-refund/9105/1', outcome: 'REFUSED', code: 'DEPOSIT_NOT_FOUND' },
    { rowId: 'customer-refund/9106/1', outcome: 'REFUSED' },
    { rowId: 'customer-refund/9104/1', outcome: 'ACCEPTED', internalId: made[0]?.id },
  ]);
});

test('a refund takes what its own deposit lacks out of the others of the order', async () => {
  const rows = await orderRows(bundle, 'M10006', [LINES[0] ?? { key: '', sku: '', price: '' }]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_6.csv', orderFile(rows));
  await bundle.run('customscript_import_salesorder');
  const { id } = await orderOf('M10006');
  const paymentMethod = await bundle.id('paymentmethod', 'PAY');
  const part = (externalId: string, totalAmount: number) =>
    deposit(id, {
      totalAmount,
      externalId,
      paymentMethod,
      rowId: `customer-deposit/${externalId}/1`,
    });
  const paid = JSON.stringify([part('9201', 10), part('9202', 19.95)]);
  bundle.put('salesorder/customerdeposit', 'Customer-Deposit-Feed-6.json', paid);
  await bundle.run('customscript_hc_mr_createcustomerdeposit');
  const refund = { order_id: id, refund_payment_method: paymentMethod, parent_ref_id: '9201' };
  const refunds = [
    { ...refund, refund_amount: 25, external_id: '9301', rowId: 'customer-refund/9301/1' },
    { ...refund, refund_amount: 4, external_id: '9302', rowId: 'customer-refund/9302/1' },
    { ...refund, refund_amount: 1, external_id: '9303', rowId: 'customer-refund/9303/1' },
  ];
  bundle.put('salesorder/customer-refund', 'Customer-Refund-Feed-6.json', JSON.stringify(refunds));
  await bundle.run('customscript_so_customer_refund');

  expect(bundle.answers('customer-refund').slice(-3)).toMatchObject([
    { rowId: 'customer-refund/9301/1', outcome: 'ACCEPTED' },
    { rowId: 'customer-refund/9302/1', outcome: 'ACCEPTED' },
    { rowId: 'customer-refund/9303/1', outcome: 'REFUSED', code: 'DEPOSIT_USED_UP' },
  ]);
  const made = (await bundle.records('customerrefund')).slice(-2);
  const taken = made.map(({ sublists }) => sublists['deposit']?.map(({ amount }) => amount));
  expect(taken).toEqual([[10, 15], [4]]);
});

test('the read-back RESTlet tells the books of each order', async () => {
  const answer = await bundle.restlet('customscript_sendsale_readback', {
    orderIds: ['M10001', 'M10003', 'M19999'],
  });
  const order = await orderOf('M10001');
  expect(answer).toMatchObject({
    orders: [
      {
        orderId: 'M10001',
        salesOrders: [
          {
            id: order.id,
            status: 'Billed',
            total: '64.01',
            lines: [
              { key: '00001', type: '', quantity: '1', amount: '20.00', closed: false },
              { key: '00002', type: '', quantity: '1', amount: '30.00', closed: false },
              { key: 'TAX', type: 'HC_TAX', quantity: '1', amount: '4.06', closed: false },
            ],
          },
        ],
        deposits: [
          { amount: '44.01', status: 'Fully Applied', externalId: '9001' },
          { amount: '20.00', status: 'Fully Applied', externalId: '9002' },
        ],
        fulfillments: [
          {
            status: 'Shipped',
            location: 'STORE-2',
            tracking: '1Z999',
            lines: [{ key: '00001', quantity: '1' }],
          },
          {
            status: 'Shipped',
            location: 'WAREHOUSE',
            tracking: '1Z777',
            lines: [{ key: '00002', quantity: '1' }],
          },
        ],
        invoices: [{ status: 'Paid In Full', total: '64.01' }],
        cashSales: [],
        refunds: [],
      },
      { orderId: 'M10003', salesOrders: [{ status: 'Closed' }], refunds: [{ amount: '29.95' }] },
      { orderId: 'M19999', salesOrders: [], deposits: [], invoices: [], refunds: [] },
    ],
  });
});

test("a shipment of the day before the order's date is booked on the order's date", async () => {
  const rows = await orderRows(bundle, 'M10009', LINES.slice(0, 1));
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_9.csv', orderFile(rows));
  await bundle.run('customscript_import_salesorder');
  const { id } = await orderOf('M10009');
  const shipped = await shippedRow('1', {
    internalId: id,
    // 21:30 on the west coast, when it is past midnight at the shop.
    shippedDate: '2026-11-22T21:30:00-08:00',
    shipmentId: 'S10009',
    rowId: 'fulfillment/S10009.00001/1',
  });
  const text = writeTable(FULFILLMENT_COLUMNS, [shipped]);
  bundle.put('salesorder/update', 'fulfilledOrderItemsFeed_9.csv', text);
  await bundle.run('customscript_create_itemfulfillment');
  const made = await bundle.records('itemfulfillment');
  expect(made.at(-1)?.fields).toMatchObject({
    custbody_hc_shipment_id: 'S10009',
    trandate: '2026-11-23T00:00:00.000Z',
  });
});
