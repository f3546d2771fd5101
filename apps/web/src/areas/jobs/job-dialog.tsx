// One job: run, pause or resume it, and its latest runs with how long they took.

import type { JobView } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { say } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { RunBadge, Took } from './run-parts.tsx';
import { JOBS_TEXT } from './text.ts';

interface JobDialogProps {
  readonly job: JobView;
  readonly onClose: () => void;
}

export function JobDialog({ job, onClose }: JobDialogProps): ReactNode {
  const t = useText(JOBS_TEXT);
  const query = useQuery({
    queryKey: ['jobs', 'runs', job.name],
    queryFn: async () => api.jobRuns(job.name),
  });
  return (
    <Dialog open onClose={onClose} title={job.name} description={job.label} wide>
      <JobActions job={job} />
      <h3>{t('history')}</h3>
      <Loaded query={query}>
        {(runs) => (
          <table className="compare">
            <thead>
              <tr>
                <th>{t('begun')}</th>
                <th>{t('took')}</th>
                <th>{t('outcome')}</th>
                <th>{t('records')}</th>
                <th>{t('note')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.startedAt}>
                  <td>
                    <When at={run.startedAt} as="dateTime" />
                  </td>
                  <td>
                    <Took run={run} />
                  </td>
                  <td>
                    <RunBadge run={run} />
                  </td>
                  <td className="number">{run.done}</td>
                  <td>{run.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Dialog>
  );
}

function JobActions({ job: { name, paused } }: { readonly job: JobView }): ReactNode {
  const t = useText(JOBS_TEXT);
  const { may } = useSession();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async (verb: 'started' | 'pausedNow' | 'resumedNow') => {
      const calls = { started: api.runJob, pausedNow: api.pauseJob, resumedNow: api.resumeJob };
      await calls[verb](name);
      return verb;
    },
    onSuccess: async (verb) => {
      say({ tone: 'good', text: t(verb, { name }) });
      await client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  if (!may('jobs.change')) return null;
  return (
    <div className="row">
      <Button
        variant="primary"
        icon={RotateCw}
        busy={act.isPending}
        onClick={() => act.mutate('started')}
      >
        {t('run')}
      </Button>
      {paused ? (
        <Button icon={Play} onClick={() => act.mutate('resumedNow')}>
          {t('resume')}
        </Button>
      ) : (
        <Button icon={Pause} onClick={() => act.mutate('pausedNow')}>
          {t('pause')}
        </Button>
      )}
    </div>
  );
}
