// Everybody who may use the screens.

import type { PersonView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { usePlaces } from '../../api/places.ts';
import { useSession } from '../../app/session.tsx';
import { APP_TEXT } from '../../app/text.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SearchInput } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import type { Column } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { ACCESS_TEXT } from './text.ts';

export function PeoplePage(): ReactNode {
  const t = useText(ACCESS_TEXT);
  const { may } = useSession();
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<PersonView | 'NEW' | null>(null);
  const query = useQuery({ queryKey: ['audit', 'people'], queryFn: async () => api.people() });
  const columns = useColumns();
  const mayChange = may('access.change');
  return (
    <Page
      fits
      title={t('people')}
      actions={
        mayChange && (
          <Button variant="primary" icon={Plus} onClick={() => setEdited('NEW')}>
            {t('addPerson')}
          </Button>
        )
      }
    >
      <div className="row">
        <SearchInput
          label={t('findPeople')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Loaded query={query}>
        {(people) => {
          const found = people.filter((person) => fits(person, typed));
          return found.length === 0 ? (
            <Empty icon={Users} title={t('noPeople')} more={t('noPeopleMore')} />
          ) : (
            <Table
              label={t('people')}
              rows={found}
              columns={columns}
              keyOf={({ id }) => id}
              {...(mayChange ? { onOpen: setEdited } : {})}
            />
          );
        }}
      </Loaded>
      {edited !== null && (
        <PersonDialog
          key={edited === 'NEW' ? 'NEW' : `${edited.id}/${edited.revision}`}
          person={edited === 'NEW' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

function fits({ name, email, roles, facilityIds }: PersonView, typed: string): boolean {
  const text = [name, email, ...roles, ...facilityIds].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function useColumns(): readonly Column<PersonView>[] {
  const t = useText(ACCESS_TEXT);
  const role = useText(APP_TEXT);
  const { nameOf } = usePlaces();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: 'minmax(0, 1.2fr)',
        sortBy: ({ name }) => name.toLowerCase(),
        cell: ({ name }) => <span className="strong">{name}</span>,
      },
      {
        id: 'email',
        header: t('email'),
        width: 'minmax(0, 1.6fr)',
        wideOnly: true,
        sortBy: ({ email }) => email.toLowerCase(),
        cell: ({ email }) => <span className="soft">{email}</span>,
      },
      {
        id: 'roles',
        header: t('roles'),
        width: 'minmax(0, 1.3fr)',
        sortBy: ({ roles }) => roles.join(),
        cell: ({ roles }) => roles.map((one) => role(one)).join(', '),
      },
      {
        id: 'facilities',
        header: t('facilities'),
        width: 'minmax(0, 1.3fr)',
        wideOnly: true,
        cell: ({ facilityIds }) => (
          <span className="soft">{facilityIds.map(nameOf).join(', ')}</span>
        ),
      },
      {
        id: 'seen',
        header: t('lastSeen'),
        width: '130px',
        wideOnly: true,
        sortBy: ({ seenAt }) => seenAt ?? '',
        cell: ({ seenAt }) =>
          seenAt === null ? <span className="faint">{t('never')}</span> : <When at={seenAt} />,
      },
      {
        id: 'state',
        header: t('state'),
        width: '110px',
        sortBy: ({ disabledAt }) => disabledAt ?? '',
        cell: (person) => <State person={person} />,
      },
    ],
    [t, role, nameOf],
  );
}

function State({ person }: { readonly person: PersonView }): ReactNode {
  const t = useText(ACCESS_TEXT);
  if (person.disabledAt !== null) return <Badge tone="bad">{t('disabled')}</Badge>;
  if (!person.hasPassword) return <Badge tone="warn">{t('noPassword')}</Badge>;
  return <Badge tone="good">{t('active')}</Badge>;
}
