// What people do while a run lasts: each step knows its own random number, so that leaving one out leaves the
// others as they are.

import { seededRandom } from '@sendsale/std';

export const STEP_KINDS = [
  'RING',
  'CHANGE',
  'SHIP',
  'REJECT',
  'WAREHOUSE',
  'MAP',
  'CANCEL',
  'HOLD',
  'RELEASE',
  'WAIT',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Step {
  readonly number: number;
  readonly kind: StepKind;
  /** Decides everything that is open about the step. */
  readonly chance: number;
}

const WEIGHTED: readonly StepKind[] = [
  'RING',
  'CHANGE',
  'CHANGE',
  'SHIP',
  'SHIP',
  'SHIP',
  'REJECT',
  'WAREHOUSE',
  'MAP',
  'CANCEL',
  'HOLD',
  'RELEASE',
  'WAIT',
  'WAIT',
];

/** A sale first; then anything. */
export function workloadOf(seed: number): Step[] {
  const random = seededRandom(seed ^ 0x10ad);
  const count = random.integer(3, 10);
  return Array.from({ length: count }, (_, number) => ({
    number,
    kind: number === 0 ? 'RING' : random.pick(WEIGHTED),
    chance: random.integer(0, 2 ** 31),
  }));
}
