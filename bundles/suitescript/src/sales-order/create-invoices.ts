/**
 * Invoices the sales orders that are ready for billing, and answers for every invoice.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { ERROR_FILES, formatRowId, INVOICE_FEED, SCRIPTS } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import {
  accepted,
  type Answer,
  type ErrorRow,
  refused,
  writeAnswers,
  writeErrors,
} from '../lib/answers.ts';
import { applyExchangeCredits } from '../lib/exchange-credits.ts';
import { FIELDS } from '../lib/fields.ts';
import { enoughUnits, UNITS } from '../lib/governance.ts';
import {
  invoiceOrder,
  invoicesToReport,
  type InvoiceReport,
  type OrderToInvoice,
  ordersToInvoice,
} from '../lib/invoices.ts';
import { type ErrorText, errorText } from '../lib/script-error.ts';
import { connectServer, type Server } from '../lib/server.ts';
import { startScript } from '../lib/start-script.ts';

/** Two saves, when a closed period makes the first one fail; the searches; the note on the order. */
const INVOICE_UNITS = 2 * (UNITS.transactionLoad + UNITS.transactionSave) + 4 * UNITS.search;
/** A credit is searched with its invoices and saved, three times when others save it too. */
const CREDIT_UNITS = UNITS.search + 3 * (UNITS.transactionLoad + UNITS.transactionSave);
/** Invoices answered in one run; each costs a mark. */
const REPORTS = 100;
/** Room for answering what has been done: two files and the marks. */
const REPORT_UNITS = 1500;

export function execute(): void {
  const failures: Failure[] = [];
  let unfinished = false;
  for (const order of ordersToInvoice()) {
    if (!enoughUnits(INVOICE_UNITS + REPORT_UNITS)) {
      unfinished = true;
      break;
    }
    const failure = tryInvoice(order);
    if (failure !== null) failures.push(failure);
  }
  applyExchangeCredits(() => enoughUnits(CREDIT_UNITS + REPORT_UNITS));
  if (reportAll(failures) || unfinished) startScript(SCRIPTS.createInvoices);
}

interface Failure {
  readonly order: OrderToInvoice;
  readonly why: ErrorText;
}

function tryInvoice(order: OrderToInvoice): Failure | null {
  try {
    invoiceOrder(order);
    return null;
  } catch (error) {
    return { order, why: errorText(error) };
  }
}

/** @returns true when there is more to report than one run can. */
function reportAll(failures: readonly Failure[]): boolean {
  const news = failures.filter(({ order, why }) => order.problem !== problemText(why));
  const invoices = invoicesToReport(REPORTS);
  if (news.length === 0 && invoices.length === 0) return false;
  report(connectServer(), invoices, news);
  return markReported(invoices, news) || invoices.length === REPORTS;
}

function report(
  server: Server,
  invoices: readonly InvoiceReport[],
  news: readonly Failure[],
): void {
  const answers: Answer[] = [
    ...invoices.map((invoice) =>
      accepted(
        rowIdOf(invoice.orderId),
        { ...invoice, recordType: 'invoice', amount: invoice.total },
        '',
      ),
    ),
    ...news.map(({ order, why }) =>
      refused(rowIdOf(order.orderId), { ...why, recordType: 'invoice', externalId: '' }, ''),
    ),
  ];
  writeAnswers(server, INVOICE_FEED, answers);
  const errors: ErrorRow[] = news.map(({ order, why }) => ({
    ...why,
    fileName: '',
    orderId: order.internalId,
    rowId: rowIdOf(order.orderId),
  }));
  writeErrors(server, ERROR_FILES.invoice, errors);
}

function rowIdOf(orderId: string): string {
  return formatRowId({ feed: INVOICE_FEED, subject: orderId, revision: 1 });
}

/** NetSuite keeps 300 characters in a text field. */
const PROBLEM_LENGTH = 300;

function problemText({ code, message }: ErrorText): string {
  return `${code}: ${message}`.slice(0, PROBLEM_LENGTH);
}

/** Set after the answers are on the server: what is interrupted here is answered once more. */
function markReported(invoices: readonly InvoiceReport[], news: readonly Failure[]): boolean {
  for (const { internalId, status } of invoices) {
    if (!enoughUnits(UNITS.transactionLoad)) return true;
    submit('invoice', internalId, { [FIELDS.reportedStatus]: status });
  }
  for (const { order, why } of news) {
    if (!enoughUnits(UNITS.transactionLoad)) return true;
    submit('salesorder', order.internalId, { [FIELDS.invoiceProblem]: problemText(why) });
  }
  return false;
}

function submit(type: string, id: string, values: Readonly<Record<string, string>>): void {
  try {
    record.submitFields({
      type,
      id,
      values: { ...values },
      options: { enableSourcing: false, ignoreMandatoryFields: true },
    });
  } catch (error) {
    log.error({ title: `Not marked: ${type} ${id}`, details: errorText(error) });
  }
}
