// The return authorization: made pending, compared with what the customer got, balanced, then released.
// One whose total cannot be made to agree stays pending, where a user sees it; nothing is received on it.

import * as record from 'N/record';
import * as runtime from 'N/runtime';
import * as search from 'N/search';
import { parseFeedDate } from './cell-value.ts';
import { FIELDS } from './fields.ts';
import type { JsonRecord } from './json-records.ts';
import type { PosReturn } from './pos-return.ts';
import { saveOnDate } from './posting-date.ts';
import { RETURN_PARAMETERS } from './return-parameters.ts';
import { Refusal } from './script-error.ts';

const CUSTOM_PRICE = '-1';
const PENDING_APPROVAL = 'A';
const PENDING_RECEIPT = 'B';
const CENT = 0.005;

/** @returns the internal id of the released authorization; `existing` is one of an earlier try. */
export function authorizeReturn(posReturn: PosReturn, existing: string | null): string {
  const id = existing ?? makeAuthorization(posReturn);
  const authorization = record.load({ type: 'returnauthorization', id });
  if (authorization.getValue({ fieldId: 'orderstatus' }) !== PENDING_APPROVAL) return id;
  balance(authorization, posReturn);
  authorization.setValue({ fieldId: 'orderstatus', value: PENDING_RECEIPT });
  authorization.save();
  return id;
}

function makeAuthorization(posReturn: PosReturn): string {
  const { order_id: orderId = '', date = '' } = posReturn.record;
  if (posReturn.items.length === 0) {
    throw new Refusal('RETURN_WITHOUT_ITEMS', 'The return names no items');
  }
  const fromType = saleType(orderId);
  const day = date === '' ? null : parseFeedDate(date);
  return saveOnDate(day, (on) => {
    const made = record.transform({
      fromType,
      fromId: Number(orderId),
      toType: 'returnauthorization',
    });
    setBody(made, posReturn, on);
    setLines(made, posReturn);
    return String(made.save());
  });
}

/** What came back was sold by a sales order or carried out by a cash sale. @throws Refusal */
function saleType(id: string): string {
  const type = /^\d+$/.test(id)
    ? search.lookupFields({ type: 'transaction', id, columns: ['recordtype', 'statusref'] })
    : {};
  const recordType: unknown = type['recordtype'];
  if (recordType !== 'salesorder' && recordType !== 'cashsale') {
    throw new Refusal('ORDER_NOT_FOUND', `There is no sales order or cash sale ${id}`);
  }
  return recordType;
}

function setBody(made: record.Record, posReturn: PosReturn, date: Date | null): void {
  const { hc_return_id: returnId = '' } = posReturn.record;
  const set = (fieldId: string, value: record.FieldValue): void => {
    made.setValue({ fieldId, value });
  };
  set('orderstatus', PENDING_APPROVAL);
  set('externalid', posReturn.externalId);
  set(FIELDS.returnId, returnId);
  // NetSuite copies the fields of the sale, whose id was told long ago.
  set(FIELDS.idExported, false);
  // A discount of the whole order is in the amounts of the lines already.
  set('discountitem', '');
  if (date !== null) set('trandate', date);
}

/** NetSuite lists all that was sold; only what came back stays, with what was given back for it. */
function setLines(made: record.Record, posReturn: PosReturn): void {
  const count = made.getLineCount({ sublistId: 'item' });
  for (let line = count - 1; line >= 0; line -= 1) {
    made.removeLine({ sublistId: 'item', line });
  }
  for (const item of posReturn.items) addLine(made, item, FIELDS.lineKey);
  for (const discount of posReturn.discounts) addLine(made, discount, FIELDS.lineType);
  const { taxCode } = parameters();
  for (const credit of posReturn.credits) {
    const line = addLine(made, credit, null);
    if (taxCode !== '') {
      made.setSublistValue({ sublistId: 'item', fieldId: 'taxcode', line, value: taxCode });
    }
  }
}

function addLine(made: record.Record, entry: JsonRecord, keyField: string | null): number {
  const line = made.getLineCount({ sublistId: 'item' });
  const set = (fieldId: string, value: record.FieldValue): void => {
    made.setSublistValue({ sublistId: 'item', fieldId, line, value });
  };
  const { product_id: item = '', quantity = '', amount = '', location_id: location = '' } = entry;
  set('item', item);
  if (quantity !== '') set('quantity', Number(quantity));
  set('price', CUSTOM_PRICE);
  set('amount', amountOf(amount));
  // Our orders carry tax as a line of its own; a code the item brings along would add it again.
  const taxCode = entry['tax_code'] ?? '';
  if (taxCode !== '') set('taxcode', taxCode);
  if (keyField !== null) set(keyField, entry['external_order_line_id'] ?? '');
  if (location !== '') set('location', location);
  const reason = entry['return_reason'] ?? '';
  if (reason !== '') set(FIELDS.returnReason, reason);
  return line;
}

function amountOf(text: string): number {
  const amount = Number(text);
  if (text !== '' && Number.isFinite(amount)) return amount;
  throw new Refusal('INVALID_AMOUNT', `"${text}" is no amount`);
}

function parameters(): { readonly item: string; readonly taxCode: string } {
  const script = runtime.getCurrentScript();
  const text = (name: string): string => {
    const value: unknown = script.getParameter({ name });
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    item: text(RETURN_PARAMETERS.balancingItem),
    taxCode: text(RETURN_PARAMETERS.balancingTaxCode),
  };
}

/**
 * A line for the difference between NetSuite's total and what the customer got. Which item and tax code
 * that is differs between accounts, so it is a parameter. @throws Refusal TOTAL_DIFFERS without one.
 */
function balance(authorization: record.Record, posReturn: PosReturn): void {
  const wanted = posReturn.record['pos_return_total'] ?? '';
  if (wanted === '') return;
  const total = Number(authorization.getValue({ fieldId: 'total' }));
  const difference = Math.round((amountOf(wanted) - total) * 100) / 100;
  if (Math.abs(difference) < CENT) return;
  const { item, taxCode } = parameters();
  if (item === '') {
    throw new Refusal(
      'TOTAL_DIFFERS',
      `NetSuite's total is ${String(total)}, the customer's ${wanted}; the script has no parameter ` +
        `${RETURN_PARAMETERS.balancingItem} to book the difference on`,
    );
  }
  const line = authorization.getLineCount({ sublistId: 'item' });
  const values = { item, quantity: 1, price: CUSTOM_PRICE, amount: difference };
  for (const [fieldId, value] of Object.entries(values)) {
    authorization.setSublistValue({ sublistId: 'item', fieldId, line, value });
  }
  if (taxCode === '') return;
  authorization.setSublistValue({ sublistId: 'item', fieldId: 'taxcode', line, value: taxCode });
}
