// Gift cards that were shipped, with the number on the card (contract §10). The published script loaded
// three records a line; here it is three searches for all of them.

import type * as search from 'N/search';
import type { ExportRecord } from './export-feed.ts';
import { FIELDS } from './fields.ts';
import {
  batches,
  byInternalId,
  dayColumn,
  eachLineOnce,
  findRows,
  textOf,
} from './find-records.ts';
import { wholeRecords } from './whole-records.ts';

const LINES = 1000;
const IDS_AT_ONCE = 100;

/** Shipped fulfillments with card numbers that the OMS was not told yet, oldest first. */
export function selectGiftCards(limit: number): Array<ExportRecord<readonly string[]>> {
  const day = dayColumn();
  const rows = findRows({
    type: 'itemfulfillment',
    filters: [
      ['status', 'anyof', 'ItemShip:C'],
      'and',
      [FIELDS.giftCardNumber, 'isnotempty', ''],
      'and',
      [FIELDS.giftCardExported, 'is', 'F'],
    ],
    columns: [byInternalId(), 'line', 'createdfrom', FIELDS.giftCardNumber, FIELDS.lineKey, day],
    limit: LINES,
  });
  const records = wholeRecords(rows, LINES).slice(0, limit);
  const sales = readSales(records.flat().map((line) => textOf(line, 'createdfrom')));
  return records.map((lines) => ({
    type: 'itemfulfillment',
    id: lines[0]?.id ?? '',
    rows: eachLineOnce(lines).map((line) => cardRow(line, day, sales)),
  }));
}

interface SaleLine {
  readonly price: string;
  readonly shopifyOrderId: string;
  readonly shopifyCustomerId: string;
  readonly orderId: string;
}

function cardRow(
  line: search.Result,
  day: search.Column,
  sales: ReadonlyMap<string, SaleLine>,
): readonly string[] {
  const salesOrderId = textOf(line, 'createdfrom');
  const key = textOf(line, FIELDS.lineKey);
  const sale = sales.get(`${salesOrderId}:${key}`);
  return [
    textOf(line, FIELDS.giftCardNumber),
    textOf(line, day),
    sale?.price ?? '',
    salesOrderId,
    sale?.shopifyOrderId ?? '',
    sale?.shopifyCustomerId ?? '',
    sale?.orderId ?? '',
    key,
  ];
}

/** By sales order and line key; a discount line has the key of its item, but a type. */
function readSales(ids: readonly string[]): ReadonlyMap<string, SaleLine> {
  const sales = new Map<string, SaleLine>();
  for (const batch of batches(
    [...new Set(ids)].filter((id) => id !== ''),
    IDS_AT_ONCE,
  )) {
    const rows = findRows({
      type: 'salesorder',
      filters: [
        ['internalid', 'anyof', ...batch],
        'and',
        [FIELDS.lineKey, 'isnotempty', ''],
        'and',
        [FIELDS.lineType, 'isempty', ''],
      ],
      columns: ['rate', 'entity', FIELDS.lineKey, FIELDS.orderId, FIELDS.shopifyOrderId],
    });
    const customers = readCustomers(rows.map((row) => textOf(row, 'entity')));
    for (const row of rows) {
      sales.set(`${row.id}:${textOf(row, FIELDS.lineKey)}`, {
        price: textOf(row, 'rate'),
        shopifyOrderId: textOf(row, FIELDS.shopifyOrderId),
        shopifyCustomerId: customers.get(textOf(row, 'entity')) ?? '',
        orderId: textOf(row, FIELDS.orderId),
      });
    }
  }
  return sales;
}

function readCustomers(ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  if (wanted.length === 0) return new Map();
  return new Map(
    findRows({
      type: 'customer',
      filters: [['internalid', 'anyof', ...wanted]],
      columns: ['internalid', FIELDS.shopifyCustomerId],
    }).map((row) => [row.id, textOf(row, FIELDS.shopifyCustomerId)]),
  );
}
