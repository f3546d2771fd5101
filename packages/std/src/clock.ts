// Time enters the program through a Clock, so that tests and the simulators decide what time it is.

export interface Clock {
  /** The present instant. */
  readonly now: () => Date;
  /** Resolves when `milliseconds` have passed on this clock. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}
