// What NetSuite refuses, seen by a script: one row a refusal, with its code and how its text begins. What belongs to
// SFTP, tasks, map/reduce, imports and SDF stands in the tables beside those.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScriptBench } from '../test-kit/script-bench.ts';
import type { ScriptBench } from '../test-kit/script-bench.ts';
import { spec } from '../test-kit/acme-account.ts';
import { createRecords } from './seed.ts';

let bench: ScriptBench;

beforeAll(() => {
  bench = startScriptBench();
  const { account } = bench.simulator.host;
  account.install({
    customFields: [
      {
        id: 'custbody_sale',
        kind: 'body',
        label: 'Sale',
        fieldType: 'TEXT',
        appliesTo: ['bodysale'],
      },
    ],
    customRecords: [],
    savedSearches: [],
    csvImports: [],
    scripts: [],
  });
  const subsidiary = { $ref: 'OTHER', type: 'subsidiary' };
  createRecords(account, [
    spec('subsidiary', 'OTHER', { name: 'Other' }),
    spec('customer', 'C', { companyname: 'Buyer', subsidiary: '1' }),
    spec('customer', 'C2', { companyname: 'Elsewhere', subsidiary }),
    spec('inventoryitem', 'I', { itemid: 'SHIRT', baseprice: 10 }),
    spec('location', 'L', { name: 'Reno', subsidiary: '1' }),
    spec('location', 'L2', { name: 'Far', subsidiary }),
    spec('paymentmethod', 'P', { name: 'Card' }),
    spec('account', 'A', { acctname: 'Variance' }),
    {
      ...spec('inventoryadjustment', 'STOCK', {
        account: { $ref: 'A', type: 'account' },
        subsidiary: '1',
      }),
      sublists: {
        inventory: [
          {
            item: { $ref: 'I', type: 'inventoryitem' },
            location: { $ref: 'L', type: 'location' },
            adjustqtyby: 1000,
          },
        ],
      },
    },
  ]);
});
afterAll(async () => {
  await bench.close();
});

// What every row may use: ids by external id, an order, a shipment, a deposit.
const HELPERS = `
  function id(type, external) {
    return search.create({ type: type, filters: [['externalid', 'anyof', external]], columns: ['internalid'] })
      .run().getRange({ start: 0, end: 1 })[0].id;
  }
  function order(values, line, external) {
    var made = record.create({ type: 'salesorder' });
    made.setValue('entity', id('customer', 'C'));
    if (external) made.setValue('externalid', external);
    for (var name in values || {}) made.setValue(name, values[name]);
    var cells = { item: id('inventoryitem', 'I'), quantity: 2, price: '-1', rate: 10, location: id('location', 'L') };
    for (var cell in line || {}) cells[cell] = line[cell];
    for (var field in cells) if (cells[field] !== null) made.setSublistValue('item', field, 0, cells[field]);
    return made.save();
  }
  function ship(orderId, quantity) {
    var made = record.transform({ fromType: 'salesorder', fromId: orderId, toType: 'itemfulfillment' });
    made.setValue('shipstatus', 'C');
    if (quantity) made.setSublistValue('item', 'quantity', 0, quantity);
    return made.save();
  }
  function bill(orderId, quantity) {
    var made = record.transform({ fromType: 'salesorder', fromId: orderId, toType: 'invoice' });
    if (quantity) made.setSublistValue('item', 'quantity', 0, quantity);
    return made.save();
  }
  function deposit(orderId, payment) {
    return record.create({ type: 'customerdeposit', defaultValues: { salesorder: orderId } })
      .setValue('payment', payment).setValue('paymentmethod', id('paymentmethod', 'P')).save();
  }
`;

type Row = readonly [what: string, body: string, code: string, text: RegExp];

const SCHEMA: readonly Row[] = [
  [
    'a record type that does not exist',
    `record.create({ type: 'nosuch' });`,
    'INVALID_RCRD_TYPE',
    /\[nosuch\] is invalid/,
  ],
  [
    'a record type that is not kept here',
    `record.create({ type: 'vendorbill' });`,
    'SIMULATOR_NOT_SUPPORTED',
    /vendorbill/,
  ],
  [
    'a field that does not exist',
    `record.create({ type: 'salesorder' }).setValue('nosuch', 1);`,
    'INVALID_FIELD_ID',
    /nosuch/,
  ],
  [
    'a custom field on a type it does not apply to',
    `record.create({ type: 'customerdeposit' }).setValue('custbody_sale', 'x');`,
    'INVALID_FIELD_ID',
    /custbody_sale/,
  ],
  [
    'a sublist that does not exist',
    `record.create({ type: 'salesorder' }).getLineCount('nosuch');`,
    'SSS_INVALID_SUBLIST_OPERATION',
    /nosuch/,
  ],
  [
    'a line that does not exist',
    `record.create({ type: 'salesorder' }).getSublistValue('item', 'item', 3);`,
    'SSS_INVALID_SUBLIST_OPERATION',
    /Line 3/,
  ],
  [
    'a value that is not on the list',
    `record.create({ type: 'salesorder' }).setValue('orderstatus', 'Z');`,
    'INVALID_FLD_VALUE',
    /Invalid Field Value Z .*orderstatus/,
  ],
  [
    'a date that is none',
    `record.create({ type: 'salesorder' }).setValue('trandate', 'soon');`,
    'INVALID_FLD_VALUE',
    /trandate/,
  ],
  [
    'a number that is none',
    `record.create({ type: 'customerdeposit' }).setValue('payment', 'much');`,
    'INVALID_FLD_VALUE',
    /payment/,
  ],
  [
    'a promise of a module that gives none on the server',
    `record.load.promise({ type: 'customer', id: 1 });`,
    'TypeError',
    /promise is not a function/,
  ],
  ['a missing argument', `record.load({ type: 'customer' });`, 'SSS_MISSING_REQD_ARGUMENT', /id/],
];

const RECORDS: readonly Row[] = [
  ...['itemfulfillment', 'itemreceipt', 'depositapplication'].map((type): Row => [
    `create of ${type}`,
    `record.create({ type: '${type}' });`,
    'INVALID_RCRD_INITIALIZE',
    /only be made from another record/,
  ]),
  [
    'copy of a fulfillment',
    `record.copy({ type: 'itemfulfillment', id: ship(order()) });`,
    'INVALID_RCRD_INITIALIZE',
    /itemfulfillment/,
  ],
  [
    'a transform that does not exist',
    `record.transform({ fromType: 'salesorder', fromId: order(), toType: 'customerdeposit' });`,
    'INVALID_RCRD_TRANSFRM',
    /salesorder to customerdeposit/,
  ],
  [
    'a record that is not there',
    `record.load({ type: 'customer', id: 99999 });`,
    'RCRD_DSNT_EXIST',
    /does not exist/,
  ],
  [
    'a dynamic call in standard mode',
    `record.create({ type: 'salesorder' }).selectNewLine('item');`,
    'SSS_INVALID_API_USAGE',
    /dynamic mode only/,
  ],
  [
    'a standard call in dynamic mode',
    `record.create({ type: 'salesorder', isDynamic: true }).setSublistValue('item', 'quantity', 0, 1);`,
    'SSS_INVALID_API_USAGE',
    /standard mode only/,
  ],
  [
    'a line added to a fulfillment',
    `record.load({ type: 'itemfulfillment', id: ship(order()) }).insertLine('item', 0);`,
    'SSS_INVALID_SUBLIST_OPERATION',
    /neither added nor removed/,
  ],
  [
    'a line removed from a fulfillment',
    `record.load({ type: 'itemfulfillment', id: ship(order()) }).removeLine('item', 0);`,
    'SSS_INVALID_SUBLIST_OPERATION',
    /neither added nor removed/,
  ],
  [
    'submitFields of a field without inline editing',
    `record.submitFields({ type: 'salesorder', id: order(), values: { entity: 1 } });`,
    'SSS_INVALID_API_USAGE',
    /no inline editing/,
  ],
  [
    'submitFields of a line field',
    `record.submitFields({ type: 'salesorder', id: order(), values: { quantity: 1 } });`,
    'INVALID_FIELD_ID',
    /quantity/,
  ],
  [
    'a save without a mandatory field',
    `record.create({ type: 'customer' }).setValue('companyname', 'X').save();`,
    'USER_ERROR',
    /^Please enter value\(s\) for: .*Subsidiary/,
  ],
  [
    'an external id that is taken',
    `order({}, {}, 'TWICE'); order({}, {}, 'TWICE');`,
    'DUP_RCRD',
    /^This record already exists$/,
  ],
  [
    'a text of a select that was set by value',
    `record.create({ type: 'salesorder' }).setValue('entity', id('customer', 'C')).getText('entity');`,
    'SSS_INVALID_API_USAGE',
    /./,
  ],
  [
    'a subrecord of a field that has none',
    `record.create({ type: 'salesorder' }).getSubrecord('memo');`,
    'FIELD_1_IS_NOT_A_SUBRECORD_FIELD',
    /memo/,
  ],
];

const ORDERS: readonly Row[] = [
  [
    'an order set to Billed',
    `order({ orderstatus: 'G' });`,
    'USER_ERROR',
    /status of a sales order follows from its lines/,
  ],
  [
    'an order without lines',
    `record.create({ type: 'salesorder' }).setValue('entity', id('customer', 'C')).save();`,
    'USER_ERROR',
    /^You must enter at least one line item for this transaction/,
  ],
  [
    'a line without an item',
    `order({}, { item: null });`,
    'USER_ERROR',
    /^Please choose an item to add/,
  ],
  [
    'fulfilling an order that waits for approval',
    `ship(order({ orderstatus: 'A' }));`,
    'INVALID_INITIALIZE_REF',
    /^You can not initialize itemfulfillment/,
  ],
  [
    'fulfilling a closed order',
    `var closed = order(); var loaded = record.load({ type: 'salesorder', id: closed });
     loaded.setSublistValue('item', 'isclosed', 0, true); loaded.save(); ship(closed);`,
    'INVALID_INITIALIZE_REF',
    /^You can not initialize itemfulfillment/,
  ],
  [
    'fulfilling more than remains',
    `ship(order(), 3);`,
    'USER_ERROR',
    /exceeds what remains to be fulfilled/,
  ],
  [
    'fulfilling without a location',
    `ship(order({}, { location: null }));`,
    'USER_ERROR',
    /^Please enter value\(s\) for: Location/,
  ],
  [
    'fulfilling more than is on hand',
    `ship(order({}, { quantity: 5000 }));`,
    'USER_ERROR',
    /^You only have \d+ of item SHIRT on hand at location Reno/,
  ],
  [
    'billing an order of which nothing is fulfilled',
    `bill(order());`,
    'INVALID_INITIALIZE_REF',
    /^You can not initialize invoice/,
  ],
  [
    'billing more than is fulfilled',
    `var part = order(); ship(part, 1); bill(part, 2);`,
    'USER_ERROR',
    /exceeds what may be billed/,
  ],
  [
    'deleting an order that was fulfilled',
    `var kept = order(); ship(kept); record.delete({ type: 'salesorder', id: kept });`,
    'THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS',
    /dependent records/,
  ],
];

const MONEY: readonly Row[] = [
  [
    'a deposit used for another order',
    `var own = order(); var other = order(); var paid = deposit(own, 20); ship(other); bill(other);
     record.transform({ fromType: 'customerdeposit', fromId: paid, toType: 'depositapplication' }).save();`,
    'USER_ERROR',
    /^You must enter at least one line item/,
  ],
  [
    'a refund of more than a deposit holds',
    `var refund = record.transform({ fromType: 'customerdeposit', fromId: deposit(order(), 20), toType: 'customerrefund' });
     refund.setValue('paymentmethod', id('paymentmethod', 'P')).setSublistValue('deposit', 'amount', 0, 20.01).save();`,
    'USER_ERROR',
    /more than the 20 remaining/,
  ],
  ['a deposit without money', `deposit(order(), 0);`, 'USER_ERROR', /must be greater than zero/],
  [
    'terms and a payment method together',
    `record.create({ type: 'term' }).setValue('name', 'Net ' + Math.random()).save();
     var sale = record.create({ type: 'cashsale' }).setValue('entity', id('customer', 'C')).setValue('location', id('location', 'L'));
     sale.setSublistValue('item', 'item', 0, id('inventoryitem', 'I')).setSublistValue('item', 'quantity', 0, 1);
     sale.setValue('paymentmethod', id('paymentmethod', 'P')); sale.setValue('terms', 1); sale.save();`,
    'INVALID_FIELD_ID',
    /terms/,
  ],
];

const PLACES: readonly Row[] = [
  [
    'a location of another subsidiary',
    `order({}, { location: id('location', 'L2') });`,
    'USER_ERROR',
    /not valid for transaction subsidiary 1/,
  ],
  [
    'a customer of another subsidiary',
    `order({ subsidiary: 1, entity: id('customer', 'C2') });`,
    'USER_ERROR',
    /^Transaction subsidiary 1 is not valid for entity \d+\. Please choose a different entity\./,
  ],
];

const SEARCHES: readonly Row[] = [
  [
    'a saved search that is not there',
    `search.load({ id: 'customsearch_none' });`,
    'INVALID_SEARCH',
    /customsearch_none/,
  ],
  [
    'a range over 1,000',
    `search.create({ type: 'folder' }).run().getRange({ start: 0, end: 1001 });`,
    'SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
    /./,
  ],
  [
    'a page size over 1,000',
    `search.create({ type: 'folder' }).runPaged({ pageSize: 1001 });`,
    'SSS_INVALID_PAGE_SIZE',
    /./,
  ],
  [
    'a page that is not there',
    `search.create({ type: 'folder' }).runPaged().fetch({ index: 99 });`,
    'INVALID_PAGE_RANGE',
    /./,
  ],
  [
    'a filter that does not exist',
    `search.create({ type: 'salesorder', filters: [['nosuch', 'is', '1']] }).run().getRange({ start: 0, end: 1 });`,
    'SSS_INVALID_SRCH_FILTER',
    /nosuch/,
  ],
  [
    'a column that does not exist',
    `search.create({ type: 'salesorder', columns: ['nosuch'] }).run().getRange({ start: 0, end: 1 });`,
    'SSS_INVALID_SRCH_COLUMN',
    /nosuch/,
  ],
  [
    'an operator that does not exist',
    `search.create({ type: 'salesorder', filters: [['memo', 'nosuch', '1']] }).run().getRange({ start: 0, end: 1 });`,
    'SSS_INVALID_SRCH_OPERATOR',
    /nosuch/,
  ],
  [
    'an operator the field has not',
    `search.create({ type: 'salesorder', filters: [['trandate', 'contains', '1']] }).run().getRange({ start: 0, end: 1 });`,
    'SSS_INVALID_SRCH_OPERATOR',
    /contains/,
  ],
  [
    'a formula function that is not supported',
    `search.create({ type: 'salesorder', columns: [search.createColumn({ name: 'formulatext', formula: 'REGEXP_SUBSTR({memo})' })] }).run().getRange({ start: 0, end: 1 });`,
    'INVALID_SRCH_FUNCTN',
    /REGEXP_SUBSTR/,
  ],
];

const FILES: readonly Row[] = [
  [
    'a file without a folder',
    `file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: 'x' }).save();`,
    'SSS_MISSING_REQD_ARGUMENT',
    /folder/,
  ],
  [
    'a content over 10 MB',
    `file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: new Array(10485762).join('x') });`,
    'SSS_FILE_CONTENT_SIZE_EXCEEDED',
    /./,
  ],
  [
    'a file that is not there',
    `file.load({ id: 'SuiteScripts/none.txt' });`,
    'RCRD_DSNT_EXIST',
    /none\.txt/,
  ],
  [
    'a folder that is not there',
    `file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: 'x', folder: 99999 }).save();`,
    'INVALID_KEY_OR_REF',
    /99999/,
  ],
];

test.each(
  [...SCHEMA, ...RECORDS, ...ORDERS, ...MONEY, ...PLACES, ...SEARCHES, ...FILES].map(
    ([what, ...row]) => [what, row] as const,
  ),
)('%s is refused', async (_what, [body, code, text]) => {
  const { error } = await bench.execute(HELPERS + body);
  const colon = error?.indexOf(': ') ?? -1;
  expect(error?.slice(0, colon)).toBe(code);
  expect(error?.slice(colon + 2)).toMatch(text);
});

test('each stops at 4,000 results', async () => {
  const { account } = bench.simulator.host;
  for (let at = 0; at < 4_001; at += 1) {
    const session = account.records.create({ type: 'department' });
    session.setValue('name', `D${at}`);
    session.save();
  }
  const { error } = await bench.execute(
    `search.create({ type: 'department' }).run().each(function () { return true; });`,
  );
  expect(error).toMatch(/^SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED/);
});

test.each([
  ['closed', { closed: true }],
  ['locked', { alllocked: true }],
])('nothing is posted into a %s period, and what is there stays', async (_state, flags) => {
  const period = await bench.execute(`${HELPERS}
    var made = record.create({ type: 'accountingperiod' });
    made.setValue('periodname', 'Nov 2026').setValue('startdate', new Date(2026, 10, 1)).setValue('enddate', new Date(2026, 10, 30));
    log.debug('id', made.save());`);
  const id = period.log[0]?.slice(4) ?? '';
  const before = await bench.execute(`${HELPERS} var open = order(); log.debug('id', ship(open));`);
  const { records } = bench.simulator.host.account;
  const session = records.load({ type: 'accountingperiod', id });
  for (const [flag, value] of Object.entries(flags)) session.setValue(flag, value);
  session.save();
  for (const body of [
    'ship(order());',
    'deposit(order(), 5);',
    `record.delete({ type: 'itemfulfillment', id: ${before.log[0]?.slice(4)} });`,
  ]) {
    const { error } = await bench.execute(HELPERS + body);
    expect(error).toMatch(
      /^USER_ERROR: The transaction date is not within an open accounting period/,
    );
  }
  records.delete({ type: 'accountingperiod', id });
});
