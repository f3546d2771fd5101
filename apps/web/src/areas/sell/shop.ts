// The shop that is sold from, and what its prices are in.

import { usePlaces } from '../../api/places.ts';

/** Its id; null while it is not known. */
export function useShop(): string | null {
  const { shops } = usePlaces();
  return shops[0]?.id ?? null;
}

export function useCurrency(): string {
  const { shops } = usePlaces();
  return shops[0]?.currency ?? 'USD';
}
