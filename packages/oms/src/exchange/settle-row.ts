// The other side says what became of one record of a feed.

import { feedSteps, problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import {
  appendTimeline,
  lockLedger,
  resolveProblems,
  saveProblems,
  settleLedger,
} from '@sendsale/store/write';
import type { LockedLedgerRow } from '@sendsale/store/write';
import { rowOrderUnknown } from '../problems/refusals.ts';

export interface SettleRowOptions {
  readonly feed: string;
  readonly subject: string;
  /** Left out: the latest one. */
  readonly revision?: number;
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  /** The other side's id of the record. */
  readonly remoteId?: string | null;
  readonly code?: string | null;
  readonly message?: string | null;
  /** The name of the file the answer is about, where it says so. */
  readonly sourceFile?: string | null;
  /** The acknowledgement file or call. */
  readonly via: string;
  readonly at: Date;
}

/**
 * Ends a ledger row. ACCEPTED is final; a refusal may still become an acceptance. A refusal raises
 * NETSUITE_ROW_REFUSED (subject `<feed>/<subject>`), an acceptance resolves it. A refusal of an earlier attempt
 * says nothing about a row that is sent again. FEED_ROW_ORDER_UNKNOWN when there is no such row. `changed`
 * false: it had ended so before.
 */
export async function settleRow(
  db: Database,
  options: SettleRowOptions,
): Promise<Result<{ readonly orderId: string | null; readonly changed: boolean }, Problem>> {
  const { feed, subject, outcome } = options;
  return inTransaction(db, async (tx) => {
    const row = await lockLedger(tx, { feed, subject, revision: options.revision ?? null });
    if (row === null) return fail(rowOrderUnknown(`${feed}/${subject}`, options.via));
    const { orderId } = row;
    if (row.state === 'ACCEPTED' || row.state === outcome) return ok({ orderId, changed: false });
    if (outcome === 'REFUSED' && isOfEarlierAttempt(row, options)) {
      return ok({ orderId, changed: false });
    }
    const remoteId = options.remoteId ?? null;
    const code = options.code ?? null;
    const message = options.message ?? null;
    await settleLedger(tx, row.id, {
      outcome,
      remoteId,
      code,
      message,
      via: options.via,
      at: options.at,
    });
    await resolveOverdue(tx, options);
    if (outcome === 'REFUSED')
      await saveProblems(tx, [refusalProblem(options, orderId)], options.at);
    else await recordAcceptance(tx, options, orderId);
    return ok({ orderId, changed: true });
  });
}

function isOfEarlierAttempt(
  row: LockedLedgerRow,
  { sourceFile = null }: Pick<SettleRowOptions, 'sourceFile'>,
): boolean {
  if (row.state === 'DUE') return true;
  return sourceFile !== null && row.earlierFiles.includes(sourceFile);
}

async function resolveOverdue(tx: Database, options: SettleRowOptions): Promise<void> {
  const { feed, subject, via, at } = options;
  const subjects = [`${feed}/${subject}`];
  const resolution = `NetSuite answered (${via}).`;
  await resolveProblems(tx, { code: 'NETSUITE_ANSWER_OVERDUE', subjects, resolution, at });
}

function refusalProblem(options: SettleRowOptions, orderId: string | null): Problem {
  const { feed, subject, via } = options;
  const code = options.code ?? null;
  const text = options.message ?? 'NetSuite gave no reason.';
  return problem({
    code: 'NETSUITE_ROW_REFUSED',
    subject: `${feed}/${subject}`,
    orderId,
    message: code === null ? text : `${code}: ${text}`,
    detail: { feed, subject, code, text, via },
  });
}

async function recordAcceptance(
  tx: Database,
  options: SettleRowOptions,
  orderId: string | null,
): Promise<void> {
  const { feed, subject, via, at } = options;
  const step = feedSteps(feed).accepted;
  if (step !== null && orderId !== null) {
    const detail = { feed, subject, netsuiteId: options.remoteId ?? null };
    await appendTimeline(tx, [{ orderId, step, at, actor: 'NetSuite', via, detail }]);
  }
  const subjects = [`${feed}/${subject}`];
  const resolution = `NetSuite accepted the record (${via}).`;
  await resolveProblems(tx, { code: 'NETSUITE_ROW_REFUSED', subjects, resolution, at });
}
