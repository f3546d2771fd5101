// The account's clock: the real time by default, or stopped at an instant, and moved on request.

export interface AccountClock {
  readonly now: () => Date;
  /** Stops the clock at an instant. */
  readonly stopAt: (at: Date) => void;
  readonly advance: (milliseconds: number) => void;
  /** Lets the clock run on from where it stands. */
  readonly run: () => void;
  readonly isStopped: () => boolean;
  readonly state: () => ClockState;
  readonly restore: (state: ClockState) => void;
}

export interface ClockState {
  readonly stoppedAt: Date | null;
  /** How far a running clock is ahead of the real time. */
  readonly aheadMs: number;
}

export function createClock(startAt: Date | null): AccountClock {
  let stopped: Date | null = startAt;
  let offsetMs = 0;
  const now = (): Date => stopped ?? new Date(Date.now() + offsetMs);
  return {
    now,
    stopAt: (at) => {
      stopped = at;
    },
    advance: (milliseconds) => {
      if (stopped === null) offsetMs += milliseconds;
      else stopped = new Date(stopped.getTime() + milliseconds);
    },
    run: () => {
      offsetMs = now().getTime() - Date.now();
      stopped = null;
    },
    isStopped: () => stopped !== null,
    state: () => ({ stoppedAt: stopped, aheadMs: offsetMs }),
    restore: (state) => {
      stopped = state.stoppedAt;
      offsetMs = state.aheadMs;
    },
  };
}
