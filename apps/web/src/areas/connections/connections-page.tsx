// Every connection with its state and a button that makes a real call.

import type { ConnectionTest, ConnectionView } from '@sendsale/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { messageOf } from '../../ui/error-screen.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { CONNECTIONS_TEXT } from './text.ts';
import { WebhooksCard } from './webhooks-card.tsx';
import './connections.css';

export function ConnectionsPage(): ReactNode {
  const t = useText(CONNECTIONS_TEXT);
  const query = useQuery({
    queryKey: ['problems', 'connections'],
    queryFn: async () => api.connections(),
  });
  return (
    <Page title={t('connections')}>
      <Loaded query={query}>
        {(connections) => (
          <Card flush>
            <ul>
              {connections.map((connection) => (
                <Connection key={connection.id} connection={connection} />
              ))}
            </ul>
          </Card>
        )}
      </Loaded>
      <WebhooksCard />
    </Page>
  );
}

const TONES: Readonly<Record<ConnectionView['state'], Tone>> = {
  READY: 'good',
  PROBLEM: 'bad',
  NOT_CONFIGURED: 'calm',
};

function Connection({ connection }: { readonly connection: ConnectionView }): ReactNode {
  const t = useText(CONNECTIONS_TEXT);
  const { may } = useSession();
  const { shops } = usePlaces();
  const test = useMutation({
    mutationFn: async () => api.testConnection(connection.id),
    meta: { showsErrors: true },
  });
  const { kind, name, address, more, state } = connection;
  const shown = shops.find(({ id }) => id === name)?.name ?? name;
  return (
    <li className="connection-line">
      <div className="connection-line__name">
        <span className="strong">{shown}</span>
        <span className="faint small">{t(kind)}</span>
      </div>
      <div className="connection-line__more">
        <Badge tone={TONES[state]}>{t(state)}</Badge>
        <span className="soft">{[address, more].filter((text) => text !== null).join(' · ')}</span>
      </div>
      {may('jobs.change') && state !== 'NOT_CONFIGURED' && (
        <Button icon={Zap} busy={test.isPending} onClick={() => test.mutate()}>
          {t('test')}
        </Button>
      )}
      <div className="connection-line__said" role="status">
        {test.data !== undefined && <Said answer={test.data} />}
        {test.isError && <div className="notice notice--bad">{messageOf(test.error)}</div>}
      </div>
      <Problems connection={connection} />
    </li>
  );
}

function Said({ answer: { ok, words, tookMs } }: { readonly answer: ConnectionTest }): ReactNode {
  const t = useText(CONNECTIONS_TEXT);
  const { number } = useFormat();
  return (
    <div className={`notice ${ok ? 'notice--good' : 'notice--bad'}`}>
      <span className="strong">{ok ? t('works') : t('fails')}</span>
      <span>{words}</span>
      <span className="faint notice__end">{t('took', { count: number(tookMs) })}</span>
    </div>
  );
}

function Problems({ connection }: { readonly connection: ConnectionView }): ReactNode {
  const { problem } = useServerWords();
  if (connection.problems.length === 0) return null;
  return (
    <div className="connection-line__said">
      {connection.problems.map(({ id, code, message }) => (
        <div key={id} className="notice notice--bad">
          <Link to="/problems">{problem({ code, title: code, whatToDo: '' }).title}</Link>
          <span>{message}</span>
        </div>
      ))}
    </div>
  );
}
