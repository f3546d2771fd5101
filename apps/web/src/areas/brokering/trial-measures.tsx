// The numbers merchants compare rules by: today's beside the tried ones, and what is better or worse.

import type { Measures, TrialView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Format } from '../../text/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/card.tsx';
import type { Rules } from './rules-document.ts';
import { BROKERING_TEXT } from './text.ts';

interface Row {
  readonly name:
    | 'orders'
    | 'fill'
    | 'fillOrders'
    | 'split'
    | 'shipments'
    | 'cost'
    | 'costAll'
    | 'distance'
    | 'promises';
  readonly value: (measures: Measures) => number;
  readonly shown: (value: number, format: Format, currency: string) => string;
  /** Which way is better; null: neither. */
  readonly better: 'MORE' | 'LESS' | null;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const asNumber: Row['shown'] = (value, { number }) => number(value);
const asShare: Row['shown'] = (value, { percent }) => percent(value);
const asMoney: Row['shown'] = (value, { money }, currency) => money(value.toFixed(2), currency);

const ROWS: readonly Row[] = [
  { name: 'orders', value: ({ orders }) => orders, shown: asNumber, better: null },
  {
    name: 'fill',
    value: ({ filledUnits, units }) => share(filledUnits, units),
    shown: asShare,
    better: 'MORE',
  },
  {
    name: 'fillOrders',
    value: ({ filledOrders, orders }) => share(filledOrders, orders),
    shown: asShare,
    better: 'MORE',
  },
  { name: 'split', value: ({ splitOrders }) => splitOrders, shown: asNumber, better: 'LESS' },
  { name: 'shipments', value: ({ shipments }) => shipments, shown: asNumber, better: 'LESS' },
  { name: 'cost', value: ({ cost }) => cost, shown: asMoney, better: 'LESS' },
  {
    name: 'costAll',
    value: ({ costWithUnfilled }) => costWithUnfilled,
    shown: asMoney,
    better: 'LESS',
  },
  { name: 'distance', value: ({ miles }) => Math.round(miles), shown: asNumber, better: 'LESS' },
  {
    name: 'promises',
    value: ({ promisesKept, filledUnits }) => share(promisesKept, filledUnits),
    shown: asShare,
    better: 'MORE',
  },
];

export function TrialMeasures({ trial }: { readonly trial: TrialView }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const format = useFormat();
  const currency = usePlaces().shops[0]?.currency ?? 'USD';
  const { current, candidate, actual } = trial;
  return (
    <table className="trial__table">
      <thead>
        <tr>
          <th scope="col">{t('measure')}</th>
          {actual !== null && <th scope="col">{t('actual')}</th>}
          <th scope="col">{t('today')}</th>
          <th scope="col">{t('tried')}</th>
          <th scope="col">{t('change')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ name, value, shown, better }) => {
          const [old, now] = [value(current), value(candidate)];
          const text = (amount: number): string => shown(amount, format, currency);
          return (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              {actual !== null && <td className="soft">{text(value(actual))}</td>}
              <td>{text(old)}</td>
              <td className="strong">{text(now)}</td>
              <td className={classOf(now - old, better)}>
                {now === old ? '–' : `${now > old ? '+' : '−'}${text(Math.abs(now - old))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function classOf(change: number, better: Row['better']): string {
  if (change === 0) return 'faint';
  if (better === null) return '';
  return change > 0 === (better === 'MORE') ? 'trial__better' : 'trial__worse';
}

interface TrialCountsProps {
  readonly trial: TrialView;
  /** The documents whose rules are named. */
  readonly documents: readonly Rules[];
}

export function TrialCounts({ trial, documents }: TrialCountsProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { nameOf } = usePlaces();
  const names = new Map(documents.flatMap(namesOf));
  return (
    <>
      <Counts
        title={t('perRule')}
        trial={trial}
        of="ordersPerRule"
        nameOf={(code) => (code === ASSIGNED ? t('assigned') : (names.get(code) ?? code))}
      />
      <Counts title={t('perFacility')} trial={trial} of="ordersPerFacility" nameOf={nameOf} />
    </>
  );
}

/** Pickups and local deliveries, which no rule decides. */
const ASSIGNED = 'ASSIGNED_FACILITY';

function namesOf({ runs }: Rules): ReadonlyArray<readonly [code: string, name: string]> {
  return runs
    .flatMap(({ batches }) => batches)
    .flatMap(({ rules }) => rules)
    .map(({ code, name }) => [code, name] as const);
}

interface CountsProps {
  readonly title: string;
  readonly trial: TrialView;
  readonly of: 'ordersPerRule' | 'ordersPerFacility';
  readonly nameOf: (code: string) => string;
}

function Counts({ title, trial, of, nameOf }: CountsProps): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { number } = useFormat();
  const [today, tried] = [trial.current[of], trial.candidate[of]];
  const codes = [...new Set([...Object.keys(today), ...Object.keys(tried)])].toSorted(
    (a, b) => (tried[b] ?? 0) - (tried[a] ?? 0) || (a < b ? -1 : 1),
  );
  return (
    <Card title={title} flush>
      <table className="trial__table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('today')}</th>
            <th scope="col">{t('tried')}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">{nameOf(code)}</th>
              <td>{number(today[code] ?? 0)}</td>
              <td className="strong">{number(tried[code] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
