// The exchange as people and the ledger's upkeep see it: files, rows, and what is overdue or refused.

export {
  feedFile,
  feedFileContent,
  feedFiles,
  feedSummaries,
  problemsOfFile,
} from './feed-files.ts';
export type { FeedFileRow, FeedFilesOptions, FeedSummary } from './feed-files.ts';
export { hasAcknowledgements, overdueRows, refusedRows } from './overdue-rows.ts';
export type { OverdueOptions, OverdueRow, RefusedRow } from './overdue-rows.ts';
export { ledgerRows } from './ledger-rows.ts';
export type { LedgerRowsOptions, LedgerRowView } from './ledger-rows.ts';
