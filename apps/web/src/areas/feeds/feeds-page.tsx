// Every feed of the contract: what it carries, its last file, and how its rows ended.

import type { FeedView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { OutcomeBadges } from './outcome.tsx';
import { FEEDS_TEXT } from './text.ts';

export function FeedsPage(): ReactNode {
  const t = useText(FEEDS_TEXT);
  const navigate = useNavigate();
  const query = useQuery({ queryKey: ['feeds', 'all'], queryFn: async () => api.feeds() });
  const columns = useColumns();
  return (
    <Page fits title={t('feeds')}>
      <Loaded query={query}>
        {(feeds) => (
          <Table
            label={t('feeds')}
            rows={feeds}
            columns={columns}
            keyOf={({ feed, direction }) => `${feed} ${direction}`}
            onOpen={({ feed }) => void navigate({ to: '/feeds/$feed', params: { feed } })}
          />
        )}
      </Loaded>
    </Page>
  );
}

function useColumns(): readonly Column<FeedView>[] {
  const t = useText(FEEDS_TEXT);
  return useMemo(
    () => [
      {
        id: 'feed',
        header: t('feed'),
        width: 'minmax(0, 1.2fr)',
        sortBy: ({ feed }) => feed,
        cell: ({ feed, direction }) => (
          <span className="row">
            <Badge plain>{t(direction)}</Badge>
            <span className="strong cut">{feed}</span>
          </span>
        ),
      },
      {
        id: 'carries',
        header: t('carries'),
        width: 'minmax(0, 1.8fr)',
        wideOnly: true,
        cell: ({ label }) => (
          <span className="soft cut" title={label}>
            {label}
          </span>
        ),
      },
      {
        id: 'files',
        header: t('files'),
        width: '76px',
        align: 'end',
        wideOnly: true,
        sortBy: ({ files }) => files,
        cell: ({ files }) => <span className="number">{files}</span>,
      },
      {
        id: 'last',
        header: t('lastFile'),
        width: '110px',
        sortBy: ({ lastFileAt }) => lastFileAt ?? '',
        cell: ({ lastFileAt }) => lastFileAt !== null && <When at={lastFileAt} />,
      },
      {
        id: 'waiting',
        header: t('waiting'),
        width: '84px',
        align: 'end',
        wideOnly: true,
        sortBy: ({ waitingFiles }) => waitingFiles,
        cell: ({ waitingFiles }) =>
          waitingFiles > 0 && <span className="number">{waitingFiles}</span>,
      },
      {
        id: 'outcome',
        header: t('outcome'),
        width: 'minmax(0, 1.6fr)',
        cell: ({ outcomes }) => <OutcomeBadges outcomes={outcomes} />,
      },
    ],
    [t],
  );
}
