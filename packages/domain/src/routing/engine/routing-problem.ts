// What brokering looks at, loaded once: orders that wait, facilities with what limits them, and stock. Instants
// are milliseconds since 1970, since the engine compares them millions of times.

import type { FacilityKind, Queue } from '../../facilities/facility.ts';
import type { Channel, Delivery } from '../../orders/delivery.ts';
import type { Place } from '../distance.ts';

export const PRIORITIES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface RoutingItem {
  readonly seq: string;
  readonly productId: string;
  readonly quantity: number;
  readonly queue: Queue;
  readonly autoCancelAt: number | null;
  readonly shipGroupSeq: string;
  readonly delivery: Delivery;
  readonly shippingMethod: string | null;
  readonly categories: readonly string[];
  readonly valueMinor: number;
  readonly pounds: number;
  /** Items of one group ship together (a bundle); null ships by itself. */
  readonly itemGroup: string | null;
  /** Where the order says it must come from (a pickup); null lets brokering choose. */
  readonly assignedFacilityId: string | null;
  readonly shipAfter: number | null;
  readonly shipBy: number | null;
}

export interface RoutingOrder {
  readonly orderId: string;
  readonly name: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly placedAt: number;
  readonly totalMinor: number;
  readonly tags: readonly string[];
  readonly sellingFacilityId: string | null;
  /** Where the goods go; null when nobody knows. */
  readonly destination: Place | null;
  readonly origin: 'SHIP_TO' | 'SELLING_FACILITY' | 'UNKNOWN';
  readonly country: string | null;
  readonly region: string | null;
  /** Facilities that have something of it to ship today: it takes no second place there. */
  readonly presentAt: readonly string[];
  readonly items: readonly RoutingItem[];
}

/** From and to in minutes of the facility's own day; Monday is 1, Sunday 7. */
export interface OpeningHours {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** The carrier comes at this minute of the day; `*` is every method. */
export interface CutOff {
  readonly shippingMethod: string;
  readonly at: number;
}

export type OpeningTimes = readonly OpeningHours[];
export type CutOffTimes = readonly CutOff[];

export interface RoutingFacility extends Place {
  readonly facilityId: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly shipsOrders: boolean;
  readonly timeZone: string;
  readonly country: string | null;
  readonly region: string | null;
  /** Group → its place in the group's own order. */
  readonly groups: Readonly<Record<string, number>>;
  /** Orders it can still take today and within the last hour's limit; null is no limit. */
  readonly dayLeft: number | null;
  readonly hourLeft: number | null;
  /** Empty: always open. */
  readonly openingHours: OpeningTimes;
  /** Empty: the carrier comes any time. */
  readonly cutOffs: CutOffTimes;
  /** Items offered and rejected in the days history is counted over. */
  readonly offered: number;
  readonly rejected: number;
  /** What shipping from here costs beyond the table. */
  readonly perShipment: number;
  readonly perUnit: number;
}

export interface StockCell {
  readonly facilityId: string;
  readonly productId: string;
  /** Available to promise (`available-to-promise.ts`). */
  readonly available: number;
  readonly weeklyUnits: number | null;
  /** The facility rejected the product not long ago. */
  readonly rejected: boolean;
}

/** Units of send sales that are placed and not approved yet: no order placed later takes the last ones. */
export interface StockHold {
  readonly productId: string;
  readonly placedAt: number;
  readonly units: number;
}

export interface BrokeringProblem {
  readonly at: number;
  readonly orders: readonly RoutingOrder[];
  readonly facilities: readonly RoutingFacility[];
  readonly stock: readonly StockCell[];
  readonly holds: readonly StockHold[];
}
