// What running jobs needs.

import type { Clock } from '@sendsale/std';
import type { OpenDatabase } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import type { JobDefinition } from './define-job.ts';

export interface JobsOptions<Tables, Context> {
  readonly database: OpenDatabase<Tables>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly definitions: readonly JobDefinition<Context>[];
  readonly context: Context;
  /** How many jobs run at once in this process; 0 for a process that only wakes, pauses and resumes. */
  readonly workers: number;
}
