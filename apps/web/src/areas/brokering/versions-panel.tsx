// Every version of the rules: who made it, why, what it changed. Going back is taking an old one as a draft.

import type { RulesVersionView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Differences } from '../../ui/differences.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { When } from '../../ui/when.tsx';
import { changesBetween } from './rules-document.ts';
import type { Rules } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';

interface PanelProps {
  readonly inForce: RulesVersionView;
  readonly onTake: (rules: Rules) => void;
}

export function VersionsPanel({ inForce, onTake }: PanelProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const [shown, setShown] = useState<number | null>(null);
  const query = useQuery({
    queryKey: ['brokering', 'versions'],
    queryFn: async () => api.brokeringVersions(),
  });
  return (
    <Loaded query={query}>
      {(versions) => (
        <Card flush>
          <ul className="lines">
            {versions.map(({ version, note, madeBy, madeAt }) => (
              <li key={version}>
                <button type="button" className="lines__line" onClick={() => setShown(version)}>
                  <span className="strong lines__name">{t('version', { number: version })}</span>
                  {version === inForce.version && <Badge tone="good">{t('inForce')}</Badge>}
                  <span className="lines__more cut">{version === 0 ? t('builtIn') : note}</span>
                  <span className="lines__end faint">
                    {madeBy} {madeAt !== null && <When at={madeAt} />}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {shown !== null && (
            <VersionDialog
              version={shown}
              inForce={inForce}
              onTake={onTake}
              onClose={() => setShown(null)}
            />
          )}
        </Card>
      )}
    </Loaded>
  );
}

interface VersionProps extends PanelProps {
  readonly version: number;
  readonly onClose: () => void;
}

function VersionDialog({ version, inForce, onTake, onClose }: VersionProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { may } = useSession();
  const query = useQuery({
    queryKey: ['brokering', 'version', version],
    queryFn: async () => api.brokeringVersion(version),
    staleTime: Infinity,
  });
  return (
    <Dialog open onClose={onClose} title={t('version', { number: version })} wide>
      <Loaded query={query}>
        {({ rules, note }) => {
          const changes = changesBetween(inForce.rules, rules);
          return (
            <>
              <p className="soft">{note}</p>
              {changes.length === 0 ? (
                <p>{t('sameAsInForce')}</p>
              ) : (
                <Differences
                  heads={[t('where'), t('inForce'), t('version', { number: version })]}
                  of={changes}
                />
              )}
              {changes.length > 0 && may('brokering.change') && (
                <div className="dialog__actions">
                  <Button variant="primary" onClick={() => onTake(rules)}>
                    {t('takeVersion')}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
