// What a person does about problems beside trying them again: assigns them, leaves a note, settles them by hand.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import {
  appendProblemEvents,
  assignProblems,
  lockProblems,
  newestRow,
  settleLedger,
  settleProblems,
} from '@sendsale/store/write';
import type { LockedProblem } from '@sendsale/store/write';
import { recordCustomerId } from '../customers/record-customer-id.ts';
import { recordPostingId } from '../orders/record-posting-id.ts';
import { ledgerRecordOf } from './problem-record.ts';

/** Some problems by their ids, or all of one cause. */
export interface ChosenProblems {
  readonly ids?: readonly number[];
  readonly cause?: string;
}

export interface ProblemActOptions {
  readonly chosen: ChosenProblems;
  readonly actor: string;
  readonly at: Date;
}

export const CHOSEN_MAX = 5_000;

/** Gives the open problems to somebody; null takes them back. @returns how many there were */
export async function assignProblem(
  db: Database,
  options: ProblemActOptions & { readonly to: string | null },
): Promise<number> {
  const { chosen, to, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const ids = await idsOf(tx, chosen);
    await assignProblems(tx, { ids, to });
    const text = to === null ? 'Assigned to nobody.' : `Assigned to ${to}.`;
    await appendProblemEvents(tx, { problemIds: ids, kind: 'ASSIGNED', actor, text, at });
    return ids.length;
  });
}

/** Leaves a note at the open problems. @returns how many there were */
export async function noteProblem(
  db: Database,
  options: ProblemActOptions & { readonly text: string },
): Promise<number> {
  const { chosen, text, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const ids = await idsOf(tx, chosen);
    await appendProblemEvents(tx, { problemIds: ids, kind: 'NOTED', actor, text, at });
    return ids.length;
  });
}

export interface SettleProblemOptions extends ProblemActOptions {
  readonly reason: string;
  /** The id of the record somebody made in NetSuite by hand; of one problem only. */
  readonly netsuiteId?: string;
}

/**
 * Ends the problems by hand. A record NetSuite refused (or never answered for) counts as done: its row ends
 * ACCEPTED with code BY_HAND and the reason, and it is not sent again. A cause that is still there raises its
 * problem anew. @returns how many there were
 */
export async function settleProblem(db: Database, options: SettleProblemOptions): Promise<number> {
  const { chosen, reason, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const problems = await lockProblems(tx, { ...chosen, limit: CHOSEN_MAX });
    const ids = problems.map((one) => one.id);
    await settleProblems(tx, { ids, resolution: reason, actor, at });
    await appendProblemEvents(tx, { problemIds: ids, kind: 'SETTLED', actor, text: reason, at });
    for (const one of problems) await settleRecord(tx, one, options);
    return ids.length;
  });
}

async function settleRecord(
  tx: Database,
  one: LockedProblem,
  { reason, netsuiteId, actor, at }: SettleProblemOptions,
): Promise<void> {
  const record = ledgerRecordOf(one);
  if (record === null) return;
  const row = await newestRow(tx, record);
  const remoteId = netsuiteId ?? null;
  const via = actor;
  if (row !== null) {
    const end = {
      outcome: 'ACCEPTED',
      remoteId,
      code: 'BY_HAND',
      message: reason,
      via,
      at,
    } as const;
    await settleLedger(tx, row.id, end);
  }
  if (netsuiteId === undefined) return;
  const { feed, subject } = record;
  // A conflict with an id that is known already is a problem of its own, raised by the use case.
  if (feed === 'customer') await recordCustomerId(tx, { customerId: subject, netsuiteId, via, at });
  if (feed === 'sales-order' || feed === 'cash-sale') {
    await recordPostingId(tx, { postingId: subject, netsuiteId, via, at });
  }
}

async function idsOf(tx: Database, chosen: ChosenProblems): Promise<number[]> {
  const problems = await lockProblems(tx, { ...chosen, limit: CHOSEN_MAX });
  return problems.map((one) => one.id);
}
