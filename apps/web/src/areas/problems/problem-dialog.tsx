// One problem: what happened to which record, its facts, and what was done about it.

import type { ProblemDetailView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/card.tsx';
import { Code } from '../../ui/code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { When } from '../../ui/when.tsx';
import { ActButtons } from './act-buttons.tsx';
import { PROBLEMS_TEXT } from './text.ts';

interface ProblemDialogProps {
  readonly id: number;
  readonly onClose: () => void;
}

export function ProblemDialog({ id, onClose }: ProblemDialogProps): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const query = useQuery({
    queryKey: ['problems', 'one', id],
    queryFn: async () => api.showProblem(id),
  });
  return (
    <Dialog open onClose={onClose} title={query.data?.title ?? t('problems')} wide>
      <Loaded query={query}>{(problem) => <Body problem={problem} />}</Loaded>
    </Dialog>
  );
}

function Body({ problem }: { readonly problem: ProblemDetailView }): ReactNode {
  const t = useText(PROBLEMS_TEXT);
  const navigate = useNavigate();
  const { orderName, orderId } = problem;
  return (
    <div className="stack stack--wide">
      <p className="strong">{problem.message}</p>
      <p className="soft">{problem.whatToDo}</p>
      <Facts
        of={[
          [t('record'), problem.subject],
          [t('order'), orderName],
          [t('first'), <When key="first" at={problem.firstSeenAt} as="dateTime" />],
          [t('times'), String(problem.occurrences)],
          [t('assigned'), problem.assignedTo],
        ]}
      />
      {Object.keys(problem.detail).length > 0 && (
        <Code label={t('details')} text={JSON.stringify(problem.detail)} />
      )}
      {problem.events.length > 0 && (
        <>
          <h3>{t('history')}</h3>
          <Timeline
            entries={problem.events.map(({ at, actor, kind, text }, index) => ({
              key: String(index),
              tone: kind === 'SETTLED' ? 'good' : 'info',
              title: `${t(kind)} · ${actor}`,
              when: <When at={at} />,
              more: text,
            }))}
          />
        </>
      )}
      <div className="dialog__actions">
        {orderId !== null && (
          <Button
            icon={ExternalLink}
            onClick={() => void navigate({ to: '/orders/$name', params: { name: orderId } })}
          >
            {t('openOrder')}
          </Button>
        )}
        {problem.resolvedAt === null && <ActButtons chosen={{ ids: [problem.id] }} count={1} />}
      </div>
    </div>
  );
}
