// The latest instant a schedule has asked for, on its own clock.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { Cron } from 'croner';

export interface Schedule {
  /** Five fields. */
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * Null when there was none yet. Where clocks are put forward, a time that does not exist that day runs at the
 * next that does; where they are put back, once (croner's rules). Fails with what is wrong with the schedule.
 */
export function previousSlot(schedule: Schedule, at: Date): Result<Date | null, string> {
  try {
    const { cron, timeZone } = schedule;
    const clock = new Cron(cron, { timezone: timeZone, paused: true, mode: '5-part' });
    // A run due at this very instant is due.
    const [slot] = clock.previousRuns(1, new Date(at.getTime() + 1000));
    return ok(slot ?? null);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
