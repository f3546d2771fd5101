// One cause: what it means, what to do, how much hangs on it, and its records.

import type { CauseView, ProblemView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Card, Facts } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { ProblemDialog } from './problem-dialog.tsx';
import { Stake } from './cause-parts.tsx';
import { PROBLEMS_TEXT } from './text.ts';

export function CausePanel({ cause }: { readonly cause: CauseView }): ReactNode {
  const { problem } = useServerWords();
  const t = useText(PROBLEMS_TEXT);
  const [shown, setShown] = useState<ProblemView | null>(null);
  const query = useQuery({
    queryKey: ['problems', 'of-cause', cause.cause],
    queryFn: async () => api.problems({ cause: cause.cause, limit: 1000 }),
  });
  return (
    <>
      <div className="halves">
        <Card title={t('whatToDo')}>
          <div className="stack">
            <p className="strong">{problem(cause).whatToDo}</p>
            <p className="soft">{cause.meaning}</p>
          </div>
        </Card>
        <Card>
          <Facts
            of={[
              [t('orders'), String(cause.orders)],
              [t('atStake'), cause.money.length > 0 && <Stake key="money" money={cause.money} />],
              [t('since'), <When key="since" at={cause.firstSeenAt} />],
              [t('nextRetry'), nextRetry(cause, t(cause.treatment))],
              [t('assigned'), cause.assignedTo.join(', ') || t('nobody')],
            ]}
          />
        </Card>
      </div>
      <h2>{t('affected')}</h2>
      <Loaded query={query}>
        {(problems) => <ProblemTable problems={problems} onOpen={setShown} />}
      </Loaded>
      {shown !== null && <ProblemDialog id={shown.id} onClose={() => setShown(null)} />}
    </>
  );
}

function nextRetry({ nextRetryAt }: CauseView, otherwise: string): ReactNode {
  return nextRetryAt === null ? otherwise : <When at={nextRetryAt} />;
}

interface ProblemTableProps {
  readonly problems: readonly ProblemView[];
  readonly onOpen: (problem: ProblemView) => void;
}

function ProblemTable({ problems, onOpen }: ProblemTableProps): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const columns = useMemo(
    (): readonly Column<ProblemView>[] => [
      {
        id: 'order',
        header: t('order'),
        width: '110px',
        sortBy: ({ orderName }) => orderName ?? '',
        cell: ({ orderName, subject }) => <span className="strong">{orderName ?? subject}</span>,
      },
      {
        id: 'says',
        header: t('says'),
        width: 'minmax(0, 3fr)',
        cell: ({ message }) => (
          <span className="cut" title={message}>
            {message}
          </span>
        ),
      },
      {
        id: 'since',
        header: t('since'),
        width: '110px',
        sortBy: ({ firstSeenAt }) => firstSeenAt,
        cell: ({ firstSeenAt }) => <When at={firstSeenAt} />,
      },
      {
        id: 'retries',
        header: t('retries'),
        width: '90px',
        align: 'end',
        wideOnly: true,
        sortBy: ({ retries }) => retries,
        cell: ({ retries }) => <span className="number">{retries}</span>,
      },
      {
        id: 'assigned',
        header: t('assigned'),
        width: '120px',
        wideOnly: true,
        cell: ({ assignedTo }) => assignedTo ?? '',
      },
    ],
    [t],
  );
  return (
    <Table
      label={t('affected')}
      rows={problems}
      columns={columns}
      keyOf={({ id }) => String(id)}
      onOpen={onOpen}
    />
  );
}
