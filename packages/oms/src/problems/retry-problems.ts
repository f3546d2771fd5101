// Tries again what failed: by order of a person, and by itself where time heals the cause.

import { nextRetryAt, RETRIED_CODES, RETRIES_MAX, treatmentOf } from '@sendsale/domain';
import type { JsonObject, ProblemCode } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Random } from '@sendsale/std';
import { problemsToPlan, problemsToRetry, shopifyOrdersOf } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import {
  appendProblemEvents,
  askForOrders,
  lockProblems,
  newestRow,
  planRetries,
  reopenFile,
} from '@sendsale/store/write';
import type { LockedProblem } from '@sendsale/store/write';
import { sendRowsAgain } from '../exchange/send-again.ts';
import { fileOf, ledgerRecordOf } from './problem-record.ts';
import { CHOSEN_MAX } from './problem-work.ts';
import type { ProblemActOptions } from './problem-work.ts';

export interface Retried {
  readonly problems: number;
  /** What was tried: the caller wakes the jobs that do it. */
  readonly codes: readonly ProblemCode[];
  /** Feeds with rows to be written again. */
  readonly feeds: readonly string[];
}

/** Tries the chosen problems again now, whatever their cause. */
export async function retryProblems(db: Database, options: ProblemActOptions): Promise<Retried> {
  const { chosen, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const problems = await lockProblems(tx, { ...chosen, limit: CHOSEN_MAX });
    const feeds = await setInMotion(tx, problems, { actor, at });
    const problemIds = problems.map((one) => one.id);
    const text = 'Tried again.';
    await appendProblemEvents(tx, { problemIds, kind: 'RETRIED', actor, text, at });
    await planRetries(
      tx,
      problemIds.map((id) => ({ id, nextRetryAt: null, retriedAt: at })),
    );
    return { problems: problems.length, codes: codesOf(problems), feeds };
  });
}

const RETRIED_AT_ONCE = 500;

/**
 * Plans the retries of problems that time heals, and tries those whose time has come. Records that were
 * refused are sent RETRIES_MAX times at most; connections are tried until they are back.
 */
export async function retryDueProblems(
  db: Database,
  options: { readonly random: Random; readonly at: Date },
): Promise<Retried & { readonly planned: number }> {
  const { random, at } = options;
  return inTransaction(db, async (tx) => {
    const unplanned = await problemsToPlan(tx, {
      codes: RETRIED_CODES,
      limit: RETRIED_AT_ONCE,
    });
    const passing = unplanned.filter(isPassing).filter((one) => !isGivenUp(one));
    const ids = await problemsToRetry(tx, { at, limit: RETRIED_AT_ONCE });
    const due = await lockProblems(tx, { ids, limit: RETRIED_AT_ONCE });
    // A record without an answer is asked after, not sent: asking decides whether it is sent.
    const toMove = due.filter((one) => one.code !== 'NETSUITE_ANSWER_OVERDUE');
    const feeds = await setInMotion(tx, toMove, { actor: 'OMS', at });
    await planRetries(tx, [
      ...passing.map(({ id, retries }) => ({
        id,
        nextRetryAt: nextRetryAt({ retries, at, random }),
        retriedAt: null,
      })),
      ...due.map((one) => {
        const retries = one.retries + 1;
        const next = isGivenUp({ ...one, retries }) ? null : nextRetryAt({ retries, at, random });
        return { id: one.id, nextRetryAt: next, retriedAt: at };
      }),
    ]);
    return { problems: due.length, planned: passing.length, codes: codesOf(due), feeds };
  });
}

function isPassing(one: Pick<LockedProblem, 'code' | 'detail'>): boolean {
  // The column holds what was written as JSON.
  return treatmentOf(one.code, one.detail as JsonObject) === 'RETRY';
}

function isGivenUp({ code, retries }: Pick<LockedProblem, 'code' | 'retries'>): boolean {
  return code === 'NETSUITE_ROW_REFUSED' && retries >= RETRIES_MAX;
}

function codesOf(problems: readonly LockedProblem[]): ProblemCode[] {
  return [...new Set(problems.map((one) => one.code))];
}

/** Problems of orders that go away when the order is read again. */
const READ_AGAIN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'TOTAL_MISMATCH',
  'SHOP_UNKNOWN',
  'SHOPIFY_ORDER_UNREADABLE',
  'SELLING_FACILITY_UNKNOWN',
  'CUSTOMER_MISSING',
  'ADDRESS_MISSING',
  'PRODUCT_UNKNOWN',
  'FULFILLED_OUTSIDE',
  'SHOPIFY_FIGURES_DISAGREE',
]);

/** @returns the feeds that have rows to write again */
async function setInMotion(
  tx: Database,
  problems: readonly LockedProblem[],
  by: { readonly actor: string; readonly at: Date },
): Promise<string[]> {
  const ledgerIds: number[] = [];
  for (const one of problems) {
    const record = ledgerRecordOf(one);
    const row = record === null ? null : await newestRow(tx, record);
    if (row !== null) ledgerIds.push(row.id);
    const fileId = fileOf(one);
    if (fileId !== null) await reopenFile(tx, fileId);
  }
  const reason = 'Its problem was tried again.';
  const { feeds } = await sendRowsAgain(tx, { ledgerIds, reason, ...by });
  const subjects = problems.filter((one) => READ_AGAIN.has(one.code));
  for (const { shopId, shopifyIds } of await shopifyOrdersOf(tx, subjects)) {
    await askForOrders(tx, { shopId, shopifyIds, reason: `tried again by ${by.actor}`, at: by.at });
  }
  return [...feeds];
}
