// One file: its facts, each row with its fate, download, and sending again.

import type { FeedFileDetail, LedgerRowView } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/card.tsx';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { say } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { OutcomeBadges, StateBadge } from './outcome.tsx';
import { FEEDS_TEXT } from './text.ts';

interface FileDialogProps {
  readonly id: number;
  readonly onClose: () => void;
}

export function FileDialog({ id, onClose }: FileDialogProps): ReactNode {
  const t = useText(FEEDS_TEXT);
  const query = useQuery({
    queryKey: ['feeds', 'file', id],
    queryFn: async () => api.showFeedFile(id),
  });
  return (
    <Dialog open onClose={onClose} title={query.data?.name ?? t('file')} wide>
      <Loaded query={query}>{(file) => <Body file={file} />}</Loaded>
    </Dialog>
  );
}

function Body({ file }: { readonly file: FeedFileDetail }): ReactNode {
  const t = useText(FEEDS_TEXT);
  const { number } = useFormat();
  const { settledAt, purgedAt } = file;
  return (
    <div className="stack stack--wide">
      <Facts
        of={[
          [t('state'), <StateBadge key="state" state={file.state} />],
          [t('directory'), <code key="directory">{file.directory}</code>],
          [t('made'), <When key="made" at={file.createdAt} as="dateTime" />],
          [t('ended'), settledAt !== null && <When key="at" at={settledAt} as="dateTime" />],
          [t('size'), `${number(file.bytes)} B · ${number(file.rowCount)} ${t('rows')}`],
          [t('outcome'), <OutcomeBadges key="outcomes" outcomes={file.outcomes} />],
          [t('hash'), <code key="hash">{file.sha256.slice(0, 16)}…</code>],
        ]}
      />
      {purgedAt !== null && <p className="notice">{t('purged')}</p>}
      {file.problems.map(({ id, code, message }) => (
        <p key={id} className="notice notice--bad">
          <code>{code}</code> {message}
        </p>
      ))}
      {file.rows.length > 0 && <Rows rows={file.rows} />}
      <Actions file={file} />
    </div>
  );
}

const ROWS_SHOWN = 200;

function Rows({ rows }: { readonly rows: readonly LedgerRowView[] }): ReactNode {
  const t = useText(FEEDS_TEXT);
  return (
    <div
      style={{ maxHeight: '40vh', overflow: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label={t('rows')}
    >
      <table className="compare">
        <thead>
          <tr>
            <th>{t('line')}</th>
            <th>{t('record')}</th>
            <th>{t('state')}</th>
            <th>{t('remoteId')}</th>
            <th>{t('answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map((row) => (
            <tr key={row.id}>
              <td className="number">{row.line}</td>
              <td>{row.orderName === null ? row.subject : `${row.orderName} · ${row.subject}`}</td>
              <td>
                <StateBadge state={row.state} />
              </td>
              <td className="number">{row.remoteId}</td>
              <td>
                {row.code !== null && <code>{row.code}</code>} {row.message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS_SHOWN && (
        <p className="soft">{t('firstRows', { shown: ROWS_SHOWN, count: rows.length })}</p>
      )}
    </div>
  );
}

function Actions({ file }: { readonly file: FeedFileDetail }): ReactNode {
  const t = useText(FEEDS_TEXT);
  const { may } = useSession();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const isOut = file.direction === 'OUT';
  const verb = isOut ? t('sendAgain') : t('readAgain');
  const again = useMutation({
    mutationFn: async () => api.sendFileAgain(file.id),
    onSuccess: async ({ rows }) => {
      setAsking(false);
      say(
        rows === 0
          ? { tone: 'info', text: isOut ? t('nothingToSend') : t('nothingToRead') }
          : { tone: 'good', text: t(isOut ? 'sentAgain' : 'willBeRead', { count: rows }) },
      );
      await client.invalidateQueries({ queryKey: ['feeds'] });
    },
  });
  return (
    <div className="dialog__actions">
      {file.purgedAt === null && (
        <a className="button button--default" href={`/api/feeds/files/${file.id}/content`} download>
          <Download size={16} aria-hidden />
          {t('download')}
        </a>
      )}
      {may('feeds.change') && (
        <Button icon={RotateCcw} onClick={() => setAsking(true)}>
          {verb}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={verb}
        description={isOut ? t('sendAgainMore') : t('readAgainMore')}
        action={verb}
        busy={again.isPending}
        onConfirm={() => again.mutate()}
      />
    </div>
  );
}
