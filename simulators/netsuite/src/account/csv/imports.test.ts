// The import engine with the published maps: grouping, keys, references, refusals.

import { describe, expect, test } from 'vitest';

import type { CsvImportResult } from '../account.ts';
import type { CsvImportDefinition } from '../definitions.ts';
import {
  addCustomers,
  addSalesOrders,
  adjustInventory,
  publishedFields,
  updateSalesOrders,
} from '../testing/published-maps.ts';
import type { Retailer } from '../testing/retailer.ts';
import { create, openRetailer, order, stored } from '../testing/retailer.ts';

function retailerWith(...csvImports: readonly CsvImportDefinition[]): Retailer {
  const retailer = openRetailer();
  retailer.account.install({
    customFields: publishedFields,
    customRecords: [],
    savedSearches: [],
    csvImports,
    scripts: [],
  });
  return retailer;
}

function run(
  retailer: Retailer,
  map: CsvImportDefinition,
  rows: readonly string[],
): CsvImportResult {
  const content = `${rows.join('\n')}\n`;
  const job = retailer.account.imports.prepare({ mappingId: map.id, name: 'test', content });
  while (!job.step(10)) {
    // Steps until nothing is left.
  }
  return job.result();
}

const HEADER =
  'externalId,HCOrderId,customer,date,item,quantity,price,priceLevel,taxCode,orderLineId,country';

function orderRow(retailer: Retailer, cells: Partial<Record<string, string>> = {}): string {
  const row = {
    externalId: '5001',
    HCOrderId: 'M10001',
    customer: retailer.customer,
    date: '11/23/2026',
    item: retailer.shirt,
    quantity: '1',
    price: '18.50',
    priceLevel: 'Custom',
    taxCode: '-Not Taxable-',
    orderLineId: '00001',
    country: 'US',
    ...cells,
  };
  return Object.values(row).join(',');
}

describe('rows of one record', () => {
  test('consecutive rows with one external id are one order; its body is the first row', () => {
    const retailer = retailerWith(addSalesOrders);
    const result = run(retailer, addSalesOrders, [
      HEADER,
      orderRow(retailer),
      orderRow(retailer, { HCOrderId: 'IGNORED', orderLineId: '00002', price: '20' }),
      orderRow(retailer, { externalId: '5002', HCOrderId: 'M10002', country: 'United States' }),
    ]);
    expect(result).toMatchObject({ imported: 2, total: 2, refused: [] });
    const [first, second] = retailer.account.records.list('salesorder');
    expect(first?.fields).toMatchObject({
      externalid: '5001',
      custbody_hc_order_id: 'M10001',
      total: 38.5,
      status: 'Pending Fulfillment',
    });
    expect(
      first?.sublists['item']?.map((line) => [line['line'], line['custcol_hc_order_line_id']]),
    ).toEqual([
      ['1', '00001'],
      ['2', '00002'],
    ]);
    expect(second?.subrecords['shippingaddress']).toEqual({ country: 'US' });
  });

  test('rows that are not adjacent are records of their own, and the second is refused', () => {
    const retailer = retailerWith(addSalesOrders);
    const result = run(retailer, addSalesOrders, [
      HEADER,
      orderRow(retailer),
      orderRow(retailer, { externalId: '5002' }),
      orderRow(retailer),
    ]);
    expect(result.imported).toBe(2);
    expect(result.refused).toEqual([{ rows: [3], message: 'This record already exists' }]);
    expect(result.responseFile).toBe(
      `Error,${HEADER}\nThis record already exists,${orderRow(retailer)}\n`,
    );
  });

  test('a blank identifier is refused on its row', () => {
    const retailer = retailerWith(addSalesOrders);
    const result = run(retailer, addSalesOrders, [HEADER, orderRow(retailer, { externalId: '' })]);
    expect(result.refused[0]?.message).toContain('must be filled on every row');
  });
});

describe('refused at submission', () => {
  test.each([
    [
      'no identifier column',
      'customer,item\n1,1\n',
      /^Failed to submit job request: You must map one of/,
    ],
    ['an empty file', '', /has no header row/],
    ['broken quoting', 'externalId,item\n"5001,1\n', /cannot be read/],
    [
      'more than 25,000 records',
      `externalId,item\n${Array.from({ length: 25_001 }, (_, index) => `${index},1\n`).join('')}`,
      /25001 records; at most 25000/,
    ],
    ['more than 50 MB', `externalId\n${'x'.repeat(50 * 1024 * 1024)}`, /larger than 50 MB/],
  ])('%s', (_title, content, message) => {
    const { account } = retailerWith(addSalesOrders);
    const submit = (): unknown =>
      account.imports.prepare({ mappingId: addSalesOrders.id, name: 'x', content });
    expect(submit).toThrow(message);
    expect(submit).toThrow(expect.objectContaining({ name: 'FAILED_TO_SUBMIT_JOB_REQUEST_1' }));
  });

  test('a map that is not installed', () => {
    const { account } = retailerWith();
    expect(() =>
      account.imports.prepare({ mappingId: 'custimport_none', name: 'x', content: 'a\n' }),
    ).toThrow('Failed to submit job request: the saved CSV import custimport_none does not exist.');
  });
});

describe('refused rows', () => {
  test.each([
    [{ item: '999' }, 'Invalid item reference key 999.'],
    [{ customer: '999' }, 'Invalid entity reference key 999 for subsidiary 1.'],
    [{ priceLevel: 'Wholesale' }, 'Invalid price reference key Wholesale.'],
    [{ taxCode: 'AVATAX' }, 'Invalid taxcode reference key AVATAX.'],
    [{ country: 'Narnia' }, 'Invalid country reference key Narnia.'],
    [
      { item: '', quantity: '', price: '', priceLevel: '', taxCode: '', orderLineId: '' },
      'You must enter at least one line item for this transaction',
    ],
    [{ item: '' }, 'Please choose an item to add'],
    [{ customer: '' }, 'Please enter value(s) for: Customer'],
    [
      { date: '2026-11-23' },
      "Date field not in your preferred date format for field 'Date'. Invalid Field Value 2026-11-23 for the following field: trandate",
    ],
    [{ country: 'US,surplus' }, 'Different number of columns than in the header row'],
  ])('%o', (cells, message) => {
    const retailer = retailerWith(addSalesOrders);
    const result = run(retailer, addSalesOrders, [HEADER, orderRow(retailer, cells)]);
    expect(result.refused).toEqual([{ rows: [1], message }]);
    expect(retailer.account.records.list('salesorder')).toEqual([]);
  });

  test('an inactive item does not match', () => {
    const retailer = retailerWith(addSalesOrders);
    const { account } = retailer;
    const item = create(account, 'inventoryitem', {
      itemid: 'OLD',
      isinactive: true,
      baseprice: 1,
    });
    const result = run(retailer, addSalesOrders, [HEADER, orderRow(retailer, { item })]);
    expect(result.refused[0]?.message).toBe(`Invalid item reference key ${item}.`);
  });

  test('a customer of another subsidiary is named in quotes', () => {
    const retailer = retailerWith(addSalesOrders);
    const other = create(retailer.account, 'subsidiary', { name: 'Canada' });
    const result = run(retailer, addSalesOrders, [
      `${HEADER},subsidiary`,
      `${orderRow(retailer)},${other}`,
    ]);
    expect(result.refused[0]?.message).toBe(
      `Invalid entity reference key "${retailer.customer}" for subsidiary ${other}.`,
    );
  });
});

describe('updating lines by their number', () => {
  test('sets location, tag and closed of the line meant and leaves blanks alone', () => {
    const retailer = retailerWith(updateSalesOrders);
    const { account, shirt, warehouse } = retailer;
    const id = order(retailer, [
      { item: shirt, quantity: 1, price: '-1', rate: 20 },
      { item: shirt, quantity: 1, price: '-1', rate: 21 },
    ]);
    const result = run(retailer, updateSalesOrders, [
      'lineId,internalId,item,quantity,location,tags,closed',
      `2,${id},,1,${warehouse},hotwax-fulfilled,`,
      `1,${id},,,,,true`,
    ]);
    expect(result.refused).toEqual([]);
    const lines = account.records.list('salesorder')[0]?.sublists['item'];
    expect(lines?.[1]).toMatchObject({
      rate: 21,
      amount: 21,
      location: warehouse,
      custcol_hc_item_tag: 'hotwax-fulfilled',
    });
    expect(lines?.[0]).toMatchObject({ quantity: 1, rate: 20, isclosed: true });
    expect(stored(account, 'salesorder', id)['total']).toBe(41);
  });

  test('an order that is not there is refused', () => {
    const retailer = retailerWith(updateSalesOrders);
    const result = run(retailer, updateSalesOrders, ['internalId,lineId', '77,1']);
    expect(result.refused).toEqual([{ rows: [1], message: 'That record does not exist: 77.' }]);
  });

  test('a line that is not there becomes a new one, and fails without an item', () => {
    const retailer = retailerWith(updateSalesOrders);
    const id = order(retailer, [{ item: retailer.shirt, quantity: 1, price: '-1', rate: 20 }]);
    const result = run(retailer, updateSalesOrders, ['internalId,lineId,quantity', `${id},9,1`]);
    expect(result.refused[0]?.message).toBe('Please choose an item to add');
  });
});

describe('customers and adjustments', () => {
  test('a customer of one row, refused the second time', () => {
    const retailer = retailerWith(addCustomers);
    const rows = [
      'HCCustomerId,firstName,lastName,HCShopifyCustomerId,email,individual,status,taxable,defaultOrderPriority,externalId,subsidiary',
      'C10001,Bo,Kim,77,bo@example.com,T,CUSTOMER-Closed Won,TRUE,5,77,1',
    ];
    expect(run(retailer, addCustomers, rows).imported).toBe(1);
    expect(run(retailer, addCustomers, rows).refused[0]?.message).toBe(
      'This record already exists',
    );
    const customer = retailer.account.records.list('customer').at(-1);
    expect(customer?.fields).toMatchObject({
      altname: 'Bo Kim',
      taxable: true,
      isperson: 'T',
      entitystatus: '13',
    });
  });

  test('adjustment lines are appended and move stock', () => {
    const retailer = retailerWith(adjustInventory);
    const { account, shirt, store, adjustmentAccount } = retailer;
    const header = 'Reference No,Adjustment Account,Item,Adjust Qty By,Location,Date,Memo';
    const row = (quantity: string): string =>
      `VAR-1,${adjustmentAccount},${shirt},${quantity},${store},11/23/2026,not in stock`;
    expect(run(retailer, adjustInventory, [header, row('-1'), row('-1')]).refused).toEqual([]);
    expect(run(retailer, adjustInventory, [header, row('3')]).refused).toEqual([]);
    const adjustment = account.records.list('inventoryadjustment').at(-1);
    expect(adjustment?.sublists['inventory']).toHaveLength(3);
    expect(run(retailer, adjustInventory, [header, row('-4')]).refused[0]?.message).toMatch(
      /only have 3/,
    );
  });
});
