// Brokering on one page: the rules and the draft one makes of them, a dry run of the draft, what ran, and the versions.

import type { RulesVersionView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BROKERING_TABS } from './tabs.ts';
import { BROKERING_TEXT } from './text.ts';
import { useDraft } from './use-draft.ts';
import type { Draft } from './use-draft.ts';
import './brokering.css';

// Each tab brings its own: one of them is open.
const RulesEditor = lazy(async () => ({
  default: (await import('./rules-editor.tsx')).RulesEditor,
}));
const RunsPanel = lazy(async () => ({ default: (await import('./runs-panel.tsx')).RunsPanel }));
const TrialPanel = lazy(async () => ({ default: (await import('./trial-panel.tsx')).TrialPanel }));
const VersionsPanel = lazy(async () => ({
  default: (await import('./versions-panel.tsx')).VersionsPanel,
}));
const DraftBar = lazy(async () => ({ default: (await import('./draft-bar.tsx')).DraftBar }));

export function BrokeringPage(): ReactNode {
  const t = useText(BROKERING_TEXT);
  const query = useQuery({
    queryKey: ['brokering', 'rules'],
    queryFn: async () => api.brokeringRules(),
  });
  return (
    <Loaded query={query} outline={<Page title={t('brokering')}>{null}</Page>}>
      {(inForce) => <BrokeringBody inForce={inForce} />}
    </Loaded>
  );
}

function BrokeringBody({ inForce }: { readonly inForce: RulesVersionView }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { may } = useSession();
  const { tab = 'rules' } = useSearch({ from: '/brokering' });
  const navigate = useNavigate();
  const draft = useDraft(inForce);
  const open = (id: string): void => {
    const next = BROKERING_TABS.find((one) => one === id);
    if (next !== undefined) void navigate({ to: '/brokering', search: { tab: next } });
  };
  return (
    <Page
      title={t('brokering')}
      beside={
        <Badge>
          {inForce.version === 0 ? t('builtIn') : t('version', { number: inForce.version })}
        </Badge>
      }
      {...(may('brokering.change') && draft.changes.length > 0
        ? {
            actions: (
              <Suspense>
                <DraftBar draft={draft} inForce={inForce} onTry={() => open('trial')} />
              </Suspense>
            ),
          }
        : {})}
    >
      <Suspense fallback={<Skeleton />}>
        <Tabs
          label={t('brokering')}
          value={tab}
          onChange={open}
          tabs={[
            { id: 'rules', label: t('rules'), body: <RulesPanel draft={draft} /> },
            { id: 'trial', label: t('trial'), body: <TrialPanel draft={draft} /> },
            { id: 'runs', label: t('runs'), body: <RunsPanel inForce={inForce} /> },
            {
              id: 'versions',
              label: t('versions'),
              body: (
                <VersionsPanel
                  inForce={inForce}
                  onTake={(rules) => {
                    draft.set(rules);
                    open('rules');
                  }}
                />
              ),
            },
          ]}
        />
      </Suspense>
    </Page>
  );
}

function RulesPanel({ draft }: { readonly draft: Draft }): ReactNode {
  const { may } = useSession();
  const catalogue = useQuery({
    queryKey: ['brokering', 'catalogue'],
    queryFn: async () => api.brokeringCatalogue(),
    staleTime: Infinity,
  });
  return (
    <Loaded query={catalogue}>
      {(known) => (
        <RulesEditor
          rules={draft.rules}
          catalogue={known}
          onChange={may('brokering.change') ? draft.set : null}
        />
      )}
    </Loaded>
  );
}
