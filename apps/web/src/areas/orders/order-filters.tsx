// What narrows the list. It stands in the address, so that it can be sent to somebody.

import { CHANNELS, ORDER_STATUSES } from '@sendsale/api';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Check, SearchInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { OrderSearch } from './order-search.ts';
import { ORDERS_TEXT } from './text.ts';

const OPEN = 'CREATED,HOLD,APPROVED';
/** After the last key: nobody wants an answer for half a word. */
const PAUSE_MS = 250;

export function OrderFilters({ search }: { readonly search: OrderSearch }): ReactNode {
  const t = useText(ORDERS_TEXT);
  const navigate = useNavigate();
  const { facilities } = usePlaces();
  const change = (next: OrderSearch): void =>
    void navigate({ to: '/orders', search: next, replace: true });
  const set = (name: keyof OrderSearch, value: string): void => {
    const { [name]: _, ...others } = search;
    change(value === '' ? others : { ...others, [name]: value });
  };
  return (
    <div className="row row--wrap">
      <OrderSearchInput q={search.q ?? ''} onChange={(q) => set('q', q)} />
      <Select
        quiet
        label={t('status')}
        value={search.status ?? ''}
        onChange={(status) => set('status', status)}
        options={[
          { value: '', label: t('anyStatus') },
          { value: OPEN, label: t('open') },
          ...ORDER_STATUSES.map((status) => ({ value: status, label: t(status) })),
        ]}
      />
      <Select
        quiet
        label={t('channel')}
        value={search.channel ?? ''}
        onChange={(channel) => set('channel', channel)}
        options={[
          { value: '', label: t('anyChannel') },
          ...CHANNELS.map((channel) => ({ value: channel, label: t(channel) })),
        ]}
      />
      <Select
        quiet
        label={t('anyFacility')}
        value={search.facility ?? ''}
        onChange={(facility) => set('facility', facility)}
        options={[
          { value: '', label: t('anyFacility') },
          ...facilities.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Check
        label={t('onlyProblems')}
        checked={search.problem === 'true'}
        onChange={(event) => set('problem', event.target.checked ? 'true' : '')}
      />
      {Object.keys(search).length > 0 && (
        <Button variant="ghost" icon={X} onClick={() => change({})}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

interface SearchProps {
  readonly q: string;
  readonly onChange: (q: string) => void;
}

function OrderSearchInput({ q, onChange }: SearchProps): ReactNode {
  const t = useText(ORDERS_TEXT);
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, onChange]);
  return (
    <SearchInput
      label={t('find')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
