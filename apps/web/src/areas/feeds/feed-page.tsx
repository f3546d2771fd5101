// The files of one feed, the newest first.

import type { FeedFileView } from '@sendsale/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorScreen } from '../../ui/error-screen.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { FileDialog } from './file-dialog.tsx';
import { OutcomeBadges, StateBadge } from './outcome.tsx';
import { FEEDS_TEXT } from './text.ts';

const PAGE_ROWS = 100;

export function FeedPage(): ReactNode {
  const t = useText(FEEDS_TEXT);
  const navigate = useNavigate();
  const { feed } = useParams({ from: '/feeds/$feed' });
  const [shown, setShown] = useState<number | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['feeds', 'files', feed],
    queryFn: async ({ pageParam }) =>
      api.feedFiles({
        feed,
        limit: PAGE_ROWS,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE_ROWS ? null : (page.at(-1)?.id ?? null)),
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const files = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  const columns = useColumns();
  return (
    <Page fits title={feed}>
      <div className="row">
        <Button variant="ghost" icon={ArrowLeft} onClick={() => void navigate({ to: '/feeds' })}>
          {t('allFeeds')}
        </Button>
      </div>
      {query.isError && <ErrorScreen error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {query.isSuccess && files.length === 0 && (
        <Empty title={t('noFiles')} more={t('noFilesMore')} />
      )}
      {files.length > 0 && (
        <Table
          label={t('files')}
          rows={files}
          columns={columns}
          keyOf={({ id }) => String(id)}
          onOpen={({ id }) => setShown(id)}
          onEnd={onEnd}
          isLoadingMore={isFetchingNextPage}
        />
      )}
      {shown !== null && <FileDialog id={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}

function useColumns(): readonly Column<FeedFileView>[] {
  const t = useText(FEEDS_TEXT);
  const { number } = useFormat();
  return useMemo(
    () => [
      {
        id: 'file',
        header: t('file'),
        width: 'minmax(0, 2fr)',
        cell: ({ name }) => (
          <code className="cut" title={name}>
            {name}
          </code>
        ),
      },
      {
        id: 'state',
        header: t('state'),
        width: '120px',
        cell: ({ state }) => <StateBadge state={state} />,
      },
      {
        id: 'made',
        header: t('made'),
        width: '110px',
        cell: ({ createdAt }) => <When at={createdAt} />,
      },
      {
        id: 'rows',
        header: t('rows'),
        width: '72px',
        align: 'end',
        wideOnly: true,
        cell: ({ rowCount }) => <span className="number">{number(rowCount)}</span>,
      },
      {
        id: 'outcome',
        header: t('outcome'),
        width: 'minmax(0, 1.6fr)',
        wideOnly: true,
        cell: ({ outcomes }) => <OutcomeBadges outcomes={outcomes} />,
      },
      {
        id: 'problems',
        header: t('problems'),
        width: '92px',
        align: 'end',
        cell: ({ openProblems }) => openProblems > 0 && <Badge tone="bad">{openProblems}</Badge>,
      },
    ],
    [t, number],
  );
}
