// The inbox: every open problem under its cause, the heaviest first; one cause opened shows its records.

import type { CauseView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { Stake, Weight } from './cause-parts.tsx';
import { PROBLEMS_TEXT } from './text.ts';

// One cause is opened from the list: what it needs comes then.
const ActButtons = lazy(async () => ({
  default: (await import('./act-buttons.tsx')).ActButtons,
}));
const CausePanel = lazy(async () => ({
  default: (await import('./cause-panel.tsx')).CausePanel,
}));

export function ProblemsPage(): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const navigate = useNavigate();
  const words = useServerWords();
  const { cause: chosen } = useSearch({ from: '/problems' });
  const query = useQuery({
    queryKey: ['problems', 'causes'],
    queryFn: async () => api.problemCauses(),
  });
  const cause = query.data?.find((one) => one.cause === chosen);
  if (chosen !== undefined && cause !== undefined) {
    return (
      <Page
        title={words.problem(cause).title}
        beside={<Weight of={cause} />}
        actions={
          <Suspense>
            <ActButtons chosen={{ cause: cause.cause }} count={cause.problems} />
          </Suspense>
        }
      >
        <BackButton />
        <Suspense>
          <CausePanel cause={cause} />
        </Suspense>
      </Page>
    );
  }
  return (
    <Page fits title={t('problems')}>
      {chosen !== undefined && query.isSuccess && (
        <>
          <BackButton />
          <Empty icon={CircleCheck} title={t('causeGone')} more={t('causeGoneMore')} />
        </>
      )}
      {chosen === undefined && (
        <Loaded query={query}>
          {(causes) =>
            causes.length === 0 ? (
              <Empty icon={CircleCheck} title={t('none')} more={t('noneMore')} />
            ) : (
              <CauseTable
                causes={causes}
                onOpen={({ cause }) => void navigate({ to: '/problems', search: { cause } })}
              />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

function BackButton(): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const navigate = useNavigate();
  return (
    <div className="row">
      <Button
        variant="ghost"
        icon={ArrowLeft}
        onClick={() => void navigate({ to: '/problems', search: {} })}
      >
        {t('allCauses')}
      </Button>
    </div>
  );
}

interface CauseTableProps {
  readonly causes: readonly CauseView[];
  readonly onOpen: (cause: CauseView) => void;
}

function CauseTable({ causes, onOpen }: CauseTableProps): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const columns = useColumns();
  return (
    <Table
      label={t('causes')}
      rows={causes}
      columns={columns}
      keyOf={({ cause }) => cause}
      onOpen={onOpen}
    />
  );
}

function useColumns(): readonly Column<CauseView>[] {
  const t = useText(PROBLEMS_TEXT);
  const { problem } = useServerWords();
  return useMemo(
    () => [
      {
        id: 'weight',
        header: t('weight'),
        width: '150px',
        sortBy: ({ severity }) => ['HIGH', 'MEDIUM', 'LOW'].indexOf(severity),
        cell: (cause) => <Weight of={cause} />,
      },
      {
        id: 'cause',
        header: t('cause'),
        width: 'minmax(0, 2.6fr)',
        cell: (cause) => (
          <span className="cut" title={cause.message}>
            <span className="strong">{problem(cause).title}</span>{' '}
            <span className="soft">{cause.message}</span>
          </span>
        ),
      },
      {
        id: 'orders',
        header: t('orders'),
        width: '84px',
        align: 'end',
        sortBy: ({ orders }) => orders,
        cell: ({ orders }) => <span className="number">{orders}</span>,
      },
      {
        id: 'money',
        header: t('atStake'),
        width: '130px',
        align: 'end',
        wideOnly: true,
        cell: ({ money }) => <Stake money={money} />,
      },
      {
        id: 'since',
        header: t('since'),
        width: '110px',
        wideOnly: true,
        sortBy: ({ firstSeenAt }) => firstSeenAt,
        cell: ({ firstSeenAt }) => <When at={firstSeenAt} />,
      },
      {
        id: 'retry',
        header: t('nextRetry'),
        width: '120px',
        wideOnly: true,
        cell: ({ nextRetryAt }) => nextRetryAt !== null && <When at={nextRetryAt} />,
      },
      {
        id: 'assigned',
        header: t('assigned'),
        width: '120px',
        wideOnly: true,
        cell: ({ assignedTo }) => assignedTo.join(', '),
      },
    ],
    [t, problem],
  );
}
