// Who would ship where: facilities as large as what they would ship, destinations, and the ways between them.

import type { TrialView } from '@sendsale/api';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useText } from '../../text/use-text.ts';
import { PlaceMap } from '../../ui/map.tsx';
import type { MapPlace, MapWay } from '../../ui/map.tsx';
import { Select } from '../../ui/select.tsx';
import { BROKERING_TEXT } from './text.ts';

type Side = 'current' | 'candidate';

export function TrialMap({ trial }: { readonly trial: TrialView }): ReactNode {
  const t = useText(BROKERING_TEXT);
  const { facilities } = usePlaces();
  const [side, setSide] = useState<Side>('candidate');
  const places = useMemo((): MapPlace[] => {
    const orders = trial[side].ordersPerFacility;
    const most = Math.max(1, ...Object.values(orders));
    return [
      ...trial.orders.flatMap(({ orderId, name, destination }) =>
        destination === null ? [] : [{ id: orderId, name, ...destination, kind: 'spot' as const }],
      ),
      ...facilities.map(({ id, name, latitude, longitude }) => {
        const count = orders[id] ?? 0;
        const place = { id, name, latitude, longitude, weight: count / most };
        return count === 0 ? { ...place, kind: 'quiet' as const } : place;
      }),
    ];
  }, [trial, side, facilities]);
  const ways = useMemo(() => waysOf(trial, side), [trial, side]);
  return (
    <>
      <PlaceMap label={t('mapLabel')} places={places} ways={ways} />
      <div style={{ padding: '0 16px 16px' }}>
        <Select
          label={t('map')}
          value={side}
          options={[
            { value: 'candidate', label: t('tried') },
            { value: 'current', label: t('today') },
          ]}
          onChange={setSide}
        />
      </div>
    </>
  );
}

/** One way a facility and order; quiet where both rules agree. */
function waysOf({ orders }: TrialView, side: Side): MapWay[] {
  return orders.flatMap(({ orderId, isChanged, items }) =>
    [...new Set(items.flatMap((item) => item[side].facilityId ?? []))].map((facilityId) => ({
      from: facilityId,
      to: orderId,
      isQuiet: !isChanged,
    })),
  );
}
