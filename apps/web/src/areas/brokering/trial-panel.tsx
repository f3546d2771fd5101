// A dry run: what the draft would do with the real open orders (or would have done with past days), beside the rules in
// force. Nothing is changed by it.

import type { TrialView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BROKERING_TEXT } from './text.ts';
import { TrialCounts, TrialMeasures } from './trial-measures.tsx';
import { TrialOrders } from './trial-orders.tsx';
import type { Draft } from './use-draft.ts';

const TrialMap = lazy(async () => ({ default: (await import('./trial-map.tsx')).TrialMap }));

const SPANS = ['OPEN', '1', '7', '28'] as const;
type Span = (typeof SPANS)[number];

export function TrialPanel({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const [span, setSpan] = useState<Span>('OPEN');
  const days = span === 'OPEN' ? null : Number(span);
  const query = useQuery({
    queryKey: ['brokering', 'trial', span, draft.rules],
    queryFn: async () => api.tryBrokeringRules({ rules: draft.rules, days }),
  });
  const isDraft = draft.changes.length > 0;
  return (
    <div className="stack stack--wide">
      <div className="row row--wrap row--apart">
        <Select
          label={t('which')}
          value={span}
          options={SPANS.map((value) => ({
            value,
            label: value === 'OPEN' ? t('openNow') : t('lastDays', { count: Number(value) }),
          }))}
          onChange={setSpan}
        />
        <span className="soft">{isDraft ? t('triesDraft') : t('triesInForce')}</span>
      </div>
      <Loaded query={query} outline={<Skeleton lines={8} />}>
        {(trial) => <TrialResult trial={trial} draft={draft} />}
      </Loaded>
    </div>
  );
}

interface ResultProps {
  readonly trial: TrialView;
  readonly draft: Draft;
}

function TrialResult({ trial, draft }: ResultProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const isDraft = draft.changes.length > 0;
  if (trial.current.orders === 0) {
    return <Empty icon={FlaskConical} title={t('nothingWaits')} more={t('nothingWaitsMore')} />;
  }
  return (
    <>
      <div className="notice">
        <span className="strong">
          {isDraft ? t('changedOrders', { count: trial.changedOrders }) : t('noDraft')}
        </span>
        <span>{t('nothingChanged')}</span>
      </div>
      <div className="trial">
        <Card title={t('besideToday')} flush>
          <TrialMeasures trial={trial} />
        </Card>
        <Card title={t('map')} flush>
          <Suspense fallback={<div style={{ aspectRatio: '640 / 380' }} />}>
            <TrialMap trial={trial} />
          </Suspense>
        </Card>
        <TrialCounts trial={trial} documents={[draft.base.rules, draft.rules]} />
      </div>
      <TrialOrders trial={trial} />
    </>
  );
}
