// How a run ended, and how long it took.

import type { JobRunView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { JOBS_TEXT } from './text.ts';

interface RunProps {
  readonly run: JobRunView | null;
}

export function RunBadge({ run }: RunProps): ReactNode {
  const t = useText(JOBS_TEXT);
  if (run === null) return <span className="faint">{t('NEVER')}</span>;
  if (run.outcome === null) return <Badge tone="info">{t('RUNNING')}</Badge>;
  const isGood = run.outcome === 'DONE';
  return <Badge tone={isGood ? 'good' : 'bad'}>{t(isGood ? 'DONE' : 'FAILED')}</Badge>;
}

export function Took({ run }: RunProps): ReactNode {
  if (run === null || run.finishedAt === null) return null;
  const ms = Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  return <span className="number">{ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`}</span>;
}
