// Shops and facilities: their names, where they are, and in which time zone.

import type { Places } from '@sendsale/api';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from './client.ts';

export type Facility = Places['facilities'][number];

export interface KnownPlaces extends Places {
  readonly facility: (id: string) => Facility | undefined;
  /** The name, or the id while it is not known. */
  readonly nameOf: (id: string) => string;
}

const NONE: Places = { shops: [], facilities: [] };
const AN_HOUR_MS = 3_600_000;

export function usePlaces(): KnownPlaces {
  const { data = NONE } = useQuery({
    queryKey: ['places'],
    queryFn: async () => api.places(),
    staleTime: AN_HOUR_MS,
  });
  return useMemo(() => {
    const byId = new Map(data.facilities.map((one) => [one.id, one]));
    return {
      ...data,
      facility: (id) => byId.get(id),
      nameOf: (id) => byId.get(id)?.name ?? id,
    };
  }, [data]);
}
