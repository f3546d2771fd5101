// Where the items of an order are, and where they go.

import type { OrderView } from '@sendsale/api';
import type { ReactNode } from 'react';
import { usePlaces } from '../../api/places.ts';
import { useText } from '../../text/use-text.ts';
import { PlaceMap } from '../../ui/map.tsx';
import type { MapPlace } from '../../ui/map.tsx';
import { ORDER_TEXT } from './order-text.ts';

const GOAL = ' goal';

export function OrderMap({ order }: { readonly order: OrderView }): ReactNode {
  const t = useText(ORDER_TEXT);
  const { facility, facilities } = usePlaces();
  const shipping = [
    ...new Set([
      ...order.items.flatMap((item) => item.facilityId ?? []),
      ...order.shipments.map((shipment) => shipment.facilityId),
    ]),
  ];
  const { latitude = null, longitude = null, city = null } = order.shipTo ?? {};
  const goal: MapPlace[] =
    latitude === null || longitude === null
      ? []
      : [{ id: GOAL, name: city ?? '', latitude, longitude, kind: 'goal' }];
  const places: MapPlace[] = [
    ...facilities
      .filter(({ id }) => !shipping.includes(id))
      .map(({ id, name, latitude: north, longitude: east }) => ({
        id,
        name,
        latitude: north,
        longitude: east,
        kind: 'quiet' as const,
      })),
    ...shipping.flatMap((id) => {
      const known = facility(id);
      if (known === undefined) return [];
      const { name, latitude: north, longitude: east } = known;
      return [{ id, name, latitude: north, longitude: east }];
    }),
    ...goal,
  ];
  const ways = goal.length === 0 ? [] : shipping.map((id) => ({ from: id, to: GOAL }));
  return <PlaceMap label={t('map')} places={places} ways={ways} />;
}
