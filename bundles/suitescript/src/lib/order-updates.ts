// Updates of sales order lines: given to the saved CSV import at once, then compared line by line with
// what was wanted; what differs is set on the record itself.

import {
  CLEAR_LOCATION,
  ERROR_FILES,
  EXPORT_DIRECTORIES,
  EXPORT_FILE_PREFIXES,
  SCRIPTS,
  UPDATE_SALES_ORDER_IMPORT_MAP,
} from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { isTrue } from './cell-value.ts';
import { groupRowIds, readGroups, type RowGroup, submitRows } from './csv-import.ts';
import { FIELDS } from './fields.ts';
import { batches, findRows, textOf } from './find-records.ts';
import { UNITS } from './governance.ts';
import { lineIndexes } from './order-lines.ts';
import { Refusal } from './script-error.ts';
import { connectServer } from './server.ts';
import type { SettlePlan } from './settle-files.ts';
import type { Row } from './table.ts';

const DIRECTORY = EXPORT_DIRECTORIES.allocation;

/** True for the files create-item-fulfillments works on. */
export function isFulfilledFile(name: string): boolean {
  return name.startsWith(EXPORT_FILE_PREFIXES.fulfillment) && /\.csv$/i.test(name);
}

export function fulfilledFilesWait(): boolean {
  return connectServer().list(DIRECTORY).some(isFulfilledFile);
}

/** A unit is the rows of one sales order, found by its internal id. */
export function updatingPlan(): SettlePlan<RowGroup> {
  const options = { map: UPDATE_SALES_ORDER_IMPORT_MAP, taskName: 'Update Sales Orders' };
  return {
    feed: 'allocation',
    script: SCRIPTS.updateSalesOrders,
    inbox: {
      directory: DIRECTORY,
      matches: (name) => /\.csv$/i.test(name) && !isFulfilledFile(name),
    },
    recordType: 'salesorder',
    errorFile: ERROR_FILES.updateSalesOrder,
    // Closing what is left can make an order ready for billing.
    next: [SCRIPTS.createInvoices],
    unitsEach: UNITS.transactionLoad + UNITS.transactionSave,
    read: (text) => readGroups(text, 'internalId'),
    rowIds: groupRowIds,
    externalId: (group) => group.key,
    orderId: (group) => group.key,
    find: findUpdated,
    make: updateOrder,
    submit: (groups, workFile) => {
      const updated = findUpdated(groups);
      const open = groups.filter((group) => group.key !== '' && !updated.has(group.key));
      // The import map knows lines only; the body of an order is set on the record itself.
      const lines = open
        .map((group) => ({ ...group, rows: group.rows.filter((row) => !isBody(row)) }))
        .filter((group) => group.rows.length > 0);
      return submitRows(options, lines, workFile);
    },
  };
}

const ORDERS_AT_ONCE = 100;

/** Orders all of whose lines are as the rows want them. */
function findUpdated(groups: readonly RowGroup[]): ReadonlyMap<string, string> {
  const lines = new Map<string, LineState>();
  const discounts = new Map<string, number>();
  const orderIds = groups.map((group) => group.key).filter((key) => /^\d+$/.test(key));
  for (const batch of batches(orderIds, ORDERS_AT_ONCE)) {
    for (const [key, state] of readLines(batch)) lines.set(key, state);
  }
  const withBody = groups.filter((group) => group.rows.some(isBody)).map((group) => group.key);
  for (const batch of batches(withBody, ORDERS_AT_ONCE)) {
    for (const [key, discount] of readDiscounts(batch)) discounts.set(key, discount);
  }
  const updated = groups.filter((group) =>
    group.rows.every((row) =>
      isBody(row)
        ? isSame(row['discountRate'] ?? '', discounts.get(group.key))
        : isAsWanted(row, lines.get(`${group.key}:${row['lineId'] ?? ''}`)),
    ),
  );
  return new Map(updated.map((group) => [group.key, group.key]));
}

interface LineState {
  readonly location: string;
  readonly quantity: string;
  readonly closed: string;
  readonly tags: string;
  readonly rejected: string;
  readonly rate: string;
}

const HALF_CENT = 0.005;

function readLines(orderIds: readonly string[]): ReadonlyMap<string, LineState> {
  const rows = findRows({
    type: 'salesorder',
    filters: [
      ['internalid', 'anyof', ...orderIds],
      'and',
      ['mainline', 'is', 'F'],
      'and',
      ['taxline', 'is', 'F'],
      'and',
      ['shipping', 'is', 'F'],
    ],
    columns: [
      'line',
      'location',
      'quantity',
      'closed',
      'rate',
      FIELDS.lineTag,
      FIELDS.lineRejected,
    ],
  });
  return new Map(
    rows.map((row) => [
      `${row.id}:${textOf(row, 'line')}`,
      {
        location: textOf(row, 'location'),
        quantity: textOf(row, 'quantity'),
        closed: textOf(row, 'closed'),
        tags: textOf(row, FIELDS.lineTag),
        rejected: textOf(row, FIELDS.lineRejected),
        rate: textOf(row, 'rate'),
      },
    ]),
  );
}

/** A row that is about the order and none of its lines. */
function isBody(row: Row): boolean {
  return (row['lineId'] ?? '') === '' && (row['discountRate'] ?? '') !== '';
}

function readDiscounts(orderIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = findRows({
    type: 'salesorder',
    filters: [['internalid', 'anyof', ...orderIds], 'and', ['mainline', 'is', 'T']],
    columns: ['discountamount'],
  });
  return new Map(rows.map((row) => [row.id, Number(textOf(row, 'discountamount'))]));
}

function isSame(wanted: string, state: number | undefined): boolean {
  return state !== undefined && Math.abs(Number(wanted) - state) < HALF_CENT;
}

/** A blank cell wants nothing. */
function isAsWanted(row: Row, line: LineState | undefined): boolean {
  if (line === undefined) return false;
  const isTicked = (text: string, state: string): boolean => isTrue(text) === (state === 'T');
  const checks: ReadonlyArray<readonly [column: string, isMet: (text: string) => boolean]> = [
    ['location', (text) => text === line.location],
    ['quantity', (text) => Number(text) === Math.abs(Number(line.quantity))],
    ['closed', (text) => isTicked(text, line.closed)],
    ['tags', (text) => text === line.tags],
    ['rejected', (text) => isTicked(text, line.rejected)],
    [CLEAR_LOCATION, (text) => !isTrue(text) || line.location === ''],
    ['price', (text) => Math.abs(Number(text) - Number(line.rate)) < HALF_CENT],
  ];
  return checks.every(([column, isMet]) => {
    const text = row[column] ?? '';
    return text === '' || isMet(text);
  });
}

/** @throws Refusal LINE_NOT_FOUND, or what NetSuite says. */
function updateOrder(group: RowGroup): { internalId: string } {
  const order = record.load({ type: 'salesorder', id: group.key });
  const indexes = lineIndexes(order, 'line');
  for (const row of group.rows) {
    if (isBody(row)) {
      setDiscount(order, row);
      continue;
    }
    const lineId = row['lineId'] ?? '';
    const line = indexes.get(lineId);
    if (line === undefined) {
      throw new Refusal('LINE_NOT_FOUND', `Sales order ${group.key} has no line ${lineId}`);
    }
    setLine(order, line, row);
  }
  order.save();
  return { internalId: group.key };
}

/** Named as in the sales order feed; without an amount there is no discount item either. */
function setDiscount(order: record.Record, row: Row): void {
  const rate = Number(row['discountRate'] ?? '0');
  if (rate === 0) {
    order.setValue({ fieldId: 'discountitem', value: '' });
    return;
  }
  order.setText({ fieldId: 'discountitem', text: row['discountItem'] ?? '' });
  order.setValue({ fieldId: 'discountrate', value: rate });
}

/** A custom price level, or NetSuite would put its list price in the place of the rate. */
function setPrice(set: (fieldId: string, value: record.FieldValue) => void, price: number): void {
  set('price', '-1');
  set('rate', price);
}

function setLine(order: record.Record, line: number, row: Row): void {
  const { location = '', quantity = '', closed = '', tags = '', rejected = '' } = row;
  const set = (fieldId: string, value: record.FieldValue): void => {
    order.setSublistValue({ sublistId: 'item', fieldId, line, value });
  };
  if (location !== '') set('location', location);
  else if (isTrue(row[CLEAR_LOCATION] ?? '')) set('location', '');
  const price = row['price'] ?? '';
  if (price !== '') setPrice(set, Number(price));
  if (quantity !== '') set('quantity', Number(quantity));
  if (closed !== '') set('isclosed', isTrue(closed));
  if (tags !== '') set(FIELDS.lineTag, tags);
  if (rejected !== '') set(FIELDS.lineRejected, isTrue(rejected));
}
