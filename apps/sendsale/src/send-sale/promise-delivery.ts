// When a parcel would arrive, from what is known at the till: where it leaves, where it goes, and how fast the rate is.

import type { Destination } from '@sendsale/api';
import { centerOfState, estimateDelivery, stateOfZip } from '@sendsale/domain';
import type { BrokeringRules, DeliveryEstimate, Place } from '@sendsale/domain';

export interface LeavingFrom extends Place {
  readonly timeZone: string;
}

/** The place of a destination; null when nothing of it is known. @param near the store's own place */
export function placeOf(to: Destination, near: Place | null): Place | null {
  const { latitude, longitude, zip, state } = to;
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  const stateCode = (zip === undefined ? null : stateOfZip(zip)) ?? state ?? null;
  // The customer of a store lives near it until we know better.
  return stateCode === null ? near : (centerOfState(stateCode) ?? near);
}

export function promiseFrom(
  from: LeavingFrom,
  to: Place | null,
  when: { readonly at: Date; readonly atMostDays?: number },
): DeliveryEstimate {
  const { at, ...fast } = when;
  return estimateDelivery({ from, to, ...localTime(at, from.timeZone), ...fast });
}

function localTime(at: Date, timeZone: string): { localDay: string; localHour: number } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(at);
  return { localDay: day, localHour: Number(hour) };
}

/** What methods with these codes promise where the retailer's rules do not say it. */
const DAYS_OF_METHODS: Readonly<Record<string, number>> = {
  NEXT_DAY: 1,
  SECOND_DAY: 2,
  EXPRESS: 2,
  THIRD_DAY: 3,
};

/** The most days on the road that a shipping method promises, 1 to 5; null: as long as ground takes. */
export function daysOfMethod(code: string | null, costs: BrokeringRules['costs']): number | null {
  const days = costs.methods[code ?? '']?.deliveryDays ?? DAYS_OF_METHODS[code ?? ''];
  return days === undefined ? null : Math.max(1, Math.min(5, Math.round(days)));
}
