// A run in one line: its name, when it comes, how it walks the rules.

import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Run } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';

export function RunHead({ run }: { readonly run: Run }): ReactNode {
  const t = useText(BROKERING_TEXT);
  return (
    <span className="row row--wrap">
      {run.name}
      {!run.active && <Badge>{t('off')}</Badge>}
      <span className="faint small">
        {run.cron === null ? t('atOnce') : `${run.cron} · ${run.timeZone}`}
        {run.optimize === null ? '' : ` · ${t('plannedTogether')}`}
      </span>
    </span>
  );
}
