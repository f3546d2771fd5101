// Item fulfillments made in NetSuite, with the facts of the record: no date window, the day from the
// transaction date, the tracking numbers of the packages.

import { FULFILLED_TAG, FULFILLMENT_IMPORT_COLUMNS } from '@sendsale/netsuite/contract';
import * as search from 'N/search';
import type { ExportRecord } from './export-feed.ts';
import { FIELDS } from './fields.ts';
import {
  byInternalId,
  dayColumn,
  eachLineOnce,
  findRows,
  labelOf,
  OWN_LINES,
  textOf,
} from './find-records.ts';
import { writeTable } from './table.ts';
import { wholeRecords } from './whole-records.ts';

export interface ShippedLine {
  readonly orderId: string;
  readonly item: Readonly<Record<string, string>>;
}

const LINES = 4000;

/** Shipped fulfillments of the integration's orders whose checkbox `flag` is not set, oldest first. */
export function selectFulfillments(
  flag: string,
): (limit: number) => Array<ExportRecord<ShippedLine>> {
  return (limit) => shippedRecords(flag, limit);
}

function shippedRecords(flag: string, limit: number): Array<ExportRecord<ShippedLine>> {
  const day = dayColumn();
  const orderId = search.createColumn({ name: FIELDS.orderId, join: 'createdfrom' });
  const rows = findRows({
    type: 'itemfulfillment',
    filters: [
      ['status', 'anyof', 'ItemShip:C'],
      'and',
      ...OWN_LINES,
      'and',
      ['createdfrom.type', 'anyof', 'SalesOrd'],
      'and',
      [FIELDS.lineKey, 'isnotempty', ''],
      'and',
      [FIELDS.lineType, 'isempty', ''],
      'and',
      [FIELDS.shipmentId, 'isempty', ''],
      'and',
      [flag, 'is', 'F'],
    ],
    columns: [
      byInternalId(),
      'line',
      orderId,
      FIELDS.orderId,
      FIELDS.lineKey,
      FIELDS.lineTag,
      'location',
      'quantity',
      'trackingnumbers',
      'shipcarrier',
      'shipmethod',
      day,
    ],
    limit: LINES,
  });
  return wholeRecords(rows, LINES)
    .slice(0, limit)
    .map((lines) => exportRecord(lines, { day, orderId }));
}

interface Columns {
  readonly day: search.Column;
  readonly orderId: search.Column;
}

/** Lines an OMS shipped carry its tag: such a fulfillment is marked, but not told. */
function exportRecord(
  lines: readonly search.Result[],
  columns: Columns,
): ExportRecord<ShippedLine> {
  const rows = eachLineOnce(lines)
    .filter((line) => !textOf(line, FIELDS.lineTag).includes(FULFILLED_TAG))
    .map((line) => shippedLine(line, columns));
  return { type: 'itemfulfillment', id: lines[0]?.id ?? '', rows };
}

function shippedLine(line: search.Result, { day, orderId }: Columns): ShippedLine {
  return {
    orderId: textOf(line, FIELDS.orderId) || textOf(line, orderId),
    item: {
      orderItemSeqId: textOf(line, FIELDS.lineKey),
      externalFacilityId: textOf(line, 'location'),
      shippedDate: textOf(line, day),
      quantity: String(Math.abs(Number(textOf(line, 'quantity')))),
      trackingNumber: textOf(line, 'trackingnumbers').split('<BR>').join(' | '),
      carrier: labelOf(line, 'shipcarrier'),
      shippingMethod: labelOf(line, 'shipmethod'),
      shippingMethodId: textOf(line, 'shipmethod'),
      'validation-result': 'success',
    },
  };
}

/** The published shape, with NetSuite's id of the fulfillment beside the order id. */
export function fulfillmentFileText(records: ReadonlyArray<ExportRecord<ShippedLine>>): string {
  const entries = records.map(({ id, rows }) => ({
    orderMap: {
      orderId: rows[0]?.orderId ?? '',
      netsuiteFulfillmentId: id,
      items: rows.map((row) => row.item),
    },
  }));
  return JSON.stringify(entries, null, 2);
}

/** One row a line; the CSV variant has no place for NetSuite's id of the fulfillment. */
export function fulfillmentFileCsv(records: ReadonlyArray<ExportRecord<ShippedLine>>): string {
  const rows = records.flatMap((each) =>
    each.rows.map(({ orderId, item }) => ({ ...item, orderId })),
  );
  return writeTable(FULFILLMENT_IMPORT_COLUMNS, rows);
}
