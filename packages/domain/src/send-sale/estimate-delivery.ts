// When a parcel is likely to arrive: the day it leaves, and how long ground carriers take over the distance.

import type { Place } from '../routing/distance.ts';
import { milesBetween } from '../routing/distance.ts';

export interface DeliveryEstimate {
  /** Null when one of the places is not known. */
  readonly miles: number | null;
  /** Business days from leaving to arriving. */
  readonly transitDays: number;
  /** Calendar day at the facility, yyyy-mm-dd. */
  readonly shipsOn: string;
  readonly arrivesOn: string;
}

/** Business days of the large ground carriers by distance; beyond the last it takes as long as that. */
const GROUND_DAYS: readonly (readonly [upToMiles: number, days: number])[] = [
  [150, 1],
  [600, 2],
  [1_000, 3],
  [1_800, 4],
  [Number.POSITIVE_INFINITY, 5],
];
/** Orders that come after this hour at the facility leave on the next business day. */
const CUT_OFF_HOUR = 14;

export interface EstimateOptions {
  readonly from: Place;
  readonly to: Place | null;
  /** The facility's own day and hour. */
  readonly localDay: string;
  readonly localHour: number;
  /** Fewer transit days than ground: an express method has 2 or 1. */
  readonly atMostDays?: number;
}

export function estimateDelivery(options: EstimateOptions): DeliveryEstimate {
  const miles = options.to === null ? null : milesBetween(options.from, options.to);
  const ground = GROUND_DAYS.find(([upTo]) => (miles ?? Number.MAX_VALUE) <= upTo)?.[1] ?? 5;
  const transitDays = Math.min(ground, options.atMostDays ?? ground);
  const leaves = options.localHour < CUT_OFF_HOUR ? 0 : 1;
  const shipsOn = businessDay(options.localDay, leaves);
  return { miles, transitDays, shipsOn, arrivesOn: businessDay(shipsOn, transitDays) };
}

/** The business day `days` after the first one from `day` on. Holidays are the carrier's to say. */
function businessDay(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  let left = days;
  while (isWeekend(date)) date.setUTCDate(date.getUTCDate() + 1);
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (!isWeekend(date)) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

function isWeekend(date: Date): boolean {
  return date.getUTCDay() === 0 || date.getUTCDay() === 6;
}
