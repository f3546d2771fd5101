// What came from Shopify about an order, as it came.

import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Code } from '../../ui/code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { When } from '../../ui/when.tsx';
import { ORDER_TEXT } from './order-text.ts';

export function OrderMessages({ orderId }: { readonly orderId: string }): ReactNode {
  const t = useText(ORDER_TEXT);
  const [shown, setShown] = useState<number | null>(null);
  const query = useQuery({
    queryKey: ['orders', 'one', orderId, 'messages'],
    queryFn: async () => api.orderMessages(orderId),
  });
  return (
    <Loaded query={query}>
      {(messages) =>
        messages.length > 0 && (
          <Card title={t('messages')} flush>
            <ul className="lines">
              {messages.map(({ id, topic, state, receivedAt, isKept }) => (
                <li key={id} className="lines__line lines__line--still">
                  <span className="strong lines__name">{topic}</span>
                  <Badge tone={state === 'REFUSED' ? 'bad' : 'good'}>{state.toLowerCase()}</Badge>
                  <span className="lines__end row">
                    <span className="faint">
                      <When at={receivedAt} />
                    </span>
                    {isKept ? (
                      <Button variant="ghost" icon={FileText} onClick={() => setShown(id)}>
                        {t('call')}
                      </Button>
                    ) : (
                      <span className="faint">{t('messageGone')}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {shown !== null && (
              <Content orderId={orderId} id={shown} onClose={() => setShown(null)} />
            )}
          </Card>
        )
      }
    </Loaded>
  );
}

interface ContentProps {
  readonly orderId: string;
  readonly id: number;
  readonly onClose: () => void;
}

function Content({ orderId, id, onClose }: ContentProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const query = useQuery({
    queryKey: ['orders', 'one', orderId, 'messages', id],
    queryFn: async () => api.orderMessage(orderId, id),
    staleTime: Infinity,
  });
  return (
    <Dialog open onClose={onClose} title={t('messages')} wide>
      <Loaded query={query}>{(text) => <Code text={text} label={t('messages')} />}</Loaded>
    </Dialog>
  );
}
