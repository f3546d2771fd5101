// What a job is: a plain object. Jobs look at the state and do what is due, so that running one twice, or
// once for several reasons, is the same as running it once.

/** What a run answers. */
export interface JobOutcome {
  /** How many things were done; more than 0 wakes the jobs that `wakes` names. */
  readonly done: number;
  /** One line for people, kept with the run. */
  readonly note?: string;
  /**
   * Run again: at once after a run that did something (a batch was full), later and later after runs that
   * did nothing (something is awaited).
   */
  readonly again?: boolean;
}

export interface JobRun {
  /** The instant of the run. */
  readonly at: Date;
  /** Aborted when the run has lost its claim or the process must stop now. */
  readonly signal: AbortSignal;
}

export interface JobDefinition<Context> {
  /** kebab-case; the name in the command line and the history. */
  readonly name: string;
  /** What it does, for people. */
  readonly label: string;
  /** Five-field cron in UTC, the safety net; null for a job that only wakes. */
  readonly schedule: string | null;
  /** Jobs that have something to do after this one did something. */
  readonly wakes: readonly string[];
  /** One bounded batch. A throw is recorded and tried again later. */
  readonly run: (context: Context, run: JobRun) => Promise<JobOutcome>;
}

/** Types a job; it does nothing else. */
export function defineJob<Context>(definition: JobDefinition<Context>): JobDefinition<Context> {
  return definition;
}
