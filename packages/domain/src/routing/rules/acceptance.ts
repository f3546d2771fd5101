// How often a facility ships what it is offered.

import type { RoutingFacility } from '../engine/routing-problem.ts';

// A facility nobody knows is believed; a single rejection does not condemn one.
const BELIEVED_OFFERS = 10;

/** Share of offers it rejects, from 0 to 1, drawn towards 0 while few offers were made. */
export function rejectionRate({ offered, rejected }: RoutingFacility): number {
  return rejected / (offered + BELIEVED_OFFERS);
}
