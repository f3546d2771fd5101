// What differs on a day, under its cause: how often, how much money, what to do, and each record with its order.

import type { Difference, ReconciliationDay } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { useServerWords } from '../../text/server-words.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Money } from '../../ui/money.tsx';
import { addAmounts } from './add-amounts.ts';
import { KIND_TONES } from './figures.tsx';
import { BOOKS_TEXT } from './text.ts';

const LISTED_MAX = 5000;

export function CauseList({ day }: { readonly day: ReconciliationDay }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const query = useQuery({
    queryKey: ['reconciliation', 'differences', day.day],
    queryFn: async () => api.differences({ day: day.day, limit: LISTED_MAX }),
  });
  return (
    <Loaded query={query}>
      {(all) => {
        const found = all.filter(({ shopId }) => shopId === day.shopId);
        return found.length === 0 ? (
          <Empty icon={CircleCheck} title={t('allAgree')} more={t('allAgreeMore')} />
        ) : (
          <Groups differences={found} />
        );
      }}
    </Loaded>
  );
}

function Groups({ differences }: { readonly differences: readonly Difference[] }): ReactNode {
  const groups = useMemo(() => groupsOf(differences), [differences]);
  return (
    <div className="stack stack--wide">
      {groups.map((group) => (
        <Group key={`${group[0].code} ${group[0].kind} ${group[0].cause}`} group={group} />
      ))}
    </div>
  );
}

type Filled = readonly [Difference, ...Difference[]];

/** One group a code, kind and cause; what somebody must look at first, the largest groups first. */
function groupsOf(differences: readonly Difference[]): Filled[] {
  const groups = new Map<string, [Difference, ...Difference[]]>();
  for (const one of differences) {
    const key = `${one.kind} ${one.code} ${one.cause}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const order = ['DIFFERENCE', 'VARIANCE', 'PENDING'];
  return [...groups.values()].toSorted(
    ([a, ...as], [b, ...bs]) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || bs.length - as.length,
  );
}

function Group({ group }: { readonly group: Filled }): ReactNode {
  const t = useText(BOOKS_TEXT);
  const words = useServerWords();
  const [first] = group;
  const { what, cause, whatToDo } = words.difference(first);
  const money = addAmounts(group.flatMap(({ amount }) => amount ?? []));
  return (
    <Card
      title={
        <span className="row row--wrap">
          <Badge tone={KIND_TONES[first.kind]}>{t(first.kind)}</Badge>
          <span className="books__what">{what}</span>
          <span className="faint number">× {group.length}</span>
        </span>
      }
      end={
        money !== null &&
        first.currency !== null && (
          <span className="strong">
            <Money amount={money} currency={first.currency} />
          </span>
        )
      }
      flush
    >
      <p className="books__cause">
        {cause} <span className="soft">{whatToDo}</span>
      </p>
      <ul className="lines books__lines">
        {group.map((one) => (
          <Record key={`${one.order} ${one.record}`} difference={one} />
        ))}
      </ul>
    </Card>
  );
}

function Record({ difference: one }: { readonly difference: Difference }): ReactNode {
  const sides = [
    ['Shopify', one.shopify],
    ['OMS', one.oms],
    ['NetSuite', one.netsuite],
  ] as const;
  const line = (
    <>
      <span className="strong lines__name">{one.order}</span>
      <span className="lines__more cut">
        {one.record}{' '}
        <span className="faint">
          {sides.flatMap(([side, said]) => (said === null ? [] : [`${side}: ${said}`])).join(' · ')}
        </span>
      </span>
      {one.amount !== null && one.currency !== null && (
        <span className="lines__end">
          <Money amount={one.amount} currency={one.currency} />
        </span>
      )}
    </>
  );
  // What the OMS has not got has no page here.
  return (
    <li>
      {one.orderId === null ? (
        <div className="lines__line lines__line--still">{line}</div>
      ) : (
        <Link
          to="/reconciliation/orders/$name"
          params={{ name: one.orderId }}
          className="lines__line"
        >
          {line}
        </Link>
      )}
    </li>
  );
}
