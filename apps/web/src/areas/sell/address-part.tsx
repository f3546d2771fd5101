// Where to. What is missing stands beside its field; a ZIP code that lies in another state is asked about, since it
// decides the tax and the day.

import { stateOfZip, US_STATES } from '@sendsale/api';
import type { AddressFault } from '@sendsale/api';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useBasket } from './basket.ts';
import type { ShipTo } from './basket.ts';
import { COUNTRIES, faultOf } from './sale-request.ts';
import { SELL_TEXT } from './text.ts';

export function AddressPart(): ReactNode {
  const t = useText(SELL_TEXT);
  const { basket, change } = useBasket();
  const { shipTo } = basket;
  const fault = faultOf(basket);
  const set = (part: Partial<ShipTo>): void =>
    change({ shipTo: { ...shipTo, ...part }, rate: null });
  const errorOf = (of: AddressFault): { readonly error?: string } =>
    // Nothing is wrong with a field that nobody has come to yet.
    fault === of && hasBegun(shipTo) ? { error: t(of) } : {};
  return (
    <div className="stack">
      {fault === 'NAME_MISSING' && <p className="field__error">{t('NAME_MISSING')}</p>}
      <TextField
        label={t('street')}
        value={shipTo.address1}
        autoComplete="off"
        {...errorOf('STREET_MISSING')}
        onChange={(event) => set({ address1: event.target.value })}
      />
      <TextField
        label={t('street2')}
        value={shipTo.address2}
        autoComplete="off"
        onChange={(event) => set({ address2: event.target.value })}
      />
      <div className="sell__two">
        <TextField
          label={t('zip')}
          value={shipTo.zip}
          autoComplete="off"
          inputMode={shipTo.countryCode === 'US' ? 'numeric' : 'text'}
          {...errorOf('ZIP_MISSING')}
          {...errorOf('ZIP_WRONG')}
          onChange={(event) => set(withState(shipTo, event.target.value))}
        />
        <TextField
          label={t('city')}
          value={shipTo.city}
          autoComplete="off"
          {...errorOf('CITY_MISSING')}
          onChange={(event) => set({ city: event.target.value })}
        />
      </div>
      <div className="sell__two">
        <Province
          shipTo={shipTo}
          onChange={(provinceCode) => set({ provinceCode })}
          error={errorOf('PROVINCE_MISSING').error}
        />
        <Field label={t('country')}>
          {(control) => (
            <Select
              {...control}
              value={shipTo.countryCode}
              options={COUNTRIES.map((value) => ({ value, label: t(value) }))}
              onChange={(countryCode) => set({ countryCode, provinceCode: '' })}
            />
          )}
        </Field>
      </div>
      <OtherState shipTo={shipTo} />
    </div>
  );
}

interface ProvinceProps {
  readonly shipTo: ShipTo;
  readonly error: string | undefined;
  readonly onChange: (provinceCode: string) => void;
}

function Province({ shipTo, error, onChange }: ProvinceProps): ReactNode {
  const t = useText(SELL_TEXT);
  if (shipTo.countryCode !== 'US') {
    return (
      <TextField
        label={t('province')}
        value={shipTo.provinceCode}
        error={error}
        maxLength={10}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const states = ['', ...US_STATES].map((value) => ({ value, label: value === '' ? '–' : value }));
  return (
    <Field label={t('state')} error={error}>
      {(control) => (
        <Select {...control} value={shipTo.provinceCode} options={states} onChange={onChange} />
      )}
    </Field>
  );
}

function OtherState({ shipTo }: { readonly shipTo: ShipTo }): ReactNode {
  const t = useText(SELL_TEXT);
  const state = shipTo.countryCode === 'US' ? stateOfZip(shipTo.zip) : null;
  if (state === null || shipTo.provinceCode === '' || state === shipTo.provinceCode) return null;
  return (
    <p className="notice notice--warn" role="status">
      {t('otherState', { zip: shipTo.zip, state })}
    </p>
  );
}

// The ZIP code says the state, until somebody says another.
function withState(before: ShipTo, zip: string): Partial<ShipTo> {
  const state = before.countryCode === 'US' && zip.length >= 5 ? stateOfZip(zip) : null;
  const isOwn = before.provinceCode !== '' && before.provinceCode !== stateOfZip(before.zip);
  return state === null || isOwn ? { zip } : { zip, provinceCode: state };
}

function hasBegun({ address1, city, zip }: ShipTo): boolean {
  return [address1, city, zip].filter((part) => part !== '').length >= 2;
}
