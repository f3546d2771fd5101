// Every job with its schedule, its next and last run; one opened shows its latest runs and what one can do.

import type { JobView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { JobDialog } from './job-dialog.tsx';
import { RunBadge, Took } from './run-parts.tsx';
import { JOBS_TEXT } from './text.ts';

export function JobsPage(): ReactNode {
  const t = useText(JOBS_TEXT);
  const [shown, setShown] = useState<string | null>(null);
  const query = useQuery({ queryKey: ['jobs', 'all'], queryFn: async () => api.jobs() });
  const columns = useColumns();
  const job = query.data?.find(({ name }) => name === shown);
  return (
    <Page fits title={t('jobs')}>
      <Loaded query={query}>
        {(jobs) => (
          <Table
            label={t('jobs')}
            rows={jobs}
            columns={columns}
            keyOf={({ name }) => name}
            onOpen={({ name }) => setShown(name)}
          />
        )}
      </Loaded>
      {job !== undefined && <JobDialog job={job} onClose={() => setShown(null)} />}
    </Page>
  );
}

function useColumns(): readonly Column<JobView>[] {
  const t = useText(JOBS_TEXT);
  return useMemo(
    () => [
      {
        id: 'job',
        header: t('job'),
        width: 'minmax(0, 2.4fr)',
        sortBy: ({ name }) => name,
        cell: ({ name, label }) => (
          <span className="cut" title={label}>
            <span className="strong">{name}</span> <span className="soft">{label}</span>
          </span>
        ),
      },
      {
        id: 'schedule',
        header: t('schedule'),
        width: '160px',
        wideOnly: true,
        cell: ({ schedule, paused }) =>
          paused ? (
            <Badge tone="warn">{t('paused')}</Badge>
          ) : schedule === null ? (
            <span className="faint cut">{t('onDemand')}</span>
          ) : (
            <code>{schedule}</code>
          ),
      },
      {
        id: 'next',
        header: t('next'),
        width: '120px',
        wideOnly: true,
        sortBy: ({ nextRunAt }) => nextRunAt ?? '~',
        cell: ({ nextRunAt }) => nextRunAt !== null && <When at={nextRunAt} />,
      },
      {
        id: 'last',
        header: t('last'),
        width: '120px',
        sortBy: ({ lastRun }) => lastRun?.startedAt ?? '',
        cell: ({ lastRun }) => lastRun !== null && <When at={lastRun.startedAt} />,
      },
      {
        id: 'took',
        header: t('took'),
        width: '84px',
        align: 'end',
        wideOnly: true,
        cell: ({ lastRun }) => <Took run={lastRun} />,
      },
      {
        id: 'outcome',
        header: t('outcome'),
        width: '140px',
        sortBy: ({ lastRun }) => lastRun?.outcome ?? '',
        cell: ({ lastRun }) => <RunBadge run={lastRun} />,
      },
    ],
    [t],
  );
}
