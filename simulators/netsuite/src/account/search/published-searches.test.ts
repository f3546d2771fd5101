// The published saved searches of the road (netsuite-contract, appendix A3), run as they are shipped.

import { describe, expect, test } from 'vitest';

import type { SearchDefinition } from '../account.ts';
import { publishedFields } from '../testing/published-maps.ts';
import type { Fields, Retailer } from '../testing/retailer.ts';
import {
  column,
  create,
  deposit,
  found,
  openRetailer,
  order,
  ship,
  term,
} from '../testing/retailer.ts';

function openPublished(): Retailer {
  const retailer = openRetailer();
  retailer.account.install({
    customFields: publishedFields,
    customRecords: [],
    savedSearches: [],
    csvImports: [],
    scripts: [],
  });
  return retailer;
}

const FROM_OMS: Fields = {
  externalid: '5001',
  custbody_hc_order_id: 'M10001',
  custbody_hc_shopify_order_id: '900',
  custbody_hc_sales_channel: 'POS Channel',
};

function omsOrder(retailer: Retailer, tag = ''): string {
  const { shirt, lineDiscount, charge, warehouse, ground } = retailer;
  return order(
    retailer,
    [
      {
        item: shirt,
        quantity: 1,
        price: '-1',
        rate: 20,
        location: warehouse,
        custcol_hc_order_line_id: '00001',
        custcol_hc_item_tag: tag,
      },
      {
        item: lineDiscount,
        price: '-1',
        rate: -2,
        custcol_hc_order_line_id: '00001',
        custcol_hc_orderline_type_id: 'HC_DISCOUNT_00001',
      },
      { item: charge, quantity: 1, price: '-1', rate: 1.78 },
    ],
    { ...FROM_OMS, shipmethod: ground, shippingcost: 5 },
  );
}

function published(
  type: string,
  filters: SearchDefinition['filters'],
  columns: SearchDefinition['columns'],
): SearchDefinition {
  return { type, filters, columns };
}

const type = (code: string) => term('type', 'anyof', code);
const mainline = (flag: string) => term('mainline', 'is', flag);

describe('orders', () => {
  test('customsearch_hc_export_salesorders gives one row an order', () => {
    const retailer = openPublished();
    const id = omsOrder(retailer);
    order(retailer, [{ item: retailer.shirt, quantity: 1, price: '-1', rate: 20 }]);
    const search = published(
      'transaction',
      [
        type('SalesOrd'),
        mainline('T'),
        term('externalidstring', 'isnotempty'),
        term('custbody_hc_sales_channel', 'isnotempty'),
      ],
      [column('externalid'), column('internalid'), column('custbody_hc_order_id')],
    );
    expect(found(retailer.account, search)).toEqual([['5001', id, 'M10001']]);
  });

  test('customsearch_hc_export_salesorder_item gives the lines with an order line id', () => {
    const retailer = openPublished();
    omsOrder(retailer);
    const search = published(
      'transaction',
      [type('SalesOrd'), mainline('F'), term('custcol_hc_order_line_id', 'isnotempty')],
      [
        column('externalid'),
        column('custcol_hc_order_line_id'),
        column('line'),
        column('custcol_hc_orderline_type_id'),
        column('custbody_hc_order_id'),
      ],
    );
    expect(found(retailer.account, search)).toEqual([
      ['5001', '00001', '1', '', 'M10001'],
      ['5001', '00001', '2', 'HC_DISCOUNT_00001', 'M10001'],
    ]);
  });

  test('customsearch_hc_create_hotwax_fulfilled gives tagged, committed, unshipped lines', () => {
    const retailer = openPublished();
    const id = omsOrder(retailer, 'hotwax-fulfilled');
    const search = published(
      'transaction',
      [
        type('SalesOrd'),
        term('status', 'anyof', 'SalesOrd:B', 'SalesOrd:E', 'SalesOrd:D'),
        term('custcol_hc_item_tag', 'contains', 'hotwax-fulfilled'),
        term('custbody_hc_sales_channel', 'isnotempty'),
        term('custbody_hc_shopify_order_id', 'isnotempty'),
        term('custcol_hc_order_line_id', 'isnotempty'),
        term('quantitycommitted', 'greaterthan', '0'),
        term('quantityshiprecv', 'equalto', '0'),
        term('closed', 'is', 'F'),
        term('custcol_hc_orderline_type_id', 'isempty'),
      ],
      [column('internalid'), column('line'), column('quantity'), column('location')],
    );
    expect(found(retailer.account, search)).toEqual([[id, '1', '1', retailer.warehouse]]);
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    expect(found(retailer.account, search)).toEqual([]);
  });

  test('customsearch_export_so_for_invoice finds an order once a deposit', () => {
    const retailer = openPublished();
    const id = omsOrder(retailer);
    const search = published(
      'transaction',
      [
        type('SalesOrd'),
        term('status', 'anyof', 'SalesOrd:F'),
        mainline('T'),
        term('applyingtransaction.type', 'anyof', 'CustDep'),
        term('custbody_hc_sales_channel', 'isnotempty'),
      ],
      [column('lastmodifieddate'), column('internalid')],
    );
    deposit(retailer, id, 10);
    expect(found(retailer.account, search)).toEqual([]);
    retailer.setNow('2026-11-24T21:05:00Z');
    ship(retailer, id, { '1': { location: retailer.warehouse } });
    expect(found(retailer.account, search)).toEqual([['11/24/2026 4:05 pm', id]]);
    deposit(retailer, id, 14.78);
    expect(found(retailer.account, search).map((row) => row[1])).toEqual([id, id]);
  });

  test('customsearch_hc_exp_so_audit concatenates as Oracle does', () => {
    const retailer = openPublished();
    omsOrder(retailer);
    const formula = "CONCAT({externalid},CONCAT('-',{custcol_hc_order_line_id}))";
    const search = published(
      'transaction',
      [
        type('SalesOrd'),
        term('datecreated', 'onorafter', 'yesterday'),
        term('custcol_hc_order_line_id', 'isnotempty'),
      ],
      [
        column('formulatext', formula),
        column('item'),
        column('quantity'),
        column('quantityshiprecv'),
      ],
    );
    expect(found(retailer.account, search)).toEqual([
      ['5001-00001', retailer.shirt, '1', '0'],
      ['5001-00001', retailer.lineDiscount, '', '0'],
    ]);
  });
});

describe('fulfillments and deposits', () => {
  const fulfillments = published(
    'transaction',
    [
      type('ItemShip'),
      term('status', 'anyof', 'ItemShip:C'),
      { ...term('formulatext', 'contains', 'Sales Order'), formula: '{createdfrom}' },
      term('shipping', 'is', 'F'),
      term('taxline', 'is', 'F'),
      term('custcol_hc_order_line_id', 'isnotempty'),
      term('custcol_hc_item_tag', 'isempty'),
      term('custbody_hc_fulfillment_exported', 'is', 'F'),
      term('lastmodifieddate', 'after', 'yesterday'),
      term('custcol_hc_orderline_type_id', 'isempty'),
    ],
    [
      column('createdfrom.externalid'),
      column('custcol_hc_order_line_id'),
      column('location'),
      column('quantity'),
      column('trackingnumbers'),
      column('shipcarrier'),
      column('shipmethod'),
      column('custbody_hc_order_id'),
      column('formulatext', '{lastmodifieddate}'),
    ],
  );

  test('customsearch_hc_export_so_fulfillment sees each shipped line once', () => {
    const retailer = openPublished();
    const { account, warehouse, ground } = retailer;
    const session = account.records.transform({
      fromType: 'salesorder',
      fromId: omsOrder(retailer),
      toType: 'itemfulfillment',
    });
    session.setValue('shipstatus', 'C');
    session.setSublistValue('package', 'packagetrackingnumber', 0, '1Z1');
    session.setSublistValue('package', 'packagetrackingnumber', 1, '1Z2');
    const id = session.save();
    expect(found(account, fulfillments)).toEqual([
      [
        '5001',
        '00001',
        warehouse,
        '1',
        '1Z1<BR>1Z2',
        'ups',
        ground,
        'M10001',
        '11/23/2026 10:00 am',
      ],
    ]);
    account.records.submitFields({
      type: 'itemfulfillment',
      id,
      values: { custbody_hc_fulfillment_exported: true },
    });
    expect(found(account, fulfillments)).toEqual([]);
  });

  test('a shipped fulfillment has cost rows, without the custom line fields', () => {
    const retailer = openPublished();
    ship(retailer, omsOrder(retailer), { '1': { location: retailer.warehouse } });
    const search = published(
      'transaction',
      [type('ItemShip')],
      [column('mainline'), column('cogs'), column('item'), column('custcol_hc_order_line_id')],
    );
    expect(found(retailer.account, search)).toEqual([
      ['*', 'F', '', ''],
      ['', 'F', retailer.shirt, '00001'],
      ['', 'T', retailer.shirt, ''],
    ]);
  });

  test('customsearch_hc_exp_customer_deposit reads the order it was created from', () => {
    const retailer = openPublished();
    const id = deposit(retailer, omsOrder(retailer), 24.78);
    const search = published(
      'transaction',
      [
        type('CustDep'),
        term('createdfrom.type', 'anyof', 'SalesOrd'),
        term('createdfrom.custbody_hc_shopify_order_id', 'isnotempty'),
      ],
      [
        column('internalid'),
        column('externalid'),
        column('formulatext', '{createdfrom.custbody_hc_order_id}'),
      ],
    );
    expect(found(retailer.account, search)).toEqual([[id, '', 'M10001']]);
  });
});

describe('items, customers and locations', () => {
  test('customsearch_export_inventory_item gives a row an item and synchronised location', () => {
    const retailer = openPublished();
    const { account, store, warehouse, jacket } = retailer;
    account.records.submitFields({
      type: 'location',
      id: warehouse,
      values: { custrecord_hc_inv_sync: true },
    });
    const parent = create(account, 'inventoryitem', { itemid: 'TEE' });
    create(account, 'inventoryitem', { itemid: 'TEE-S', parent });
    order(retailer, [{ item: jacket, quantity: 2, price: '-1', rate: 90, location: warehouse }]);
    const leaf =
      "CASE NVL({parent},'0') WHEN '0' THEN{itemid} ELSE SUBSTR({itemid}, INSTR({itemid}, ' : ', -1) + 3) END";
    const search = published(
      'item',
      [
        term('type', 'anyof', 'Assembly', 'InvtPart', 'Kit'),
        term('isinactive', 'is', 'F'),
        term('locationquantityonhand', 'greaterthanorequalto', '0'),
        term('inventorylocation.custrecord_hc_inv_sync', 'is', 'T'),
      ],
      [
        column('formulatext', leaf),
        column('inventorylocation.internalid'),
        column('formulanumeric', 'NVL({locationquantityavailable},0)'),
        column('internalid'),
      ],
    );
    expect(found(account, search)).toEqual([
      ['SHIRT-M', warehouse, '10', retailer.shirt],
      ['JACKET-L', warehouse, '3', jacket],
    ]);
    const names = published(
      'item',
      [type('InvtPart')],
      [column('formulatext', leaf), column('itemid')],
    );
    expect(found(account, names).slice(2)).toEqual([
      ['TEE', 'TEE'],
      ['TEE-S', 'TEE : TEE-S'],
    ]);
    expect(found(account, published('location', [], [column('name')]))).toEqual([
      ['Store 12'],
      ['Warehouse East'],
    ]);
    expect(store).not.toBe(warehouse);
  });

  test('customsearch_hc_exp_kit_component gives a row a member', () => {
    const retailer = openPublished();
    const { account, shirt, jacket } = retailer;
    const kit = account.records.create({ type: 'kititem' });
    kit.setValue('itemid', 'OUTFIT');
    for (const [at, item] of [shirt, jacket].entries()) {
      kit.setSublistValue('member', 'item', at, item);
      kit.setSublistValue('member', 'quantity', at, at + 1);
    }
    kit.save();
    const search = published(
      'item',
      [type('Kit'), term('isinactive', 'is', 'F')],
      [column('itemid'), column('memberitem'), column('memberquantity')],
    );
    const rows = account.searches
      .run(search)
      .map((row) => row.values.map((cell) => cell.text ?? cell.value));
    expect(rows).toEqual([
      ['OUTFIT', 'SHIRT-M', '1'],
      ['OUTFIT', 'JACKET-L', '2'],
    ]);
  });

  test('customsearch_hc_export_customer', () => {
    const retailer = openPublished();
    const { account, customer } = retailer;
    account.records.submitFields({
      type: 'customer',
      id: customer,
      values: { custentity_hc_customer_id: 'C10001' },
    });
    const search = published(
      'customer',
      [term('custentity_hc_customer_id', 'isnotempty')],
      [column('externalid'), column('internalid'), column('custentity_hc_customer_id')],
    );
    expect(found(account, search)).toEqual([['cust-1', customer, 'C10001']]);
  });
});
