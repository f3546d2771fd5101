// What Shopify tells us of at once: each topic, where it goes, and when it came last. Shopify drops subscriptions; the
// button makes them again.

import type { WebhooksView } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { say } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { CONNECTIONS_TEXT } from './text.ts';

const KEY = ['webhooks'];

export function WebhooksCard(): ReactNode {
  const query = useQuery({ queryKey: KEY, queryFn: async () => api.webhooks() });
  return (
    <Loaded query={query}>
      {(shops) => (
        <div className="stack stack--wide">
          {shops.map((shop) => (
            <Shop key={shop.shopId} shop={shop} />
          ))}
        </div>
      )}
    </Loaded>
  );
}

function Shop({ shop }: { readonly shop: WebhooksView }): ReactNode {
  const t = useText(CONNECTIONS_TEXT);
  const { shops } = usePlaces();
  const { may } = useSession();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: async () => api.keepWebhooks(),
    onSuccess: (now) => {
      client.setQueryData(KEY, now);
      say({ tone: 'good', text: t('kept') });
    },
  });
  const name = shops.find(({ id }) => id === shop.shopId)?.name ?? shop.shopId;
  return (
    <Card
      title={t('webhooksOf', { name })}
      end={
        may('jobs.change') && (
          <Button
            icon={RefreshCw}
            busy={keep.isPending}
            disabled={shop.uri === null}
            onClick={() => keep.mutate()}
          >
            {t('keep')}
          </Button>
        )
      }
      flush
    >
      {shop.failure !== null && (
        <p className="notice notice--bad connection-line" role="alert">
          {shop.failure}
        </p>
      )}
      {shop.uri === null && <p className="connection-line soft">{t('noPublicUrl')}</p>}
      <Topics shop={shop} />
    </Card>
  );
}

function Topics({ shop }: { readonly shop: WebhooksView }): ReactNode {
  const t = useText(CONNECTIONS_TEXT);
  return (
    <div className="webhooks" tabIndex={0} role="region" aria-label={t('topic')}>
      <table className="compare">
        <thead>
          <tr>
            <th>{t('topic')}</th>
            <th>{t('state')}</th>
            <th>{t('address')}</th>
            <th>{t('lastReceived')}</th>
          </tr>
        </thead>
        <tbody>
          {shop.topics.map(({ topic, isWanted, uri, lastReceivedAt }) => (
            <tr key={topic}>
              <th scope="row">
                <code>{topic}</code>
              </th>
              <td>{shop.failure === null && <State of={{ uri, isWanted }} ours={shop.uri} />}</td>
              <td className="soft">{uri}</td>
              <td className="soft">
                {lastReceivedAt === null ? t('never') : <When at={lastReceivedAt} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface StateProps {
  readonly of: Pick<WebhooksView['topics'][number], 'uri' | 'isWanted'>;
  readonly ours: string | null;
}

/** Without an address of our own, others may have made the subscriptions, and none is missed. */
function State({ of: { uri, isWanted }, ours }: StateProps): ReactNode {
  const t = useText(CONNECTIONS_TEXT);
  if (uri === null) return ours !== null && <Badge tone="warn">{t('missing')}</Badge>;
  if (ours === null || uri === ours) return <Badge tone="good">{t('inPlace')}</Badge>;
  return <Badge tone="warn">{t(isWanted ? 'elsewhere' : 'notOurs')}</Badge>;
}
