// Every change: who, what, before and after; the newest first, older ones as one scrolls.

import type { AuditEntryView } from '@sendsale/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Code } from '../../ui/code.tsx';
import { Facts } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorScreen } from '../../ui/error-screen.tsx';
import { SearchInput } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { UI_TEXT } from '../../ui/text.ts';
import { When } from '../../ui/when.tsx';
import { ACCESS_TEXT } from './text.ts';

const PAGE_ROWS = 100;

export function AuditPage(): ReactNode {
  const t = useText(ACCESS_TEXT);
  const ui = useText(UI_TEXT);
  const navigate = useNavigate();
  const { subject } = useSearch({ from: '/audit' });
  const [shown, setShown] = useState<AuditEntryView | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['audit', 'entries', subject ?? ''],
    queryFn: async ({ pageParam }) =>
      api.audit({
        limit: PAGE_ROWS,
        ...(subject === undefined ? {} : { subject }),
        ...(pageParam === null ? {} : { beforeId: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const entries = useMemo(
    () => query.data?.pages.flatMap((page) => page.entries) ?? [],
    [query.data],
  );
  const columns = useColumns();
  return (
    <Page fits title={t('audit')}>
      <div className="row">
        <SearchInput
          label={t('filterSubject')}
          defaultValue={subject ?? ''}
          onChange={(event) => {
            const text = event.target.value.trim();
            void navigate({
              to: '/audit',
              search: text === '' ? {} : { subject: text },
              replace: true,
            });
          }}
        />
      </div>
      {query.isError && <ErrorScreen error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {query.isSuccess && entries.length === 0 && (
        <Empty icon={ScrollText} title={t('noEntries')} more={t('noEntriesMore')} />
      )}
      {entries.length > 0 && (
        <Table
          label={t('audit')}
          rows={entries}
          columns={columns}
          keyOf={({ id }) => String(id)}
          onOpen={setShown}
          onEnd={onEnd}
          isLoadingMore={isFetchingNextPage}
          {...(hasNextPage ? {} : { foot: ui('allShown', { count: entries.length }) })}
        />
      )}
      {shown !== null && <EntryDialog entry={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}

function useColumns(): readonly Column<AuditEntryView>[] {
  const t = useText(ACCESS_TEXT);
  return useMemo(
    () => [
      {
        id: 'when',
        header: t('when'),
        width: '120px',
        cell: ({ at }) => <When at={at} />,
      },
      {
        id: 'who',
        header: t('who'),
        width: 'minmax(0, 1fr)',
        cell: ({ actor }) => <span className="strong">{actor}</span>,
      },
      {
        id: 'what',
        header: t('what'),
        width: 'minmax(0, 1fr)',
        wideOnly: true,
        cell: ({ action }) => <code>{action}</code>,
      },
      {
        id: 'record',
        header: t('record'),
        width: 'minmax(0, 1fr)',
        cell: ({ subject }) => subject,
      },
      {
        id: 'change',
        header: t('change'),
        width: 'minmax(0, 2.4fr)',
        wideOnly: true,
        cell: (entry) => <span className="soft">{changeWords(entry)}</span>,
      },
    ],
    [t],
  );
}

/** `status: CREATED → APPROVED`, part by part. */
function changeWords({ before, after }: AuditEntryView): string {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => {
      const [old, next] = [short(before?.[name]), short(after?.[name])];
      return before === null ? `${name}: ${next}` : `${name}: ${old} → ${next}`;
    })
    .join(' · ');
}

function short(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface EntryProps {
  readonly entry: AuditEntryView;
  readonly onClose: () => void;
}

function EntryDialog({ entry, onClose }: EntryProps): ReactNode {
  const t = useText(ACCESS_TEXT);
  const { at, actor, via, action, subject, before, after } = entry;
  return (
    <Dialog open onClose={onClose} title={subject} wide>
      <Facts
        of={[
          [t('who'), actor],
          [t('what'), action],
          [t('via'), via],
          [t('when'), <When key="when" at={at} as="dateTime" />],
        ]}
      />
      <div className="halves">
        <div className="stack">
          <h3>{t('before')}</h3>
          <Code
            label={t('before')}
            text={before === null ? t('nothing') : JSON.stringify(before)}
          />
        </div>
        <div className="stack">
          <h3>{t('after')}</h3>
          <Code label={t('after')} text={after === null ? t('nothing') : JSON.stringify(after)} />
        </div>
      </div>
    </Dialog>
  );
}
