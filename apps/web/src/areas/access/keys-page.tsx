// Keys of the HTTP API: made here and shown once, revoked here.

import type { ApiKeyView } from '@sendsale/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { APP_TEXT } from '../../app/text.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { say } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { KEYS_KEY } from './keys-key.ts';
import { ACCESS_TEXT } from './text.ts';

// Loaded when it is opened: nobody waits for it.
const CreateKeyDialog = lazy(async () => ({
  default: (await import('./create-key-dialog.tsx')).CreateKeyDialog,
}));

export function KeysPage(): ReactNode {
  const t = useText(ACCESS_TEXT);
  const { may } = useSession();
  const client = useQueryClient();
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<string | null>(null);
  const query = useQuery({ queryKey: KEYS_KEY, queryFn: async () => api.apiKeys() });
  const revoke = useMutation({
    mutationFn: api.revokeApiKeys,
    onSuccess: async (_, name) => {
      say({ tone: 'good', text: t('keyRevoked', { name }) });
      setRevoked(null);
      await client.invalidateQueries({ queryKey: KEYS_KEY });
    },
  });
  const mayChange = may('access.change');
  const columns = useColumns(mayChange ? setRevoked : null);
  const create = mayChange && (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('createKey')}
    </Button>
  );
  return (
    <Page fits title={t('keys')} actions={create}>
      <Loaded query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <Empty icon={KeyRound} title={t('noKeys')} more={t('noKeysMore')} action={create} />
          ) : (
            <Table label={t('keys')} rows={keys} columns={columns} keyOf={({ id }) => String(id)} />
          )
        }
      </Loaded>
      <Suspense>{isCreating && <CreateKeyDialog onClose={() => setCreating(false)} />}</Suspense>
      <ConfirmDialog
        open={revoked !== null}
        onClose={() => setRevoked(null)}
        title={t('revokeTitle', { name: revoked ?? '' })}
        description={t('revokeMore')}
        action={t('revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoked !== null && revoke.mutate(revoked)}
      />
    </Page>
  );
}

function useColumns(revoke: ((name: string) => void) | null): readonly Column<ApiKeyView>[] {
  const t = useText(ACCESS_TEXT);
  const role = useText(APP_TEXT);
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: 'minmax(0, 1.5fr)',
        sortBy: ({ name }) => name.toLowerCase(),
        cell: ({ name }) => <span className="strong">{name}</span>,
      },
      {
        id: 'role',
        header: t('keyRole'),
        width: 'minmax(0, 1fr)',
        wideOnly: true,
        cell: (key) => (key.role === null ? t('everything') : role(key.role)),
      },
      {
        id: 'created',
        header: t('created'),
        width: 'minmax(0, 1fr)',
        wideOnly: true,
        sortBy: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => <When at={createdAt} />,
      },
      {
        id: 'state',
        header: t('state'),
        width: '120px',
        cell: ({ revokedAt }) =>
          revokedAt === null ? (
            <Badge tone="good">{t('active')}</Badge>
          ) : (
            <Badge tone="bad">{t('revoked')}</Badge>
          ),
      },
      {
        id: 'revoke',
        header: '',
        width: '110px',
        align: 'end',
        cell: ({ name, revokedAt }) =>
          revoke !== null &&
          revokedAt === null && (
            <Button variant="ghost" onClick={() => revoke(name)}>
              {t('revoke')}
            </Button>
          ),
      },
    ],
    [t, role, revoke],
  );
}
