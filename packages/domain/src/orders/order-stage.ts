// Where on the road an order stands and what it waits for, told from its timeline: one line for a person
// who looks at many orders.

import type { PostingKind } from './delivery.ts';
import type { OrderStatus } from './order-status.ts';
import type { TimelineStep } from './timeline-step.ts';

export interface StageFacts {
  readonly status: OrderStatus;
  readonly postingKinds: readonly PostingKind[];
  readonly steps: ReadonlySet<string>;
  /** Items that are neither completed nor cancelled. */
  readonly openItems: number;
  /** What the oldest open problem says, if there is one. */
  readonly problem: string | null;
}

export interface Stage {
  /** The furthest step reached. */
  readonly stage: TimelineStep;
  /** In words; null when nothing more is to come. */
  readonly waitsFor: string | null;
}

interface Milestone {
  readonly step: TimelineStep;
  /** What an order that has not got here waits for. */
  readonly waitsFor: string;
}

const SALES_ORDER_ROAD: readonly Milestone[] = [
  { step: 'downloaded', waitsFor: 'download' },
  { step: 'customer id received', waitsFor: 'NetSuite to take the customer' },
  { step: 'order id received', waitsFor: 'NetSuite to take the order' },
  { step: 'line ids received', waitsFor: 'the line ids from NetSuite' },
  { step: 'approved', waitsFor: 'approval' },
  { step: 'brokered', waitsFor: 'brokering' },
  { step: 'fulfilled', waitsFor: 'the facility to ship' },
  { step: 'Shopify told', waitsFor: 'Shopify to be told' },
  { step: 'invoiced', waitsFor: 'the invoice in NetSuite' },
];

const CASH_SALE_ROAD: readonly Milestone[] = [
  { step: 'downloaded', waitsFor: 'download' },
  { step: 'customer id received', waitsFor: 'NetSuite to take the customer' },
  { step: 'cash sale exported', waitsFor: 'the cash sale to go out' },
  { step: 'cash sale id received', waitsFor: 'NetSuite to book the cash sale' },
];

const CANCELLED_ROAD: readonly Milestone[] = [{ step: 'cancelled', waitsFor: 'the cancel' }];

/** The stage of an order. A problem stands before everything else, since nothing moves until it is gone. */
export function orderStage(facts: StageFacts): Stage {
  const roads = roadsOf(facts).map((road) => walk(road, facts));
  // The road with most left to do is the one a person asks about.
  const [first = { stage: 'downloaded', waitsFor: null } satisfies Stage, ...others] = roads;
  const stage =
    others.find(({ waitsFor }) => waitsFor !== null && first.waitsFor === null) ?? first;
  return facts.problem === null ? stage : { ...stage, waitsFor: facts.problem };
}

function roadsOf({ status, postingKinds }: StageFacts): ReadonlyArray<readonly Milestone[]> {
  if (status === 'CANCELLED') return [CANCELLED_ROAD];
  const roads = [];
  if (postingKinds.includes('SALES_ORDER')) roads.push(SALES_ORDER_ROAD);
  if (postingKinds.includes('CASH_SALE')) roads.push(CASH_SALE_ROAD);
  return roads;
}

// A known customer never passes "customer id received": the furthest milestone reached counts, not each one.
function walk(road: readonly Milestone[], { steps, openItems }: StageFacts): Stage {
  const reached = road.findLastIndex(({ step }) => steps.has(step));
  const stage = road[reached]?.step ?? 'downloaded';
  const ships = road.findIndex(({ step }) => step === 'fulfilled');
  const next = openItems > 0 && ships >= 0 ? Math.min(reached + 1, ships) : reached + 1;
  return { stage, waitsFor: road[next]?.waitsFor ?? null };
}
