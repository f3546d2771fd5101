// Bills of an order: the lines of the invoice or cash sale a transform starts, and what else comes over.

import type { FieldValue } from '../account.ts';
import { decimalOf, numberOf, share, toCents } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, newLine } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import {
  CARRIED_HEADER,
  carriedLineFields,
  carryBody,
  openOrder,
  refuseStart,
} from './carry-over.ts';
import type { LineProgress } from './line-progress.ts';
import { quantityOf } from './line-progress.ts';
import { dueLines } from './order-progress.ts';

const CARRIED = [
  ...CARRIED_HEADER,
  'memo',
  'otherrefnum',
  'email',
  'terms',
  'paymentmethod',
  'shipmethod',
];

// These are billed once, with the order's first bill. [assumed] for a discount that is an amount
const ONCE = ['shippingcost', 'shippingtaxcode', 'handlingcost', 'discountitem', 'discountrate'];

/** Starts a bill of an order, or a credit of a return: fulfilled (received) and not yet billed. [documented] */
export function startBill(engine: Engine, draft: Draft): void {
  const order = openOrder(draft);
  const due = dueLines(engine, order);
  if (due.length === 0) refuseStart(draft, 'Nothing is left to bill.');
  carryBody(draft, order, isFirstBill(engine, order) ? [...CARRIED, ...ONCE] : CARRIED);
  if (!draft.schema.fields.has('terms')) draft.fields.delete('terms');
  if (!draft.schema.fields.has('paymentmethod')) draft.fields.delete('paymentmethod');
  const lines = draftLines(draft, 'item');
  for (const { line, quantity } of due) lines.push(billLine(draft, line, quantity));
}

const BILLS = new Set(['invoice', 'cashsale', 'creditmemo', 'cashrefund']);

function isFirstBill(engine: Engine, order: StoredData): boolean {
  return !engine.store
    .linkedTo(order.id)
    .some((record) => record.fields['createdfrom'] === order.id && BILLS.has(record.type));
}

const CARRIED_LINE = [
  'item',
  'description',
  'price',
  'rate',
  'taxcode',
  'units',
  'location',
  'department',
  'class',
];

function billLine(draft: Draft, line: LineProgress, quantity: bigint): DraftLine {
  const values: Record<string, FieldValue> = {
    ...carriedLineFields(draft, line.values, 'item'),
    orderline: line.line,
    amount: numberOf(amountShare(line, quantity)),
  };
  for (const field of CARRIED_LINE) {
    const value = line.values[field];
    if (value !== undefined) values[field] = value;
  }
  if (line.values['quantity'] !== undefined) values['quantity'] = numberOf(quantity);
  return newLine(values);
}

// The parts of a line billed at different times add up to its amount exactly.
function amountShare(line: LineProgress, quantity: bigint): bigint {
  const amount = decimalOf(line.values['amount']);
  const ordered = quantityOf(line.values);
  if (line.isDiscount || ordered === 0n) return amount;
  const until = toCents(share(amount, line.billed + quantity, ordered));
  return until - toCents(share(amount, line.billed, ordered));
}
