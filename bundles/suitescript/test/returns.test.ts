// What comes back, what is given back, and what NetSuite tells of its own doing, in the installed bundle.

import { CASH_SALE_COLUMNS } from '@sendsale/netsuite/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable, writeTable } from '../src/lib/table.ts';
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

async function recordOf(type: string, field: string, value: string): Promise<StoredRecord> {
  const found = (await bundle.records(type)).find(({ fields }) => fields[field] === value);
  if (found === undefined) throw new Error(`There is no ${type} with ${field} ${value}`);
  return found;
}

/** A cash sale of one shirt and its tax, as the OMS sends it. */
async function carryOut(postingId: string): Promise<StoredRecord> {
  const [row] = await orderRows(bundle, postingId, [
    { key: '00001', sku: 'TEE-S', price: '20.00' },
    { key: 'TAX', sku: 'TAX', price: '1.78', lineType: 'HC_TAX' },
  ]);
  const tax = await orderRows(bundle, postingId, [
    { key: 'TAX', sku: 'TAX', price: '1.78', lineType: 'HC_TAX' },
  ]);
  const paymentMethod = await bundle.id('paymentmethod', 'PAY');
  const rows = [row ?? {}, ...tax].map((cells) => ({
    ...cells,
    paymentMethod,
    rowId: `cash-sale/${postingId}/1`,
  }));
  bundle.put(
    'cashsale/export',
    `CreateOrderItemsFeed_${postingId}.csv`,
    writeTable(CASH_SALE_COLUMNS, rows),
  );
  await bundle.run('customscript_import_cashsale');
  return recordOf('cashsale', 'custbody_hc_order_id', postingId);
}

interface ReturnShape {
  readonly orderId: string;
  readonly returnId: string;
  readonly total: number;
  readonly paid: number;
}

async function posReturn(shape: ReturnShape): Promise<object> {
  const { orderId, returnId, total, paid } = shape;
  return {
    order_id: orderId,
    hc_external_id: returnId,
    hc_return_id: returnId,
    pos_return_total: total,
    items: [
      {
        product_id: await bundle.id('inventoryitem', 'TEE-S'),
        quantity: 1,
        amount: 20,
        external_order_line_id: '00001',
        location_id: await bundle.id('location', 'STORE-1'),
        return_reason: 'too small',
      },
      {
        product_id: await bundle.id('otherchargesaleitem', 'TAX'),
        quantity: 1,
        amount: 1.78,
        external_order_line_id: 'TAX',
        location_id: '',
        return_reason: null,
      },
    ],
    item_discount: [],
    exchange_credit: [],
    payment_list: [
      {
        payment_method_id: await bundle.id('paymentmethod', 'PAY'),
        amount: paid,
        external_id: `${returnId}-pay`,
      },
    ],
    date: '2026-11-20',
    rowId: `pos-return/${returnId}/1`,
  };
}

async function sendReturns(name: string, ...returns: readonly object[]): Promise<void> {
  bundle.put('pos-return', name, JSON.stringify(returns));
  await bundle.run('customscript_create_pos_return');
}

describe('W11 a return of a cash sale', () => {
  test('a cash sale keeps the payment method it was sent with', async () => {
    const sale = await carryOut('M20001-C');
    expect(sale.fields['paymentmethod']).toBe(await bundle.id('paymentmethod', 'PAY'));
    expect(sale.fields['total']).toBe(21.78);
  });

  test('is authorised, received, credited and refunded once, however often it is sent', async () => {
    const sale = await recordOf('cashsale', 'custbody_hc_order_id', 'M20001-C');
    const entry = await posReturn({ orderId: sale.id, returnId: 'R1', total: 21.78, paid: 21.78 });
    await sendReturns('POS-Return-Feed-1.json', entry);
    await sendReturns('POS-Return-Feed-2.json', entry);

    const authorizations = await bundle.records('returnauthorization');
    expect(authorizations).toHaveLength(1);
    expect(authorizations[0]?.statusText).toBe('Refunded');
    expect(authorizations[0]?.fields['total']).toBe(21.78);
    expect(await bundle.records('itemreceipt')).toHaveLength(1);
    expect((await bundle.records('creditmemo')).map((each) => each.statusText)).toEqual([
      'Fully Applied',
    ]);
    expect((await bundle.records('customerrefund')).map((each) => each.fields['total'])).toEqual([
      21.78,
    ]);
    expect(bundle.answers('pos-return')).toMatchObject([
      { rowId: 'pos-return/R1/1', outcome: 'ACCEPTED', internalId: authorizations[0]?.id },
      { rowId: 'pos-return/R1/1', outcome: 'ACCEPTED', internalId: authorizations[0]?.id },
    ]);
  });

  test('a total that differs is not booked on an item of some other account', async () => {
    const sale = await carryOut('M20002-C');
    const wrong = await posReturn({ orderId: sale.id, returnId: 'R2', total: 25, paid: 21.78 });
    const noTotals = {
      ...(await posReturn({ orderId: '999999', returnId: 'R3', total: 0, paid: 1 })),
    };
    await sendReturns('POS-Return-Feed-3.json', wrong, noTotals);

    const [differs, unknown] = bundle.answers('pos-return').slice(-2);
    expect(differs).toMatchObject({ outcome: 'REFUSED', code: 'TOTAL_DIFFERS' });
    expect(unknown).toMatchObject({ outcome: 'REFUSED', code: 'ORDER_NOT_FOUND' });
    const pending = await recordOf('returnauthorization', 'custbody_hc_pos_return_id', 'R2');
    expect(pending.statusText).toBe('Pending Approval');
    expect(await bundle.records('creditmemo')).toHaveLength(1);
    // No retry file that comes round for ever.
    expect(bundle.files('pos-return')).toEqual([]);
    expect(bundle.files('pos-return/error')).toHaveLength(1);

    const right = await posReturn({ orderId: sale.id, returnId: 'R2', total: 21.78, paid: 21.78 });
    await sendReturns('POS-Return-Feed-4.json', right);
    const booked = await recordOf('returnauthorization', 'custbody_hc_pos_return_id', 'R2');
    expect([booked.id, booked.statusText]).toEqual([pending.id, 'Refunded']);
  });

  test('more than was credited is not given back', async () => {
    const sale = await carryOut('M20003-C');
    const entry = await posReturn({ orderId: sale.id, returnId: 'R4', total: 21.78, paid: 50 });
    const refunds = (await bundle.records('customerrefund')).length;
    await sendReturns('POS-Return-Feed-5.json', entry);
    expect(bundle.answers('pos-return').at(-1)).toMatchObject({
      outcome: 'REFUSED',
      code: 'REFUND_EXCEEDS_CREDIT',
    });
    expect(await bundle.records('customerrefund')).toHaveLength(refunds);
  });

  test('money given back without goods is credited and refunded, and nothing is received', async () => {
    const receipts = (await bundle.records('itemreceipt')).length;
    const sale = await carryOut('M20007-C');
    const entry = await posReturn({ orderId: sale.id, returnId: 'R7', total: 4.25, paid: 4.25 });
    const goodwill = {
      product_id: await bundle.id('otherchargesaleitem', 'TAX'),
      quantity: 1,
      amount: 4.25,
      external_order_line_id: 'GOODWILL',
      location_id: '',
      return_reason: null,
    };
    await sendReturns('POS-Return-Feed-7.json', { ...entry, items: [goodwill] });
    expect(bundle.answers('pos-return').at(-1)).toMatchObject({
      rowId: 'pos-return/R7/1',
      outcome: 'ACCEPTED',
      amount: '4.25',
    });
    expect(await bundle.records('itemreceipt')).toHaveLength(receipts);
    expect((await recordOf('creditmemo', 'externalid', 'R7-CM')).statusText).toBe('Fully Applied');
  });

  test('a file that is no JSON does not stop the others', async () => {
    bundle.put('pos-return', 'POS-Return-Feed-6.json', '[{"order_id"');
    const sale = await carryOut('M20004-C');
    const entry = await posReturn({ orderId: sale.id, returnId: 'R5', total: 21.78, paid: 21.78 });
    await sendReturns('POS-Return-Feed-7.json', entry);
    expect(bundle.answers('pos-return').at(-1)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(bundle.files('pos-return/failed')).toEqual(['POS-Return-Feed-6.json']);
  });
});

test('W2 the ids of returns are one row a return, though each has several lines', async () => {
  const names = bundle.files('pos-return/import/returnidentification');
  const rows = names.flatMap(
    (name) =>
      readTable(bundle.read('pos-return/import/returnidentification', name), ['returnId']).rows,
  );
  const authorizations = await bundle.records('returnauthorization');
  const idOf = (returnId: string): string | undefined =>
    authorizations.find((each) => each.fields['custbody_hc_pos_return_id'] === returnId)?.id;
  expect(rows).toEqual(
    ['R1', 'R2', 'R4', 'R7', 'R5']
      .filter((returnId) => rows.some((row) => row['returnId'] === returnId))
      .map((returnId) => ({
        returnId,
        returnIdentificationTypeId: 'NETSUITE_RTN_ID',
        idValue: idOf(returnId),
      })),
  );
  expect(rows.length).toBeGreaterThanOrEqual(3);
});

/** A sales order of one shirt, shipped and invoiced. */
async function shipAndBill(
  postingId: string,
  saleId: string,
  { deposit }: { readonly deposit?: number } = {},
): Promise<StoredRecord> {
  const itemLocation = await bundle.id('location', 'STORE-1');
  const rows = (
    await orderRows(bundle, postingId, [{ key: '00001', sku: 'TEE-S', price: '20.00' }])
  ).map((row) => ({ ...row, HCShopifySalesOrderId: saleId, shippingCost: '', itemLocation }));
  bundle.put('salesorder/export', `CreateOrderItemsFeed_${postingId}.csv`, orderFile(rows));
  await bundle.run('customscript_import_salesorder');
  const order = await recordOf('salesorder', 'custbody_hc_order_id', postingId);
  if (deposit !== undefined) {
    const fields = { customer: order.fields['entity'], salesorder: order.id, payment: deposit };
    await bundle.control('records', [{ type: 'customerdeposit', fields }]);
  }
  await bundle.control('item-fulfillments', { salesOrderId: order.id, locationId: itemLocation });
  await bundle.run('customscript_create_invoice');
  return order;
}

async function statusOfInvoice(postingId: string): Promise<readonly unknown[]> {
  const { statusText, fields } = await recordOf('invoice', 'custbody_hc_order_id', postingId);
  return [statusText, fields['amountremaining']];
}

test('what came back pays for the goods shipped in exchange, whichever is booked first', async () => {
  const sold = await shipAndBill('M20030', '9020030', { deposit: 20 });
  const entry = await posReturn({ orderId: sold.id, returnId: 'R8', total: 20, paid: 0 });
  const [shirt] = Reflect.get(entry, 'items') as readonly object[];
  await sendReturns('POS-Return-Feed-8.json', {
    ...entry,
    items: [shirt],
    payment_list: [],
    pays_exchange: true,
  });
  // Another sale of the same customer is none of its business.
  await shipAndBill('M20031', '9020031');
  const credit = await recordOf('creditmemo', 'custbody_hc_pos_return_id', 'R8');
  expect([credit.statusText, credit.fields['unapplied']]).toEqual(['Open', 20]);
  await shipAndBill('M20030-X1', '9020030');

  expect(await statusOfInvoice('M20031')).toEqual(['Open', 20]);
  expect(await statusOfInvoice('M20030')).toEqual(['Paid In Full', 0]);
  expect((await recordOf('creditmemo', 'custbody_hc_pos_return_id', 'R8')).statusText).toBe(
    'Fully Applied',
  );
});

interface Applied {
  readonly invoices: ReadonlyArray<{ readonly open: string }>;
  readonly credits: ReadonlyArray<{ readonly open: string; readonly paysExchange: boolean }>;
}

/** What the read-back RESTlet says of the credit of one posting and the invoice of another. */
async function openOf(credited: string, billed: string): Promise<readonly unknown[]> {
  const answer = (await bundle.restlet('customscript_sendsale_readback', {
    orderIds: [credited, billed],
  })) as { readonly orders: readonly Applied[] };
  const [of, to] = answer.orders;
  return [
    of?.credits.map((one) => [one.open, one.paysExchange]),
    to?.invoices.map((one) => one.open),
  ];
}

test('goods shipped in exchange before anything came back are paid by the credit that follows', async () => {
  const sold = await shipAndBill('M20032', '9020032', { deposit: 20 });
  await shipAndBill('M20032-X1', '9020032');
  expect((await openOf('M20032', 'M20032-X1'))[1]).toEqual(['20.00']);

  const entry = await posReturn({ orderId: sold.id, returnId: 'R9', total: 20, paid: 0 });
  const [shirt] = Reflect.get(entry, 'items') as readonly object[];
  await sendReturns('POS-Return-Feed-9.json', {
    ...entry,
    items: [shirt],
    payment_list: [],
    pays_exchange: true,
  });
  expect(await openOf('M20032', 'M20032-X1')).toEqual([[['20.00', true]], ['20.00']]);
  // What NetSuite refuses stays open, where reconciliation sees it, and the next run tries it again.
  await bundle.control('faults', { kind: 'period-closed' });
  await bundle.run('customscript_create_invoice');
  await bundle.clearFaults();
  expect(await openOf('M20032', 'M20032-X1')).toEqual([[['20.00', true]], ['20.00']]);
  await bundle.run('customscript_create_invoice');
  expect(await openOf('M20032', 'M20032-X1')).toEqual([[['0.00', true]], ['0.00']]);
});

test('W7 deposits and refunds in one file: each once, the refund out of the deposit above it', async () => {
  const rows = await orderRows(bundle, 'M20010', [{ key: '00001', sku: 'TEE-S', price: '20.00' }]);
  bundle.put('salesorder/export', 'CreateOrderItemsFeed_9.csv', orderFile(rows));
  await bundle.run('customscript_import_salesorder');
  const order = await recordOf('salesorder', 'custbody_hc_order_id', 'M20010');
  const method = await bundle.id('paymentmethod', 'PAY');
  const entry = { order_id: order.id, payment_method: method, date: '2026-11-21' };
  const text = JSON.stringify([
    { ...entry, total_amount: 29.95, external_id: 'cd-1', status_id: 'PAYMENT_SETTLED' },
    {
      ...entry,
      total_amount: 9.95,
      external_id: 'cr-1',
      status_id: 'PAYMENT_REFUNDED',
      parent_ref_id: 'cd-1',
    },
    { ...entry, total_amount: 1, external_id: 'no-1', status_id: 'PAYMENT_AUTHORIZED' },
  ]);
  const refunds = (await bundle.records('customerrefund')).length;
  for (const name of ['a.json', 'b.json']) {
    bundle.put('salesorder/CD-CR', name, text);
    bundle.put('salesorder/CD-CR', `empty-${name}`, '[]');
    await bundle.run('customscript_create_cd_and_cr');
  }
  const deposit = await recordOf('customerdeposit', 'externalid', 'cd-1');
  expect(deposit.fields['payment']).toBe(29.95);
  expect(String(deposit.fields['trandate'])).toContain('2026-11-21');
  expect(await bundle.records('customerrefund')).toHaveLength(refunds + 1);
  const refund = await recordOf('customerrefund', 'externalid', 'cr-1');
  expect(refund.fields['total']).toBe(9.95);
  expect(String(refund.fields['trandate'])).toContain('2026-11-21');
  expect(bundle.files('salesorder/CD-CR')).toEqual([]);
  const errors = bundle
    .files('salesorder/CD-CR/error')
    .map((name) => bundle.read('salesorder/CD-CR/error', name));
  expect(errors[0]).toContain('STATUS_UNKNOWN');
});

describe('what NetSuite tells of its own doing', () => {
  test('W15 cycle counts and adjustments are told once, whenever they were booked', async () => {
    const ref = (externalid: string, type: string) => ({ $ref: externalid, type });
    const lines = [
      {
        item: ref('TEE-S', 'inventoryitem'),
        location: ref('STORE-1', 'location'),
        adjustqtyby: -2,
      },
    ];
    const adjustment = (externalid: string, fields: object): object => ({
      type: 'inventoryadjustment',
      externalid,
      fields: { account: ref('ACC', 'account'), subsidiary: ref('SUB', 'subsidiary'), ...fields },
      sublists: { inventory: lines },
    });
    await bundle.control('records', [
      adjustment('COUNT-1', {
        memo: 'Inventory cycle count by HotWax',
        custbody_hc_inventory_adj_number: 'WE100-1',
      }),
      adjustment('BY-HAND', { memo: 'broken, "wet"' }),
    ]);
    for (let time = 0; time < 2; time += 1) {
      await bundle.run('customscript_exp_cycle_count');
      await bundle.run('customscript_exp_inventory_adj');
    }
    const count = await bundle.id('inventoryadjustment', 'COUNT-1');
    expect(bundle.read('inventoryadjustment/cycle_count', '-ExportCycleCount.csv')).toBe(
      `workEffortId,externalId\nWE100,${count}\n`,
    );
    const text = bundle.read('inventoryadjustment/import', '-ExportInventoryAdjustment.csv');
    const byHand = await bundle.id('inventoryadjustment', 'BY-HAND');
    const row = readTable(text, ['availableDelta']).rows.find(
      (each) => each['adjustmentId'] === byHand,
    );
    expect(row).toMatchObject({
      externalFacilityId: await bundle.id('location', 'STORE-1'),
      idValue: await bundle.id('inventoryitem', 'TEE-S'),
      idType: 'NETSUITE_PRODUCT_ID',
      availableDelta: '-2',
      comments: 'broken, "wet"',
    });
    expect(row?.['at']).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(text).not.toContain(`,${count},`);
  });

  test('kits, discount items and the audit report say all there is', async () => {
    const ref = (externalid: string, type: string) => ({ $ref: externalid, type });
    await bundle.control('records', [
      {
        type: 'kititem',
        externalid: 'KIT',
        fields: { itemid: 'KIT-1' },
        sublists: { member: [{ item: ref('TEE-S', 'inventoryitem'), quantity: 2 }] },
      },
      { type: 'discountitem', externalid: 'OLD', fields: { itemid: 'OLD SALE', isinactive: true } },
    ]);
    await bundle.run('customscript_exp_kitproducts');
    await bundle.run('customscript_export_discountitem');
    await bundle.run('customscript_export_inactive_discount');
    await bundle.run('customscript_generate_so_report');

    const kit = await bundle.id('kititem', 'KIT');
    const member = await bundle.id('inventoryitem', 'TEE-S');
    expect(bundle.read('product/kit-nifi', '-KITProductExport.csv')).toBe(
      `productId,productIdTo,quantity,productAssocTypeId,kitId,memberId\nKIT-1,TEE-S,2,PRODUCT_COMPONENT,${kit},${member}\n`,
    );
    const active = await bundle.id('discountitem', 'DISC');
    expect(bundle.read('discountitem/import', '-DiscountItemExport.csv')).toBe(
      `productPromoId,promoName\n${active},SHOPIFY DISCOUNT\n`,
    );
    const retired = await bundle.id('discountitem', 'OLD');
    expect(bundle.read('discountitem/delete', '-InActiveDiscountItemExport.csv')).toBe(
      `productPromoId,promoName\n${retired},OLD SALE\n`,
    );
    const report = readTable(
      bundle.read('salesorder_audit_report/csv', '-HCExportSalesOrderReport.csv'),
      ['Quantity'],
    );
    expect(report.rows.find((row) => row['HC Order Id'] === 'M20010')).toMatchObject({
      'HC Order Line Id': '00001',
      Item: 'TEE-S',
      Quantity: '1',
      'Quantity Fulfilled/Received': '0',
    });
  });

  test('gift cards are told with the number on the fulfillment, the price and the customer', async () => {
    const rows = await orderRows(bundle, 'M20020', [
      { key: '00001', sku: 'TEE-L', price: '50.00' },
    ]);
    const itemLocation = await bundle.id('location', 'STORE-1');
    const placed = rows.map((row) => ({ ...row, itemLocation }));
    bundle.put('salesorder/export', 'CreateOrderItemsFeed_10.csv', orderFile(placed));
    await bundle.run('customscript_import_salesorder');
    const order = await recordOf('salesorder', 'custbody_hc_order_id', 'M20020');
    await bundle.control('item-fulfillments', {
      salesOrderId: order.id,
      locationId: await bundle.id('location', 'STORE-1'),
      tracking: '',
      carrier: '',
    });
    const [fulfillment] = (await bundle.records('itemfulfillment')).filter(
      (each) => each.fields['createdfrom'] === order.id,
    );
    await bundle.control(`records/itemfulfillment/${fulfillment?.id ?? ''}`, {
      sublists: { item: [{ custcol_hc_giftcard_number: 'GIFT-1234' }] },
    });
    await bundle.run('customscript_exp_giftcard_fulfillment');
    await bundle.run('customscript_exp_giftcard_fulfillment');
    const [card] = readTable(
      bundle.read('salesorder/giftcard-fulfillment', '-GiftCardFulfillment.csv'),
      ['giftCardNumber'],
    ).rows;
    expect(card).toMatchObject({
      giftCardNumber: 'GIFT-1234',
      price: '50',
      orderId: order.id,
      shopifyOrderNumber: '5520020',
      shopifyCustomerNumber: '7701',
      HCOrderId: 'M20020',
      orderItemSeqId: '00001',
    });
    expect(card?.['shippedDate']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
