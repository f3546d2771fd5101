// What planning a run starts from.

import type { CompiledBatch } from './compile-rules.ts';
import type { OrderState } from './order-state.ts';
import type { BatchCount, Planning } from './planning.ts';

/** A run before its rules are walked: what orders bind to a facility themselves is allocated. */
export interface OpenRun {
  readonly planning: Planning;
  readonly states: readonly OrderState[];
  readonly stateOf: (orderId: string) => OrderState | null;
  readonly batches: readonly CompiledBatch[];
  readonly assigned: BatchCount;
}
