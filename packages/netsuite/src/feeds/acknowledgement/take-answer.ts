// What an acknowledged row means for our records, beyond the end of its ledger row: the id NetSuite gave.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import {
  recordCustomerId,
  recordInvoice,
  recordNetsuiteFulfillment,
  recordPostingId,
  recordReturnId,
  settleRow,
} from '@sendsale/oms';
import { ok, parseMinor } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { postingById } from '@sendsale/store/read';
import { INVOICE_FEED } from '../../contract/index.ts';
import type { AcknowledgementOutcome, RowId } from '../../contract/index.ts';
import type { Arrival } from '../import-feed.ts';

export interface Answer {
  readonly rowId: RowId;
  readonly outcome: AcknowledgementOutcome;
  readonly internalId: string | null;
  readonly amount: string | null;
  readonly status: string | null;
  readonly code: string | null;
  readonly message: string | null;
  /** The name of the file the row was in. */
  readonly sourceFile: string | null;
}

/** Ends the row, and records the id an accepted one got. */
export async function takeAnswer(
  db: Database,
  answer: Answer,
  { via, at }: Arrival,
): Promise<Result<number, Problem>> {
  if (answer.rowId.feed === INVOICE_FEED) return takeInvoice(db, answer, { via, at });
  const { outcome, internalId: remoteId, code, message, sourceFile } = answer;
  // First the row: recording an id ends it too, without what an acceptance has to say and resolve.
  const settled = await settleRow(db, {
    ...answer.rowId,
    outcome,
    remoteId,
    code,
    message,
    sourceFile,
    via,
    at,
  });
  if (!settled.ok) return takeUnknownRow(db, answer, { via, at, refusal: settled.error });
  const changed = Number(settled.value.changed);
  if (outcome === 'REFUSED' || remoteId === null) return ok(changed);
  const recorded = await recordId(db, { ...answer.rowId, netsuiteId: remoteId, via, at });
  return recorded.ok ? ok(changed + recorded.value) : recorded;
}

/** What has its own id here, which NetSuite's answer may give or repeat. */
const RECORDS_WITH_ID: ReadonlySet<string> = new Set([
  'customer',
  'sales-order',
  'cash-sale',
  'pos-return',
]);

// After a restore the row may be forgotten while its record is read anew: then the id is all there is to take.
async function takeUnknownRow(
  db: Database,
  { rowId, outcome, internalId }: Answer,
  { refusal, via, at }: { readonly refusal: Problem; readonly via: string; readonly at: Date },
): Promise<Result<number, Problem>> {
  const { feed, subject } = rowId;
  if (outcome === 'REFUSED' || internalId === null || !RECORDS_WITH_ID.has(feed))
    return { ok: false, error: refusal };
  const recorded = await recordId(db, { feed, subject, netsuiteId: internalId, via, at });
  const isUnknown = !recorded.ok && recorded.error.code !== 'IDENTIFIER_CONFLICT';
  return isUnknown ? { ok: false, error: refusal } : recorded;
}

interface GivenId {
  readonly feed: string;
  readonly subject: string;
  readonly netsuiteId: string;
  readonly via: string;
  readonly at: Date;
}

/** Records the id NetSuite gave to the record of a row. @returns how much that changed */
export async function recordId(db: Database, given: GivenId): Promise<Result<number, Problem>> {
  const { feed, subject, netsuiteId, via, at } = given;
  switch (feed) {
    case 'customer':
      return isNew(await recordCustomerId(db, { customerId: subject, netsuiteId, via, at }));
    case 'sales-order':
    case 'cash-sale':
      return isNew(await recordPostingId(db, { postingId: subject, netsuiteId, via, at }));
    case 'pos-return':
      return isNew(await recordReturnId(db, { returnId: subject, netsuiteId, via, at }));
    case 'fulfillment': {
      const [shipmentId = ''] = subject.split('.');
      const ids = { shipmentId, netsuiteFulfillmentId: netsuiteId };
      return isNew(await recordNetsuiteFulfillment(db, { ...ids, via, at }));
    }
    default:
      // Deposits, refunds and adjustments keep their id in the ledger; updates have none of their own.
      return ok(0);
  }
}

function isNew(result: Result<{ readonly isNew: boolean }, Problem>): Result<number, Problem> {
  return result.ok ? ok(Number(result.value.isNew)) : result;
}

async function takeInvoice(
  db: Database,
  answer: Answer,
  { via, at }: Pick<Arrival, 'via' | 'at'>,
): Promise<Result<number, Problem>> {
  const postingId = answer.rowId.subject;
  const posting = await postingById(db, { postingId });
  if (posting === undefined) {
    return { ok: false, error: problem({ code: 'FEED_ROW_ORDER_UNKNOWN', subject: postingId }) };
  }
  const { orderId, currency } = posting;
  if (answer.outcome === 'REFUSED') {
    const message = `NetSuite did not invoice ${postingId}: ${answer.message ?? 'no reason given'}`;
    const detail = { code: answer.code, message: answer.message };
    const subject = `${INVOICE_FEED}/${postingId}`;
    return {
      ok: false,
      error: problem({ code: 'NETSUITE_ROW_REFUSED', subject, orderId, message, detail }),
    };
  }
  const amountMinor = parseMinor(answer.amount ?? '', currency);
  if (amountMinor === null || answer.internalId === null) {
    const message = 'An accepted invoice comes with its id and amount.';
    return {
      ok: false,
      error: problem({ code: 'FEED_ROW_MALFORMED', subject: postingId, orderId, message }),
    };
  }
  const status = answer.status ?? '';
  const invoice = { postingId, netsuiteId: answer.internalId, amountMinor, status };
  return isNew(await recordInvoice(db, { ...invoice, via, at }));
}
