// A return in four steps: authorised, received, credited, refunded. NetSuite has no transaction around
// them, so each step has an external id of its own and is looked for before it is made: whatever is
// interrupted or refused half way goes on where it stopped, when the same entry is sent again.

import { PAYS_EXCHANGE } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { FIELDS } from './fields.ts';
import { findByExternalIds, findRows, textOf } from './find-records.ts';
import { lineIndexes } from './order-lines.ts';
import type { JsonRecord } from './json-records.ts';
import type { PosReturn } from './pos-return.ts';
import { authorizeReturn } from './return-authorizations.ts';
import { type Credit, refundCredit } from './return-refunds.ts';
import { Refusal } from './script-error.ts';
import type { Made } from './settle-unit.ts';

/** Returns all of whose steps are taken; one that stopped half way is not among them. */
export function findFinishedReturns(returns: readonly PosReturn[]): ReadonlyMap<string, string> {
  const authorized = findByExternalIds(
    'returnauthorization',
    returns.map((each) => each.externalId),
  );
  const credited = findByExternalIds('creditmemo', returns.map(creditId));
  const refunded = findByExternalIds(
    'customerrefund',
    returns.flatMap((each) => each.payments.map((payment) => payment.externalId)),
  );
  const isFinished = (each: PosReturn): boolean =>
    credited.has(creditId(each)) &&
    each.payments.every((payment) => refunded.has(payment.externalId));
  return new Map(
    returns.filter(isFinished).flatMap((each) => {
      const id = authorized.get(each.externalId);
      return id === undefined ? [] : [[each.externalId, id] as const];
    }),
  );
}

function creditId({ externalId }: Pick<PosReturn, 'externalId'>): string {
  return `${externalId}-CM`;
}

/** @throws Refusal, or what NetSuite says; what was done so far stays and is found by the next try. */
export function makePosReturn(posReturn: PosReturn): Made {
  const found = findByExternalIds('returnauthorization', [posReturn.externalId]);
  const returnId = authorizeReturn(posReturn, found.get(posReturn.externalId) ?? null);
  receive(posReturn, returnId);
  const credit = creditOf(posReturn, returnId);
  refundCredit(posReturn, credit);
  return { internalId: returnId, amount: String(credit.total), status: 'Refunded' };
}

/** Everything that has not come back yet comes back now; NetSuite refuses when nothing is left. */
function receive(posReturn: PosReturn, returnId: string): void {
  // Money given back without goods: there is nothing to receive.
  if (!posReturn.items.some(isGoods)) return;
  const externalId = `${posReturn.externalId}-RCPT`;
  if (findByExternalIds('itemreceipt', [externalId]).has(externalId)) return;
  const receipt = record.transform({
    fromType: 'returnauthorization',
    fromId: Number(returnId),
    toType: 'itemreceipt',
  });
  const unshelved = unshelvedLines(posReturn, returnId);
  for (const [orderLine, line] of lineIndexes(receipt, 'orderline')) {
    const set = (fieldId: string, value: boolean): void => {
      receipt.setSublistValue({ sublistId: 'item', fieldId, line, value });
    };
    set('itemreceive', true);
    if (unshelved.has(orderLine)) set('restock', false);
  }
  receipt.setValue({ fieldId: 'externalid', value: externalId });
  receipt.setValue({ fieldId: FIELDS.returnId, value: posReturn.record['hc_return_id'] ?? '' });
  receipt.save();
}

/** Goods carry the number of their line, charges the word for what they are. */
function isGoods(item: JsonRecord): boolean {
  return !/^[A-Z]/.test(item['external_order_line_id'] ?? '');
}

/** Lines of the authorization whose goods did not go back to the shelf. */
function unshelvedLines(posReturn: PosReturn, returnId: string): ReadonlySet<string> {
  const keys = new Set(
    posReturn.items
      .filter((item) => item['restock'] === 'false')
      .map((item) => item['external_order_line_id'] ?? ''),
  );
  if (keys.size === 0) return new Set();
  const rows = findRows({
    type: 'returnauthorization',
    filters: [['internalid', 'anyof', returnId], 'and', ['mainline', 'is', 'F']],
    columns: ['line', FIELDS.lineKey],
  });
  return new Set(
    rows.filter((row) => keys.has(textOf(row, FIELDS.lineKey))).map((row) => textOf(row, 'line')),
  );
}

function creditOf(posReturn: PosReturn, returnId: string): Credit {
  const externalId = creditId(posReturn);
  const found = findByExternalIds('creditmemo', [externalId]).get(externalId);
  const id = found ?? makeCredit(posReturn, { returnId, externalId });
  const [row] = findRows({
    type: 'creditmemo',
    filters: [['internalid', 'anyof', id], 'and', ['mainline', 'is', 'T']],
    columns: ['entity', FIELDS.orderId, 'total', 'amountremaining'],
  });
  if (row === undefined) throw new Refusal('CREDIT_NOT_FOUND', `Credit memo ${id} is gone`);
  return {
    id,
    customerId: textOf(row, 'entity'),
    orderId: textOf(row, FIELDS.orderId),
    total: Math.abs(Number(textOf(row, 'total'))),
    remaining: Math.abs(Number(textOf(row, 'amountremaining'))),
  };
}

function makeCredit(
  posReturn: PosReturn,
  { returnId, externalId }: { readonly returnId: string; readonly externalId: string },
): string {
  const credit = record.transform({
    fromType: 'returnauthorization',
    fromId: Number(returnId),
    toType: 'creditmemo',
  });
  credit.setValue({ fieldId: 'externalid', value: externalId });
  credit.setValue({ fieldId: FIELDS.returnId, value: posReturn.record['hc_return_id'] ?? '' });
  const isExchange = posReturn.record[PAYS_EXCHANGE] === 'true';
  credit.setValue({ fieldId: FIELDS.exchangeCredit, value: isExchange });
  return String(credit.save());
}
