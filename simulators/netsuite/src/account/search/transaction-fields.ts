// The fields of a transaction row. A name NetSuite has but this account cannot compute is no field here, so that
// the search is refused instead of answered wrongly.

import type { FieldValue } from '../account.ts';
import { decimalOf, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { commitmentOf } from '../lifecycle/commitment.ts';
import { statusOf } from '../lifecycle/statuses.ts';
import { recordText } from '../records/references.ts';
import { recordKind } from '../schema/record-kinds.ts';
import { isTrue, textOf } from '../store/stored-data.ts';
import type { Cell } from './cell.ts';
import { checkboxCell, dateCell, numberCell, selectCell, textCell } from './cell.ts';
import type { Row, SearchField } from './table.ts';

function field(read: (engine: Engine, row: Row) => Cell): SearchField {
  return { read };
}

/** A select read from the line on line rows and from the body on the main row. */
function lineOrBody(id: string, target: string): SearchField {
  return field((engine, row) =>
    reference(engine, target, row.lineKind === 'main' ? row.record.fields[id] : row.line[id]),
  );
}

function lineSelect(id: string, target: string): SearchField {
  return field((engine, row) => reference(engine, target, row.line[id]));
}

function bodySelect(id: string, target: string): SearchField {
  return field((engine, row) => reference(engine, target, row.record.fields[id]));
}

function reference(engine: Engine, target: string, value: FieldValue | undefined): Cell {
  if (typeof value !== 'string' || value === '') return selectCell(null, '');
  const record = engine.store.find(target, value);
  return selectCell(value, record === undefined ? value : recordText(engine.store, record));
}

function bodyMoney(id: string): SearchField {
  return field((_engine, row) => numberCell(row.record.fields[id], 'money'));
}

function lineNumber(id: string): SearchField {
  return field((_engine, row) => numberCell(row.line[id]));
}

function isKind(...kinds: ReadonlyArray<Row['lineKind']>): SearchField {
  return field((_engine, row) => checkboxCell(kinds.includes(row.lineKind)));
}

function address(subrecord: string, id: string): SearchField {
  return field((_engine, row) => textCell(row.record.subrecords[subrecord]?.[id]));
}

const WANTS_STOCK = new Set(['salesorder', 'transferorder']);

function commitment(part: 'committed' | 'backordered'): SearchField {
  return field((engine, { record, lineKind, line }) => {
    if (!WANTS_STOCK.has(record.type) || lineKind !== 'item') return numberCell(null);
    if (record.type !== 'transferorder')
      return numberCell(numberOf(commitmentOf(engine, record, line)[part]));
    // Only the line's own row shows it; there what leaves is negative.
    if (line['_shipped'] === undefined) return numberCell(null);
    const wanted = { ...line, quantity: numberOf(-decimalOf(line['quantity'])) };
    return numberCell(numberOf(commitmentOf(engine, record, wanted)[part]));
  });
}

// Sales lines report zero before anything ships; rows that cannot ship report nothing. [assumed]
function progress(id: string): SearchField {
  return field((_engine, { record, lineKind, line }) => {
    const counts =
      recordKind(record.type).family === 'transaction' && 'orderstatus' in record.fields;
    const value = line[id] ?? (id === 'quantityfulfilled' ? line['quantityreceived'] : undefined);
    return numberCell(counts && lineKind === 'item' ? numberOf(decimalOf(value)) : null);
  });
}

const ADJUSTS = new Set(['inventoryadjustment', 'inventorytransfer']);

const TRANSACTION_FIELDS: Readonly<Record<string, SearchField>> = {
  type: field((_engine, { record }) => {
    const kind = recordKind(record.type);
    return selectCell(kind.searchCode, kind.label);
  }),
  recordtype: field((_engine, { record }) => textCell(record.type)),
  status: field((_engine, { record }) => statusCell(record)),
  statusref: field((_engine, { record }) => statusCell(record)),
  // [documented] the column shows * on the body row and nothing on the others.
  mainline: field((_engine, { lineKind }) => ({
    ...checkboxCell(lineKind === 'main'),
    shown: lineKind === 'main' ? '*' : '',
  })),
  taxline: isKind('tax'),
  shipping: isKind('shipping'),
  cogs: isKind('cogs'),
  transactiondiscount: isKind('discount'),
  datecreated: field((_engine, { record }) => dateCell(record.fields['createddate'], 'datetime')),
  lastmodifieddate: field((_engine, { record }) =>
    dateCell(record.fields['lastmodifieddate'], 'datetime'),
  ),
  entity: field((engine, { record }) =>
    reference(engine, 'entity', record.fields['entity'] ?? record.fields['customer']),
  ),
  name: field((engine, { record }) =>
    reference(engine, 'entity', record.fields['entity'] ?? record.fields['customer']),
  ),
  mainname: field((engine, { record }) =>
    reference(engine, 'entity', record.fields['entity'] ?? record.fields['customer']),
  ),
  createdfrom: bodySelect('createdfrom', 'transaction'),
  item: lineSelect('item', 'item'),
  location: lineOrBody('location', 'location'),
  department: lineOrBody('department', 'department'),
  class: lineOrBody('class', 'classification'),
  transferlocation: bodySelect('transferlocation', 'location'),
  pricelevel: lineSelect('price', 'pricelevel'),
  taxcode: lineSelect('taxcode', 'salestaxitem'),
  line: field((_engine, row) => numberCell(row.lineNumber)),
  lineuniquekey: lineNumber('lineuniquekey'),
  linesequencenumber: field((_engine, row) => numberCell(row.lineNumber)),
  // A fulfillment keeps its quantities as texts, as the record browser says; a search tells numbers.
  quantity: field((_engine, { record, line }) => {
    const value = ADJUSTS.has(record.type) ? line['adjustqtyby'] : line['quantity'];
    const isThere = value !== undefined && value !== null && value !== '';
    return numberCell(isThere ? numberOf(decimalOf(value)) : null);
  }),
  rate: field((_engine, row) => numberCell(row.line['rate'])),
  amount: field((_engine, row) => amountCell(row)),
  total: bodyMoney('total'),
  totalamount: bodyMoney('total'),
  taxtotal: bodyMoney('taxtotal'),
  amountremaining: bodyMoney('amountremaining'),
  amountpaid: bodyMoney('amountpaid'),
  shippingamount: bodyMoney('shippingcost'),
  discountamount: bodyMoney('discounttotal'),
  closed: field((_engine, row) => checkboxCell(isTrue(row.line, 'isclosed'))),
  quantitycommitted: commitment('committed'),
  quantitybackordered: commitment('backordered'),
  quantityshiprecv: progress('quantityfulfilled'),
  quantitybilled: progress('quantitybilled'),
  transferorderitemline: field((_engine, row) => textCell(row.line['_transferline'])),
  transferorderquantityshipped: lineNumber('_shipped'),
  transferorderquantityreceived: lineNumber('_received'),
  expectedreceiptdate: field((_engine, row) => dateCell(row.line['expectedreceiptdate'], 'date')),
  quantitypicked: progress('quantitypicked'),
  quantitypacked: progress('quantitypacked'),
  memo: field((_engine, row) =>
    textCell(
      row.lineKind === 'main'
        ? row.record.fields['memo']
        : (row.line['memo'] ?? row.line['description']),
    ),
  ),
  memomain: field((_engine, row) => textCell(row.record.fields['memo'])),
  shipcarrier: field((_engine, row) => {
    const carrier = textOf(row.record.fields, 'shipcarrier');
    return selectCell(carrier, carrier);
  }),
  trackingnumbers: field((_engine, row) => textCell(row.record.fields['trackingnumbers'])),
  shipaddressee: address('shippingaddress', 'addressee'),
  shipaddress1: address('shippingaddress', 'addr1'),
  shipaddress2: address('shippingaddress', 'addr2'),
  shipcity: address('shippingaddress', 'city'),
  shipstate: address('shippingaddress', 'state'),
  shipzip: address('shippingaddress', 'zip'),
  shipcountry: address('shippingaddress', 'country'),
  shipphone: address('shippingaddress', 'addrphone'),
  billaddressee: address('billingaddress', 'addressee'),
  billcity: address('billingaddress', 'city'),
  billstate: address('billingaddress', 'state'),
  billzip: address('billingaddress', 'zip'),
  billcountry: address('billingaddress', 'country'),
  applyingtransaction: partSelect(),
  appliedtotransaction: partSelect(),
  fulfillingtransaction: partSelect(),
  billingtransaction: partSelect(),
};

function partSelect(): SearchField {
  return field((engine, { part }) =>
    part === null ? selectCell(null, '') : selectCell(part.id, recordText(engine.store, part)),
  );
}

function statusCell(record: Row['record']): Cell {
  const status = statusOf(record);
  if (status === null) return selectCell(null, '');
  const code = `${recordKind(record.type).searchCode ?? ''}:${status.letter}`;
  return selectCell(status.word, status.label, [code]);
}

// The body's amount is the transaction's total; a deposit's is its payment.
function amountCell(row: Row): Cell {
  const { fields } = row.record;
  const main = fields['total'] ?? fields['payment'];
  return numberCell(row.lineKind === 'main' ? main : row.line['amount'], 'money');
}

/** A computed or renamed transaction field; null where the name is none of these. */
export function transactionField(name: string): SearchField | null {
  return TRANSACTION_FIELDS[name] ?? null;
}
