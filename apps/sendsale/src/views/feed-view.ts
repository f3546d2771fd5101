// Feeds, files and ledger rows as the API shows them.

import type { FeedFileView, FeedView, LedgerRowView } from '@sendsale/api';
import { EXPORT_FEEDS, IMPORT_FEEDS } from '@sendsale/netsuite';
import type { FeedFileRow, FeedSummary, LedgerRowView as LedgerRow } from '@sendsale/store/read';

/** Every feed of the catalogues, those without files included, and whatever else keeps a ledger. */
export function feedViews(summaries: readonly FeedSummary[]): FeedView[] {
  const listed = [
    ...EXPORT_FEEDS.map((feed) => ({ ...feed, direction: 'OUT' as const })),
    ...IMPORT_FEEDS.map((feed) => ({ ...feed, direction: 'IN' as const })),
  ];
  const known = new Set(listed.map(({ name, direction }) => `${direction} ${name}`));
  const others = summaries.filter(({ feed, direction }) => !known.has(`${direction} ${feed}`));
  return [
    ...listed.map(({ name, label, directory, direction }) => {
      const summary = summaries.find((one) => one.feed === name && one.direction === direction);
      return feedView({ feed: name, label, directory, direction }, summary);
    }),
    ...others.map((one) => {
      const { feed, direction } = one;
      return feedView({ feed, label: feed, directory: null, direction }, one);
    }),
  ];
}

function feedView(
  feed: Pick<FeedView, 'feed' | 'label' | 'directory' | 'direction'>,
  summary: FeedSummary | undefined,
): FeedView {
  return {
    ...feed,
    files: summary?.files ?? 0,
    lastFileAt: summary?.lastFileAt.toISOString() ?? null,
    waitingFiles: summary?.waitingFiles ?? 0,
    outcomes: { ...summary?.outcomes },
  };
}

export function feedFileView(file: FeedFileRow): FeedFileView {
  const { createdAt, settledAt, purgedAt, outcomes, ...rest } = file;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    purgedAt: purgedAt?.toISOString() ?? null,
    outcomes: { ...outcomes },
  };
}

export function ledgerRowView(row: LedgerRow): LedgerRowView {
  const { writtenAt, handedOverAt, askedAt, settledAt, history, ...rest } = row;
  return {
    ...rest,
    writtenAt: writtenAt.toISOString(),
    handedOverAt: handedOverAt?.toISOString() ?? null,
    askedAt: askedAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
    history: history.map((attempt) => ({ ...attempt })),
  };
}
