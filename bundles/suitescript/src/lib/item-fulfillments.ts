// What the OMS's own facilities shipped becomes item fulfillments: one a shipment, with only its lines,
// its location, its tracking number and the day it left. The shipment's id and the order's are the external id,
// so that a shipment is never booked twice.

import { FULFILLED_TAG, ROW_ID } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { parseFeedDate } from './cell-value.ts';
import { FIELDS } from './fields.ts';
import { lineIndexes } from './order-lines.ts';
import { saveOnDate } from './posting-date.ts';
import { Refusal } from './script-error.ts';
import type { Made } from './settle-unit.ts';
import { groupRows, readTable, type Row } from './table.ts';

export interface Shipment {
  readonly orderId: string;
  readonly externalId: string;
  /** Empty when another OMS wrote the file; it does not name its shipments. */
  readonly shipmentId: string;
  readonly rows: readonly Row[];
}

/** The shipments of a fulfilled feed file. @throws CsvSyntaxError */
export function readShipments(text: string): Shipment[] {
  const { rows } = readTable(text, ['lineId', 'internalId', 'location']);
  const groups = groupRows(rows, (row) =>
    JSON.stringify([row['internalId'], row['shipmentId'] ?? '', row['location']]),
  );
  return [...groups.values()].map(shipmentOf);
}

function shipmentOf(rows: readonly Row[]): Shipment {
  const [first] = rows;
  const orderId = first?.['internalId'] ?? '';
  const shipmentId = first?.['shipmentId'] ?? '';
  const lines = rows.map((row) => row['lineId'] ?? '').join('-');
  // A shipment may hold goods of two sales orders (one of them added by an edit): each gets its own.
  const externalId = shipmentId === '' ? `SHIP-${orderId}-${lines}` : `${shipmentId}-${orderId}`;
  return { orderId, externalId, shipmentId, rows };
}

export function shipmentRowIds(shipment: Shipment): string[] {
  return shipment.rows.map((row) => row[ROW_ID] ?? '');
}

/** @throws Refusal LINE_NOT_FOUND, LINE_NOT_SHIPPABLE, or what NetSuite says. */
export function makeItemFulfillment(shipment: Shipment): Made {
  const orderedOn = prepareOrder(shipment);
  const [first] = shipment.rows;
  const shipped = first?.['shippedDate'] ?? '';
  const date = shipped === '' ? null : notBefore(orderedOn, parseFeedDate(shipped));
  return { internalId: saveOnDate(date, (on) => saveFulfillment(shipment, on)) };
}

/** A facility in the west may ship on the day before the order's, whose date is its shop's; the books need an order first. */
function notBefore(orderedOn: Date, shippedOn: Date): Date {
  return shippedOn < orderedOn ? orderedOn : shippedOn;
}

/**
 * NetSuite ships a line from the location that has the stock committed, so the line goes there first.
 * @returns the order's date
 */
function prepareOrder(shipment: Shipment): Date {
  const order = record.load({ type: 'salesorder', id: shipment.orderId });
  const indexes = lineIndexes(order, 'line');
  let changed = false;
  for (const row of shipment.rows) {
    const lineId = row['lineId'] ?? '';
    const line = indexes.get(lineId);
    if (line === undefined) {
      throw new Refusal('LINE_NOT_FOUND', `Sales order ${shipment.orderId} has no line ${lineId}`);
    }
    const wanted = { location: row['location'] ?? '', [FIELDS.lineTag]: FULFILLED_TAG };
    for (const [fieldId, value] of Object.entries(wanted)) {
      const present = order.getSublistValue({ sublistId: 'item', fieldId, line });
      if (value === '' || String(present) === value) continue;
      order.setSublistValue({ sublistId: 'item', fieldId, line, value });
      changed = true;
    }
  }
  if (changed) order.save();
  // A mandatory date field: N/record gives a Date at local midnight, as `parseFeedDate` does.
  return order.getValue({ fieldId: 'trandate' }) as Date;
}

function saveFulfillment(shipment: Shipment, date: Date | null): string {
  const fulfillment = record.transform({
    fromType: 'salesorder',
    fromId: Number(shipment.orderId),
    toType: 'itemfulfillment',
  });
  tickLines(fulfillment, shipment);
  const [first] = shipment.rows;
  const carrier = first?.['carrier'] ?? '';
  const body = {
    externalid: shipment.externalId,
    shipstatus: 'C',
    [FIELDS.shipmentId]: shipment.shipmentId || shipment.externalId,
    memo: carrier === '' ? 'Shipped by the OMS' : `Shipped by the OMS with ${carrier}`,
  };
  for (const [fieldId, value] of Object.entries(body)) fulfillment.setValue({ fieldId, value });
  if (date !== null) fulfillment.setValue({ fieldId: 'trandate', value: date });
  const tracking = first?.['trackingNumber'] ?? '';
  if (tracking !== '') addPackage(fulfillment, tracking);
  return String(fulfillment.save());
}

/** NetSuite ticks every open line on its own accord; the shipment's are the only ones that went. */
function tickLines(fulfillment: record.Record, shipment: Shipment): void {
  const indexes = lineIndexes(fulfillment, 'orderline');
  const rows = new Map(shipment.rows.map((row) => [row['lineId'] ?? '', row]));
  const set = (line: number, fieldId: string, value: record.FieldValue): void => {
    fulfillment.setSublistValue({ sublistId: 'item', fieldId, line, value });
  };
  for (const [lineId, line] of indexes) {
    const row = rows.get(lineId);
    set(line, 'itemreceive', row !== undefined);
    if (row === undefined) continue;
    set(line, 'quantity', Number(row['quantity'] ?? '1'));
    set(line, 'location', row['location'] ?? '');
    set(line, FIELDS.lineTag, FULFILLED_TAG);
  }
  const absent = [...rows.keys()].filter((lineId) => !indexes.has(lineId));
  if (absent.length === 0) return;
  throw new Refusal(
    'LINE_NOT_SHIPPABLE',
    `Line(s) ${absent.join(', ')} of sales order ${shipment.orderId} cannot be shipped: ` +
      'shipped already, closed, or without committed stock',
  );
}

/** NetSuite wants a weight; nobody has told us one. */
const PACKAGE_WEIGHT = 1;

function addPackage(fulfillment: record.Record, tracking: string): void {
  const set = (fieldId: string, value: record.FieldValue): void => {
    fulfillment.setSublistValue({ sublistId: 'package', fieldId, line: 0, value });
  };
  set('packageweight', PACKAGE_WEIGHT);
  set('packagetrackingnumber', tracking);
}
