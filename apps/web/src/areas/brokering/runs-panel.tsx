// What ran: when, why, by which version, and what came of it; and running one now.

import type { BrokeringRunView, RulesVersionView } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Play, Waypoints } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { say } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { RunDialog } from './run-dialog.tsx';
import { BROKERING_TEXT } from './text.ts';

export function RunsPanel({ inForce }: { readonly inForce: RulesVersionView }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { may } = useSession();
  const [shown, setShown] = useState<BrokeringRunView | null>(null);
  const columns = useColumns();
  const query = useQuery({
    queryKey: ['brokering', 'runs'],
    queryFn: async () => api.brokeringRuns(),
  });
  return (
    <div className="stack stack--wide">
      {may('brokering.change') && (
        <div className="row row--wrap">
          {inForce.rules.runs
            .filter(({ active }) => active)
            .map(({ code, name }) => (
              <RunNow key={code} code={code} name={name} />
            ))}
        </div>
      )}
      <Loaded query={query}>
        {(runs) =>
          runs.length === 0 ? (
            <Empty icon={Waypoints} title={t('noRuns')} more={t('noRunsMore')} />
          ) : (
            <div className="window">
              <Table
                label={t('runs')}
                rows={runs}
                columns={columns}
                keyOf={({ id }) => String(id)}
                onOpen={setShown}
              />
            </div>
          )
        }
      </Loaded>
      {shown !== null && <RunDialog run={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

interface RunNowProps {
  readonly code: string;
  readonly name: string;
}

function RunNow({ code, name }: RunNowProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: async () => api.runBrokering(code),
    onSuccess: async ({ orders, allocated, left }) => {
      say({ tone: 'good', text: t('ran', { count: orders, allocated, left }) });
      await client.invalidateQueries({ queryKey: ['brokering'] });
      await client.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  return (
    <Button icon={Play} busy={run.isPending} onClick={() => run.mutate()}>
      {t('runNow', { name })}
    </Button>
  );
}

function useColumns(): readonly Column<BrokeringRunView>[] {
  const t = useText(BROKERING_TEXT);
  const { number } = useFormat();
  return useMemo(() => {
    const count = (
      id: 'orders' | 'allocatedItems' | 'queuedItems',
      header: string,
    ): Column<BrokeringRunView> => ({
      id,
      header,
      width: 'minmax(70px, 100px)',
      align: 'end',
      sortBy: (run) => run[id],
      cell: (run) => <span className="number">{number(run[id])}</span>,
    });
    return [
      {
        id: 'started',
        header: t('started'),
        width: 'minmax(110px, 150px)',
        cell: ({ startedAt }) => <When at={startedAt} />,
      },
      {
        id: 'run',
        header: t('run'),
        width: 'minmax(0, 1.4fr)',
        cell: ({ runCode }) => <span className="strong">{runCode}</span>,
      },
      {
        id: 'trigger',
        header: t('trigger'),
        width: 'minmax(0, 1fr)',
        wideOnly: true,
        cell: ({ trigger, actor }) => {
          if (trigger === 'SCHEDULE') return t('SCHEDULE');
          return actor === 'OMS' ? t('AT_ONCE') : actor;
        },
      },
      {
        id: 'version',
        header: t('versionOf'),
        width: '90px',
        wideOnly: true,
        cell: ({ rulesVersion }) => <span className="number">{rulesVersion}</span>,
      },
      count('orders', t('orders')),
      count('allocatedItems', t('allocated')),
      count('queuedItems', t('left')),
    ];
  }, [t, number]);
}
