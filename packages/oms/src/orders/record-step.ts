// Writes a timeline step that no other use case writes.

import type { JsonObject, Problem, TimelineStep } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordStepOptions {
  readonly orderId: string;
  readonly step: TimelineStep;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
  readonly detail?: JsonObject;
}

/** ORDER_UNKNOWN. Each call appends one row. */
export async function recordStep(
  db: Database,
  options: RecordStepOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  throw new Error('TODO');
}
