// Returns to NetSuite and back, and what NetSuite tells of its own lists and doings, over the wire.

import { saveMapping } from '@sendsale/oms';
import { buildAdjustment, buildGroup, buildLine } from '@sendsale/test-kit';
import { expect, test } from 'vitest';
import { NETSUITE_DATE, useRoad } from '../test/road.ts';
import { importFiles } from './import-files.ts';

const road = useRoad();

/** A sold and invoiced order of which the first item came back for `refund`, with its tax. */
async function returned(refund: {
  readonly goods: number;
  readonly paid: number;
}): Promise<string> {
  const orderId = await road.bookOrder({});
  const { db } = road;
  const at = road.now();
  await db
    .insertInto('invoice')
    .values({
      netsuite_id: '77',
      posting_id: orderId,
      amount_minor: 1,
      status: 'Paid In Full',
      recorded_at: at,
    })
    .execute();
  const { id } = await db
    .insertInto('payment')
    .values({
      order_id: orderId,
      shopify_transaction_id: '9100',
      parent_transaction_id: null,
      kind: 'REFUND',
      status: 'SUCCESS',
      gateway: 'shopify_payments',
      amount_minor: refund.paid,
      processed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('payment_share')
    .values({ payment_id: id, posting_id: orderId, amount_minor: refund.paid })
    .execute();
  await db
    .insertInto('order_change')
    .values({
      order_id: orderId,
      key: 'refund/5',
      kind: 'REFUND',
      happened_at: at,
      recorded_at: at,
      via: 'test',
      stated: { transactionIds: ['9100'] },
      consequence: { returnIds: ['R10001'] },
    })
    .execute();
  await db
    .insertInto('order_return')
    .values({
      id: 'R10001',
      order_id: orderId,
      posting_id: orderId,
      key: 'refund/5',
      returned_at: at,
      goods_minor: refund.goods,
      tax_minor: 100,
    })
    .execute();
  await db
    .insertInto('order_return_item')
    .values({
      return_id: 'R10001',
      order_id: orderId,
      item_seq: '00001',
      quantity: 1,
      restocked: true,
      facility_id: 'NYC',
      goods_minor: refund.goods,
      tax_minor: 100,
    })
    .execute();
  return orderId;
}

interface SentReturn {
  readonly pos_return_total: number;
  readonly items: readonly object[];
  readonly payment_list: readonly object[];
  readonly rowId: string;
}

function sentReturn(): SentReturn {
  const [sent] = JSON.parse(road.onlyFile('pos-return', /^POS-Return-Feed-/)) as SentReturn[];
  if (sent === undefined) throw new Error('The file holds a return.');
  return sent;
}

test('goods that came back of an invoiced order are one return, with its money in it', async () => {
  await returned({ goods: 1_000, paid: 1_100 });
  const written = await road.sendAll();
  expect(written).toMatchObject({ 'pos-return': 1 });
  expect(written).not.toHaveProperty('customer-refund');
  expect(sentReturn()).toMatchObject({
    order_id: '8812345',
    hc_return_id: 'R10001',
    pos_return_total: 11,
    item_discount: [],
    exchange_credit: [],
    items: [
      { quantity: 1, amount: 10, external_order_line_id: '00001', location_id: '1', restock: true },
      { product_id: '902', amount: 1, external_order_line_id: 'TAX', location_id: '' },
    ],
    payment_list: [{ payment_method_id: '7', amount: 11, external_id: '9100-R10001' }],
    rowId: 'pos-return/R10001/1',
  });
  expect(await road.exportAll()).toEqual({});
});

test('a fee that was kept makes the total what was paid; goodwill goes by the refund feed', async () => {
  await returned({ goods: 1_000, paid: 900 });
  await road.sendAll();
  expect(sentReturn()).toMatchObject({ pos_return_total: 9, payment_list: [{ amount: 9 }] });
});

test('its id comes back by file or by answer, once; another id is a conflict', async () => {
  await returned({ goods: 1_000, paid: 1_100 });
  await road.sendAll();
  const header = 'returnId,returnIdentificationTypeId,idValue';
  const folder = 'pos-return/import/returnidentification';
  const tell = async (minute: string, row: string): Promise<number> => {
    road.answer(
      `${folder}/2026-11-24-05-${minute}-00-000-POSReturnExport.csv`,
      `${header}\n${row}\n`,
    );
    return (await importFiles(road.context)).changed;
  };
  expect(await tell('01', 'R10001,NETSUITE_RTN_ID,4711')).toBeGreaterThan(0);
  expect(await tell('02', 'R10001,NETSUITE_RTN_ID,4711')).toBe(0);
  await tell('03', 'R10001,NETSUITE_RTN_ID,4712');
  await tell('04', 'R99999,NETSUITE_RTN_ID,4713');
  const { netsuite_id: netsuiteId } = await road.db
    .selectFrom('order_return')
    .select('netsuite_id')
    .executeTakeFirstOrThrow();
  expect(netsuiteId).toBe('4711');
  expect((await road.ledger()).at(-1)).toEqual(['pos-return', 'R10001', 'ACCEPTED']);
  expect((await road.problems()).map(([code]) => code)).toEqual([
    'IDENTIFIER_CONFLICT',
    'FEED_ROW_ORDER_UNKNOWN',
  ]);
});

test('only some of the goods are cancelled: their lines are closed and the tax is reduced', async () => {
  const line = (sku: string, tax: number) =>
    buildLine({ sku, adjustments: [buildAdjustment('TAX', tax)] });
  const orderId = await road.bookOrder({
    shipGroups: [buildGroup({ lines: [line('SKU-1', 888), line('SKU-2', 444)] })],
  });
  await road.db
    .updateTable('order_item')
    .set({ status: 'CANCELLED', queue: null, facility_id: null })
    .where('order_id', '=', orderId)
    .where('sku', '=', 'SKU-1')
    .execute();
  await road.sendAll();
  const file = road.onlyFile('salesorder/update', /^closedOrderItemsFeed_/);
  const [, closed, reduced] = file.split('\n');
  expect(closed).toMatch(/^\d+,8812345,,true,,,,,,item-close\/.*\.00001\/1$/);
  expect(reduced).toMatch(/^\d+,8812345,,,,,4\.44,,,item-close\/.*\.TAX\.AMOUNT\/1$/);
  expect(await road.exportAll()).toEqual({});
});

test('W24 a line nobody ships any more is taken from the place NetSuite was told', async () => {
  const orderId = await road.bookOrder({});
  const { db } = road;
  await db.updateTable('order_item').set({ status: 'APPROVED', queue: 'UNFILLABLE' }).execute();
  const at = road.now();
  await db
    .insertInto('allocation')
    .values({
      order_id: orderId,
      item_seq: '00001',
      facility_id: 'RNO',
      allocated_at: at,
      released_at: at,
      // Why it was chosen does not matter here, and nobody reads it.
      decision: {} as never,
    })
    .execute();
  expect(await road.exportAll()).not.toHaveProperty('allocation');
  await db
    .insertInto('ledger')
    .values({
      feed: 'allocation',
      subject: `${orderId}.00001`,
      order_id: orderId,
      state: 'ACCEPTED',
      written_at: at,
    })
    .execute();
  expect(await road.sendAll()).toMatchObject({ allocation: 1 });
  const [, row] = road.onlyFile('salesorder/update', /^brokeredOrderItemsFeed_/).split('\n');
  expect(row).toMatch(/,8812345,,,1,,.*,true,allocation\/.*\.00001\.RELEASED\/1$/);
  expect(await road.exportAll()).toEqual({});
});

test('stock adjusted in NetSuite moves ours once, and not when a snapshot held it already', async () => {
  const header = 'externalFacilityId,idValue,idType,availableDelta,comments,adjustmentId,line,at';
  const product = await road.db
    .updateTable('product')
    .set({ netsuite_item_id: '555' })
    .where('sku', '=', 'SKU-2')
    .returning('id')
    .executeTakeFirstOrThrow();
  await road.db
    .updateTable('inventory')
    .set({ on_hand: 5, counted_at: new Date('2026-11-01T00:00:00Z') })
    .where('product_id', '=', product.id)
    .execute();
  const rows = [
    `3,555,NETSUITE_PRODUCT_ID,-2,"wet, torn",900,1,2026-11-02T00:00:00Z`,
    `3,555,NETSUITE_PRODUCT_ID,-1,old,901,1,2026-10-01T00:00:00Z`,
    `999,555,NETSUITE_PRODUCT_ID,-1,elsewhere,902,1,2026-11-02T00:00:00Z`,
  ].join('\n');
  for (const minute of ['01', '02']) {
    road.answer(
      `inventoryadjustment/import/2026-11-24-05-${minute}-00-000-ExportInventoryAdjustment.csv`,
      `${header}\n${rows}\n`,
    );
    await importFiles(road.context);
  }
  const stock = await road.db
    .selectFrom('inventory')
    .select('on_hand')
    .where('product_id', '=', product.id)
    .where('facility_id', '=', 'BOS')
    .executeTakeFirstOrThrow();
  expect(stock.on_hand).toBe(3);
  const told = await road.db
    .selectFrom('stock_change')
    .select(['adjustment_id', 'counted'])
    .execute();
  expect(told).toEqual([
    { adjustment_id: '900', counted: false },
    { adjustment_id: '901', counted: true },
  ]);
  // What NetSuite told is never told back to it.
  expect(await road.exportAll()).toEqual({});
});

test('kits, discount items, counts, gift cards and the report are read in both styles', async () => {
  const orderId = await road.bookOrder({});
  const files: Readonly<Record<string, string>> = {
    'product/kit-nifi/KITProductExport.csv':
      'productId,productIdTo,quantity,productAssocTypeId\nSET,SKU-1,2,PRODUCT_COMPONENT\nSET,SKU-2,1,PRODUCT_COMPONENT\n',
    'discountitem/import/DiscountItemExport.csv':
      'productPromoId,promoName\n12,TEN, OFF\n13,FIVE\n',
    'discountitem/delete/InActiveDiscountItemExport.csv': 'productPromoId,promoName\n13,FIVE\n',
    'inventoryadjustment/cycle_count/ExportCycleCount.csv': 'workEffortId,externalId\nWE1,800\n',
    'salesorder/giftcard-fulfillment/GiftCardFulfillment.csv':
      'giftCardNumber,shippedDate,price,orderId,shopifyOrderNumber,shopifyCustomerNumber\nGIFT-1,07/15/2025 4:12 am,50.00,8812345,5,7701\n',
    'salesorder_audit_report/csv/HCExportSalesOrderReport.csv':
      'Formula (Text),External ID,HC Order Line Id,Item,Quantity,Quantity Fulfilled/Received\n5-1,5,00001,SKU-1,1,0\n',
  };
  for (const [path, text] of Object.entries(files)) {
    road.answer(path.replace(/([^/]+)$/, `${NETSUITE_DATE}-$1`), text);
  }
  await importFiles(road.context);
  const { db } = road;
  expect(
    await db
      .selectFrom('kit_component')
      .select(['kit', 'member', 'quantity'])
      .orderBy('member')
      .execute(),
  ).toEqual([
    { kit: 'SET', member: 'SKU-1', quantity: 2 },
    { kit: 'SET', member: 'SKU-2', quantity: 1 },
  ]);
  const items = await db.selectFrom('discount_item').select(['netsuite_id', 'is_active']).execute();
  expect(items).toContainEqual({ netsuite_id: '13', is_active: false });
  expect(await db.selectFrom('booked_count').select('count_id').execute()).toEqual([
    { count_id: 'WE1' },
  ]);
  expect(
    await db
      .selectFrom('shipped_gift_card')
      .select(['number', 'posting_id', 'price_minor', 'shipped_on'])
      .execute(),
  ).toEqual([{ number: 'GIFT-1', posting_id: orderId, price_minor: 5_000, shipped_on: null }]);
  const kept = await db
    .selectFrom('feed_file')
    .select('state')
    .where('feed', '=', 'audit-report')
    .execute();
  expect(kept).toEqual([{ state: 'READ' }]);
});

test('a discount code that is the name of a discount item of NetSuite is booked on that item', async () => {
  await road.db
    .insertInto('discount_item')
    .values([
      { netsuite_id: '12', name: 'WELCOME10', is_active: true, read_at: road.now() },
      { netsuite_id: '13', name: 'OLD', is_active: false, read_at: road.now() },
    ])
    .execute();
  await saveMapping(road.db, {
    kind: 'NETSUITE_DISC_MTHD',
    key: 'SHOPIFY_DISC',
    value: 'SHOPIFY DISCOUNT',
    at: road.now(),
  });
  for (const codes of [['welcome10'], ['OLD'], ['WELCOME10', 'OTHER']]) {
    const adjustments = codes.map((code) => ({ ...buildAdjustment('ORDER_DISCOUNT', -500), code }));
    await road.take({ shipGroups: [buildGroup({ lines: [buildLine({ adjustments })] })] });
  }
  await road.db
    .updateTable('customer')
    .set((eb) => ({ netsuite_id: eb.ref('shopify_id') }))
    .execute();
  await road.sendAll();
  const [header = '', ...rows] = road
    .onlyFile('salesorder/export', /^CreateOrderItemsFeed_/)
    .trim()
    .split('\n');
  const columns = header.split(',');
  const cells = rows.map((row) =>
    ['discountItem', 'rate'].map((name) => row.split(',')[columns.indexOf(name)]),
  );
  expect(cells).toEqual([
    ['WELCOME10', '-5.00'],
    ['SHOPIFY DISCOUNT', '-5.00'],
    ['SHOPIFY DISCOUNT', '-10.00'],
  ]);
});
