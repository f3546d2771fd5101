// What scripts may call on a record, in each mode, and what their values become.

import { describe, expect, test } from 'vitest';

import type { FieldValue } from '../account.ts';
import { publishedFields } from '../testing/published-maps.ts';
import { create, openRetailer, order, set, stored } from '../testing/retailer.ts';

function coded(name: string): unknown {
  return expect.objectContaining({ name });
}

describe('modes', () => {
  test('standard mode refuses the calls of dynamic mode', () => {
    const session = openRetailer().account.records.create({ type: 'salesorder' });
    const calls = [
      () => session.selectLine('item', 0),
      () => session.selectNewLine('item'),
      () => session.getCurrentSublistValue('item', 'item'),
      () => session.setCurrentSublistValue('item', 'item', '1'),
      () => session.getCurrentSublistText('item', 'item'),
      () => session.setCurrentSublistText('item', 'item', 'SHIRT-M'),
      () => session.getCurrentSublistIndex('item'),
      () => session.commitLine('item'),
      () => session.cancelLine('item'),
    ];
    for (const call of calls) expect(call).toThrow(coded('SSS_INVALID_API_USAGE'));
  });

  test('dynamic mode refuses setSublistValue and sources as fields are set', () => {
    const { account, customer, shirt } = openRetailer();
    const session = account.records.create({ type: 'salesorder', isDynamic: true });
    session.setValue('entity', customer);
    expect(session.getValue('subsidiary')).toBe('1');
    expect(() => session.setSublistValue('item', 'item', 0, shirt)).toThrow(
      coded('SSS_INVALID_API_USAGE'),
    );
    session.selectNewLine('item');
    session.setCurrentSublistValue('item', 'item', shirt);
    expect(session.getCurrentSublistValue('item', 'rate')).toBe(20);
    session.setCurrentSublistValue('item', 'quantity', 3);
    expect(session.getCurrentSublistValue('item', 'amount')).toBe(60);
    session.setCurrentSublistValue('item', 'price', '-1');
    session.setCurrentSublistValue('item', 'rate', 18);
    expect(session.getCurrentSublistValue('item', 'amount')).toBe(54);
    expect(session.getLineCount('item')).toBe(0);
    session.commitLine('item');
    expect(session.getLineCount('item')).toBe(1);
    expect(stored(account, 'salesorder', session.save())['total']).toBe(54);
  });

  test('the selected line takes and gives texts, and tells its place', () => {
    const session = openRetailer().account.records.create({ type: 'salesorder', isDynamic: true });
    expect(session.getCurrentSublistIndex('item')).toBe(-1);
    session.selectNewLine('item');
    expect(session.getCurrentSublistIndex('item')).toBe(0);
    session.setCurrentSublistText('item', 'item', 'SHIRT-M');
    expect(session.getCurrentSublistValue('item', 'rate')).toBe(20);
    expect(session.getCurrentSublistText('item', 'item')).toBe('SHIRT-M');
    expect(() => session.setCurrentSublistText('item', 'item', 'NO SUCH')).toThrow(
      coded('INVALID_FLD_VALUE'),
    );
  });

  test('an uncommitted line is lost, a cancelled one too', () => {
    const { account, customer, shirt } = openRetailer();
    const session = account.records.create({ type: 'salesorder', isDynamic: true });
    session.setValue('entity', customer);
    session.selectNewLine('item');
    session.setCurrentSublistValue('item', 'item', shirt);
    session.cancelLine('item');
    expect(() => session.commitLine('item')).toThrow(coded('SSS_INVALID_SUBLIST_OPERATION'));
    session.selectNewLine('item');
    expect(() => session.commitLine('item')).toThrow('Please choose an item to add');
    expect(() => session.save()).toThrow(
      'You must enter at least one line item for this transaction',
    );
  });

  test('in standard mode the text of a select set by value is not known before the save', () => {
    const { account, customer } = openRetailer();
    const session = account.records.create({ type: 'salesorder' });
    session.setValue('entity', customer);
    expect(() => session.getText('entity')).toThrow(coded('SSS_INVALID_API_USAGE'));
    const dynamic = account.records.create({ type: 'salesorder', isDynamic: true });
    dynamic.setText('entity', 'Ann Lee');
    expect([dynamic.getValue('entity'), dynamic.getText('entity')]).toEqual([
      customer,
      'CUST1 Ann Lee',
    ]);
  });
});

describe('unknown things', () => {
  test('types, fields, sublists, lines and records are refused', () => {
    const { account } = openRetailer();
    const { records } = account;
    const session = records.create({ type: 'salesorder' });
    expect(() => records.create({ type: 'starship' })).toThrow(coded('INVALID_RCRD_TYPE'));
    expect(() => records.create({ type: 'vendorbill' })).toThrow(coded('SIMULATOR_NOT_SUPPORTED'));
    expect(() => session.getValue('warpfactor')).toThrow(coded('INVALID_FIELD_ID'));
    expect(() => session.setValue('custbody_hc_order_id', 'M1')).toThrow(coded('INVALID_FIELD_ID'));
    expect(() => session.getLineCount('crew')).toThrow(coded('SSS_INVALID_SUBLIST_OPERATION'));
    expect(() => session.getSublistValue('item', 'warp', 0)).toThrow(
      coded('SSS_INVALID_SUBLIST_OPERATION'),
    );
    expect(() => session.getSublistValue('item', 'item', 0)).toThrow(
      coded('SSS_INVALID_SUBLIST_OPERATION'),
    );
    expect(() => session.getSubrecord('memo')).toThrow(coded('FIELD_1_IS_NOT_A_SUBRECORD_FIELD'));
    expect(() => records.load({ type: 'salesorder', id: '999' })).toThrow(coded('RCRD_DSNT_EXIST'));
    expect(() => records.delete({ type: 'salesorder', id: '999' })).toThrow(
      coded('RCRD_DSNT_EXIST'),
    );
  });

  test('a custom field exists where it applies only, and in any case', () => {
    const { account } = openRetailer();
    account.install({
      customFields: publishedFields,
      customRecords: [],
      savedSearches: [],
      csvImports: [],
      scripts: [],
    });
    const session = account.records.create({ type: 'salesorder' });
    session.setValue('custBody_hc_order_id', 'M1');
    expect(session.getValue('custbody_hc_order_id')).toBe('M1');
    expect(() => session.getValue('custbody_hc_fulfillment_exported')).toThrow(
      coded('INVALID_FIELD_ID'),
    );
    expect(() => session.setSublistValue('item', 'custbody_hc_order_id', 0, 'x')).toThrow(
      coded('SSS_INVALID_SUBLIST_OPERATION'),
    );
  });

  test('transforms that do not exist', () => {
    const retailer = openRetailer();
    const fromId = order(retailer, [{ item: retailer.shirt, price: '-1', rate: 1 }]);
    const { records } = retailer.account;
    expect(() =>
      records.transform({ fromType: 'salesorder', fromId, toType: 'customerrefund' }),
    ).toThrow(coded('INVALID_RCRD_TRANSFRM'));
    expect(() =>
      records.transform({ fromType: 'salesorder', fromId: '99', toType: 'invoice' }),
    ).toThrow(coded('INVALID_INITIALIZE_REF'));
  });
});

describe('values', () => {
  test.each<[string, FieldValue, FieldValue]>([
    ['shippingcost', '9.95', 9.95],
    ['shippingcost', 1.005, 1.01],
    ['discountrate', '-10.0%', '-10%'],
    ['memo', 12, '12'],
    ['tobeprinted', 'T', true],
    ['trandate', '11/23/2026', new Date('2026-11-23T05:00:00Z')],
    ['trandate', new Date('2026-11-23T20:15:00Z'), new Date('2026-11-23T05:00:00Z')],
    ['entity', 1, '1'],
    ['memo', null, ''],
  ])('%s takes %j as %j', (fieldId, given, kept) => {
    const session = openRetailer().account.records.create({ type: 'salesorder' });
    session.setValue(fieldId, given);
    expect(session.getValue(fieldId)).toEqual(kept);
  });

  test.each<[string, FieldValue, string]>([
    ['shippingcost', 'free', 'INVALID_FLD_VALUE'],
    ['trandate', '2026-11-23', 'INVALID_FLD_VALUE'],
    ['trandate', '2/30/2026', 'INVALID_FLD_VALUE'],
    ['tobeprinted', 'maybe', 'INVALID_FLD_VALUE'],
    ['entity', true, 'INVALID_FLD_VALUE'],
    ['otherrefnum', 'x'.repeat(301), 'EXCEEDED_MAX_FIELD_LENGTH'],
    ['total', 5, 'INSUFFICIENT_PERMISSION'],
    ['shippingaddress', 'x', 'SSS_INVALID_API_USAGE'],
  ])('%s refuses %j', (fieldId, value, name) => {
    const session = openRetailer().account.records.create({ type: 'salesorder' });
    expect(() => {
      session.setValue(fieldId, value);
    }).toThrow(coded(name));
  });

  test('a reference that is not there or not active: at once in dynamic mode, at the save in standard mode', () => {
    const { account, customer } = openRetailer();
    const inactive = create(account, 'location', { name: 'Closed store', isinactive: true });
    const dynamic = account.records.create({ type: 'salesorder', isDynamic: true });
    expect(() => {
      dynamic.setValue('location', inactive);
    }).toThrow(coded('INVALID_FLD_VALUE'));
    const standard = set(account.records.create({ type: 'salesorder' }), {
      entity: customer,
      location: '999',
    });
    expect(() => standard.save()).toThrow(
      'You have entered an Invalid Field Value 999 for the following field: location',
    );
  });

  test('addresses are subrecords, stored with the record', () => {
    const retailer = openRetailer();
    const { records } = retailer.account;
    const session = set(records.create({ type: 'salesorder' }), { entity: retailer.customer });
    const address = session.getSubrecord('shippingaddress');
    address.setValue('addr1', '1 Main St');
    address.setValue('country', 'US');
    expect(() => address.save()).toThrow(coded('SSS_INVALID_API_USAGE'));
    session.setSublistValue('item', 'item', 0, retailer.shirt);
    const id = session.save();
    const loaded = records.load({ type: 'salesorder', id });
    expect(loaded.getSubrecord('shippingaddress').getValue('addr1')).toBe('1 Main St');
  });
});

describe('submitFields and copy', () => {
  test('submitFields sets custom and inline fields, refuses others, and moves the modification date', () => {
    const retailer = openRetailer();
    const { account } = retailer;
    account.install({
      customFields: publishedFields,
      customRecords: [],
      savedSearches: [],
      csvImports: [],
      scripts: [],
    });
    const id = order(retailer, [{ item: retailer.shirt, price: '-1', rate: 1 }]);
    retailer.setNow('2026-11-24T01:00:00Z');
    account.records.submitFields({
      type: 'salesorder',
      id,
      values: { custbody_hc_order_id: 'M1', memo: 'hello' },
    });
    expect(stored(account, 'salesorder', id)).toMatchObject({
      custbody_hc_order_id: 'M1',
      memo: 'hello',
      lastmodifieddate: new Date('2026-11-24T01:00:00Z'),
    });
    const submit = (values: Record<string, FieldValue>): unknown =>
      account.records.submitFields({ type: 'salesorder', id, values });
    expect(() => submit({ shippingcost: 5 })).toThrow(coded('SSS_INVALID_API_USAGE'));
    expect(() => submit({ custentity_hc_customer_id: 'x' })).toThrow(coded('INVALID_FIELD_ID'));
  });

  test('a copy is a new record with new numbers', () => {
    const retailer = openRetailer();
    const { account, shirt } = retailer;
    const id = order(retailer, [{ item: shirt, quantity: 2, price: '-1', rate: 7 }], {
      externalid: 'x1',
      memo: 'kept',
    });
    const copy = account.records.copy({ type: 'salesorder', id }).save();
    expect(copy).not.toBe(id);
    expect(stored(account, 'salesorder', copy)).toMatchObject({
      memo: 'kept',
      total: 14,
      tranid: 'SO2',
    });
    expect(stored(account, 'salesorder', copy)).not.toHaveProperty('externalid');
  });

  test('line ids are strings, stay with their lines and are not given twice', () => {
    const retailer = openRetailer();
    const { records } = retailer.account;
    const line = { item: retailer.shirt, price: '-1', rate: 1 };
    const id = order(retailer, [line, line, line]);
    const session = records.load({ type: 'salesorder', id });
    session.removeLine('item', 1);
    session.insertLine('item', 0);
    session.setSublistValue('item', 'item', 0, retailer.jacket);
    session.save();
    const after = records.load({ type: 'salesorder', id });
    expect([0, 1, 2].map((at) => after.getSublistValue('item', 'line', at))).toEqual([
      '4',
      '1',
      '3',
    ]);
  });
});
