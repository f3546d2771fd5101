// What came back in an exchange pays for the goods that are shipped for it: the open credit memo is applied to the
// invoice of the same sale at Shopify, whichever of the two came first. Repeating it takes only what is still open.

import * as record from 'N/record';
import { FIELDS } from './fields.ts';
import { byInternalId, type Filters, findRows, textOf } from './find-records.ts';
import { retryChanged } from './governance.ts';
import { errorText } from './script-error.ts';

interface OpenCredit {
  readonly id: string;
  readonly saleId: string;
}

const CREDITS = 200;

/** Applies open credits as long as `mayGoOn`; what is refused is logged and tried again by the next run. */
export function applyExchangeCredits(mayGoOn: () => boolean): void {
  for (const credit of openCredits()) {
    if (!mayGoOn()) return;
    const invoices = openInvoices(credit.saleId);
    if (invoices.size === 0) continue;
    try {
      retryChanged(() => {
        applyCredit(credit.id, invoices);
      });
    } catch (error) {
      log.error({ title: `Credit memo ${credit.id} is not applied`, details: errorText(error) });
    }
  }
}

function openCredits(): OpenCredit[] {
  return findRows({
    type: 'creditmemo',
    filters: [
      ...openTransactions('CustCred:A'),
      'and',
      [FIELDS.exchangeCredit, 'is', 'T'],
      'and',
      [FIELDS.shopifyOrderId, 'isnotempty', ''],
    ],
    columns: [byInternalId(), FIELDS.shopifyOrderId],
    limit: CREDITS,
  }).map((row) => ({ id: row.id, saleId: textOf(row, FIELDS.shopifyOrderId) }));
}

function openInvoices(saleId: string): ReadonlySet<string> {
  const rows = findRows({
    type: 'invoice',
    filters: [...openTransactions('CustInvc:A'), 'and', [FIELDS.shopifyOrderId, 'is', saleId]],
    columns: [byInternalId()],
  });
  return new Set(rows.map((row) => row.id));
}

function openTransactions(status: string): Filters {
  return [['mainline', 'is', 'T'], 'and', ['status', 'anyof', status]];
}

/** Oldest invoice first, each with no more than it is owed. */
function applyCredit(id: string, invoices: ReadonlySet<string>): void {
  const credit = record.load({ type: 'creditmemo', id });
  const cell = (fieldId: string, line: number): string =>
    String(credit.getSublistValue({ sublistId: 'apply', fieldId, line }));
  let left = cents(String(credit.getValue({ fieldId: 'unapplied' })));
  const count = credit.getLineCount({ sublistId: 'apply' });
  for (let line = 0; line < count && left > 0; line += 1) {
    if (!invoices.has(cell('internalid', line)) || cell('apply', line) === 'true') continue;
    const amount = Math.min(left, cents(cell('due', line)));
    left -= amount;
    credit.setSublistValue({ sublistId: 'apply', fieldId: 'apply', line, value: true });
    credit.setSublistValue({ sublistId: 'apply', fieldId: 'amount', line, value: amount / 100 });
  }
  credit.save();
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}
