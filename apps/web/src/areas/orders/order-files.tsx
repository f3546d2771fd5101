// Everything of an order that has travelled: which file, which line, how it ended, with the content, and sending again.

import type { LedgerRowView } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Code } from '../../ui/code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { When } from '../../ui/when.tsx';
import { ORDER_TEXT } from './order-text.ts';

export function OrderFiles({ orderId }: { readonly orderId: string }): ReactNode {
  const t = useText(ORDER_TEXT);
  const [shown, setShown] = useState<number | null>(null);
  const query = useQuery({
    queryKey: ['feeds', 'order', orderId],
    queryFn: async () => api.ledgerRows({ order: orderId }),
  });
  return (
    <Loaded query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon={FileText} title={t('noFiles')} />
        ) : (
          <Card flush>
            <ul className="lines">
              {rows.map((row) => (
                <li key={row.id} className="lines__line">
                  <FileLine row={row} show={setShown} />
                </li>
              ))}
            </ul>
            {shown !== null && <Content fileId={shown} onClose={() => setShown(null)} />}
          </Card>
        )
      }
    </Loaded>
  );
}

const TONES = {
  WRITTEN: 'info',
  HANDED_OVER: 'info',
  ACCEPTED: 'good',
  REFUSED: 'bad',
} as const satisfies Readonly<Record<string, 'info' | 'good' | 'bad'>>;

interface LineProps {
  readonly row: LedgerRowView;
  readonly show: (fileId: number) => void;
}

function FileLine({ row, show }: LineProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const { may } = useSession();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: async () => api.sendRowsAgain([row.id]),
    onSuccess: async () => client.invalidateQueries({ queryKey: ['feeds'] }),
  });
  const { fileId, state } = row;
  const tone = Object.entries(TONES).find(([name]) => name === state)?.[1] ?? 'calm';
  return (
    <>
      <span className="strong lines__name">{row.feed}</span>
      <Badge tone={tone}>{state.replaceAll('_', ' ').toLowerCase()}</Badge>
      <span className="cut lines__more soft">
        {[row.subject, row.remoteId, row.message].filter(Boolean).join(' · ')}
      </span>
      <span className="lines__end row">
        <span className="faint">
          <When at={row.settledAt ?? row.writtenAt} />
        </span>
        {fileId !== null && (
          <Button variant="ghost" icon={FileText} onClick={() => show(fileId)}>
            {t('file')}
          </Button>
        )}
        {may('feeds.change') && state === 'REFUSED' && (
          <Button busy={again.isPending} onClick={() => again.mutate()}>
            {t('sendAgain')}
          </Button>
        )}
      </span>
    </>
  );
}

interface ContentProps {
  readonly fileId: number;
  readonly onClose: () => void;
}

function Content({ fileId, onClose }: ContentProps): ReactNode {
  const t = useText(ORDER_TEXT);
  const query = useQuery({
    queryKey: ['feeds', 'content', fileId],
    queryFn: async () => new TextDecoder().decode(await api.feedFileContent(fileId)),
    staleTime: Infinity,
  });
  return (
    <Dialog open onClose={onClose} title={t('content')} wide>
      <Loaded query={query}>{(text) => <Code text={text} label={t('content')} />}</Loaded>
    </Dialog>
  );
}
