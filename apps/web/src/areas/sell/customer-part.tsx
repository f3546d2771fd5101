// Whom it is for: found by e-mail, phone or name, or written down anew.

import type { CustomerView } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { SearchInput, TextField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { NO_SHIP_TO, useBasket } from './basket.ts';
import type { BasketCustomer } from './basket.ts';
import { useShop } from './shop.ts';
import { SELL_TEXT } from './text.ts';

const FIND_MIN = 2;
const NOBODY: BasketCustomer = {
  customerId: null,
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
};

export function CustomerPart(): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket, change } = useBasket();
  const { customer } = basket;
  if (customer === null) return <FindCustomer />;
  if (customer.customerId === null) return <NewCustomer customer={customer} />;
  return (
    <div className="row row--apart row--wrap">
      <div className="sell__where">
        <span className="strong">{`${customer.firstName} ${customer.lastName}`.trim()}</span>
        <span className="soft">
          {[customer.email, customer.phone].filter((part) => part !== '').join(' · ')}
        </span>
      </div>
      <Button onClick={() => change({ customer: null, shipTo: NO_SHIP_TO, rate: null })}>
        {t('someoneElse')}
      </Button>
    </div>
  );
}

function FindCustomer(): ReactNode {
  const t = useText(SELL_TEXT);
  const { change } = useBasket();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  return (
    <div className="stack">
      <form
        className="row"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <SearchInput
          label={t('findCustomer')}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('search')}</Button>
      </form>
      {asked.length >= FIND_MIN && <FoundCustomers asked={asked} />}
      <Button icon={UserPlus} onClick={() => change({ customer: written(typed) })}>
        {t('newCustomer')}
      </Button>
    </div>
  );
}

/** What was looked for need not be written again. */
function written(typed: string): BasketCustomer {
  const text = typed.trim();
  if (text.includes('@')) return { ...NOBODY, email: text };
  if (/^[\d\s()+-]{6,}$/.test(text)) return { ...NOBODY, phone: text };
  const [firstName = '', ...rest] = text.split(/\s+/);
  return { ...NOBODY, firstName, lastName: rest.join(' ') };
}

function FoundCustomers({ asked }: { readonly asked: string }): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket, change } = useBasket();
  const shopId = useShop() ?? '';
  const query = useQuery({
    queryKey: ['customers', shopId, asked],
    queryFn: async () => api.findCustomers(shopId, asked),
  });
  const choose = (one: CustomerView): void =>
    change({ customer: customerOf(one), shipTo: shipToOf(one, basket.zip), rate: null });
  return (
    <Loaded query={query}>
      {(found) =>
        found.length === 0 ? (
          <p className="soft" role="status">
            {t('noCustomer')}
          </p>
        ) : (
          <ul className="card lines">
            {found.map((one) => (
              <li key={one.customerId}>
                <button type="button" className="lines__line" onClick={() => choose(one)}>
                  <span className="lines__name strong">
                    {[one.firstName, one.lastName].filter((part) => part !== null).join(' ')}
                  </span>
                  <span className="lines__more soft">
                    {[one.email ?? one.phone, one.address?.city]
                      .filter((part) => part !== null && part !== undefined)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function customerOf({ customerId, firstName, lastName, email, phone }: CustomerView) {
  return {
    customerId,
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    email: email ?? '',
    phone: phone ?? '',
  };
}

function shipToOf({ address }: CustomerView, zip: string) {
  if (address === null) return { ...NO_SHIP_TO, zip };
  return {
    company: address.company ?? '',
    address1: address.address1,
    address2: address.address2 ?? '',
    city: address.city,
    provinceCode: address.provinceCode ?? '',
    zip: address.zip ?? zip,
    countryCode: address.countryCode,
  };
}

function NewCustomer({ customer }: { readonly customer: BasketCustomer }): ReactNode {
  const t = useText(SELL_TEXT);
  const { change } = useBasket();
  const set = (part: Partial<BasketCustomer>): void =>
    change({ customer: { ...customer, ...part } });
  return (
    <div className="stack">
      <div className="sell__two">
        <TextField
          label={t('firstName')}
          value={customer.firstName}
          autoComplete="off"
          onChange={(event) => set({ firstName: event.target.value })}
        />
        <TextField
          label={t('lastName')}
          value={customer.lastName}
          autoComplete="off"
          onChange={(event) => set({ lastName: event.target.value })}
        />
      </div>
      <TextField
        label={t('email')}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={customer.email}
        hint={customer.email === '' ? t('noEmail') : undefined}
        onChange={(event) => set({ email: event.target.value })}
      />
      <TextField
        label={t('phone')}
        type="tel"
        autoComplete="off"
        value={customer.phone}
        onChange={(event) => set({ phone: event.target.value })}
      />
      <Button variant="ghost" onClick={() => change({ customer: null })}>
        {t('searchInstead')}
      </Button>
    </div>
  );
}
