// The record of another system behind a problem, for problems that have one.

import type { LockedProblem } from '@sendsale/store/write';

/** Feed and subject of the ledger row the problem is about. */
export function ledgerRecordOf({ code, detail }: Pick<LockedProblem, 'code' | 'detail'>): {
  readonly feed: string;
  readonly subject: string;
} | null {
  if (code !== 'NETSUITE_ROW_REFUSED' && code !== 'NETSUITE_ANSWER_OVERDUE') return null;
  const { feed, subject } = detail;
  return typeof feed === 'string' && typeof subject === 'string' ? { feed, subject } : null;
}

/** The stored incoming file the problem (or the row it is about) came in. */
export function fileOf({ detail }: Pick<LockedProblem, 'detail'>): number | null {
  const { fileId } = detail;
  return typeof fileId === 'number' ? fileId : null;
}
