// A transaction is several rows: one for the body, one a line, and those the system adds for body discount,
// shipping, tax and cost of goods. Scripts that forget to filter must meet them here too. [seen]

import { decimalOf, numberOf } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf, textOf } from '../store/stored-data.ts';
import type { LineKind, Row } from './table.ts';

const LINE_SUBLIST: Readonly<Record<string, string>> = {
  inventoryadjustment: 'inventory',
  inventorytransfer: 'inventory',
};

/** The rows of a transaction in the order of their line numbers. */
export function transactionRows(engine: Engine, record: StoredData): Row[] {
  const row = (lineKind: LineKind, line: Values, lineNumber: number): Row => {
    return { record, lineKind, line, lineNumber, part: null, member: {} };
  };
  const lines = linesOf(record, LINE_SUBLIST[record.type] ?? 'item');
  const items = lines.flatMap((line) =>
    lineRows(record, line).map((shown, index) =>
      row('item', shown, Number(textOf(line, 'line')) + index),
    ),
  );
  const last = Math.max(0, ...items.map((item) => item.lineNumber));
  const added = addedRows(engine, record).map(([kind, line], index) =>
    row(kind, line, last + 1 + index),
  );
  return [row('main', {}, 0), ...items, ...added];
}

// Most lines are one row. A line of a transfer order is three: itself with what was shipped and received, its
// fulfillment's, which names its line number and the location it leaves, and its receipt's. What leaves is negative.
// [seen] in published searches; what each row shows beyond that is [assumed]
function lineRows(record: StoredData, line: Values): Values[] {
  if (record.type === 'inventorytransfer') return transferRows(record, line);
  if (record.type !== 'transferorder') return [line];
  const { location, transferlocation } = record.fields;
  const quantity = decimalOf(line['quantity']);
  const out = { ...line, location: location ?? null, quantity: numberOf(-quantity) };
  return [
    {
      ...out,
      _shipped: line['quantityfulfilled'] ?? 0,
      _received: line['quantityreceived'] ?? 0,
    },
    { ...out, _transferline: line['line'] ?? null },
    { ...line, location: transferlocation ?? null },
  ];
}

// One row for the location that gives and one for the location that gets. [assumed]
function transferRows({ fields }: StoredData, line: Values): Values[] {
  const quantity = decimalOf(line['adjustqtyby']);
  return [
    { ...line, location: fields['location'] ?? null, adjustqtyby: numberOf(-quantity) },
    { ...line, location: fields['transferlocation'] ?? null, adjustqtyby: numberOf(quantity) },
  ];
}

function addedRows(engine: Engine, record: StoredData): Array<[LineKind, Values]> {
  const { fields } = record;
  const rows: Array<[LineKind, Values]> = [];
  if (decimalOf(fields['discounttotal']) !== 0n) {
    rows.push([
      'discount',
      { item: fields['discountitem'] ?? null, amount: fields['discounttotal'] ?? 0 },
    ]);
  }
  if (fields['shipmethod'] !== undefined || decimalOf(fields['shippingcost']) !== 0n) {
    if (fields['total'] !== undefined) {
      rows.push([
        'shipping',
        { amount: fields['shippingcost'] ?? 0, taxcode: fields['shippingtaxcode'] ?? null },
      ]);
    }
  }
  if (decimalOf(fields['taxtotal']) !== 0n) rows.push(['tax', { amount: fields['taxtotal'] ?? 0 }]);
  if (record.type === 'itemfulfillment' && fields['shipstatus'] === 'C') {
    rows.push(...costRows(engine, record));
  }
  return rows;
}

// The cost rows carry item, quantity and location but not the custom line fields: the published fulfillment export
// does not filter them out and yet sees each line once. [seen]; the sign of their quantity is [assumed]
function costRows(engine: Engine, record: StoredData): Array<[LineKind, Values]> {
  return linesOf(record, 'item')
    .filter((line) => engine.store.find('item', textOf(line, 'item')) !== undefined)
    .map((line) => [
      'cogs',
      {
        item: line['item'] ?? null,
        location: line['location'] ?? null,
        quantity: numberOf(-decimalOf(line['quantity'])),
      },
    ]);
}
