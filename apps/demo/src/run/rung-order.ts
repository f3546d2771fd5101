// An order the demo rang up: what it should end as, and what happens to it on the way.

import type { OrderChange } from '../scenarios/random-change.ts';
import type { ExpectedEnd } from '../scenarios/scenario.ts';

export interface RungOrder {
  readonly scenario: string;
  readonly shopifyId: string;
  readonly name: string;
  /** Null for a generated order: how many deposits it gets is not foreseen, but its money must agree. */
  readonly end: ExpectedEnd | null;
  readonly change: OrderChange | null;
}
