// Tells the screens that look what has changed, on whatever machine it was changed: while somebody listens, the
// database is asked every second where its records stand.

import type { Logger } from '@sendsale/platform/log';
import type { Clock } from '@sendsale/std';
import { changeMarks } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { readChange } from './read-marks.ts';
import type { Change } from './read-marks.ts';

type Listener = (change: Change) => void;

export interface ChangeWatch {
  /** @returns a function that stops listening */
  readonly listen: (listener: Listener) => () => void;
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 1000;

export function watchChanges(options: {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}): ChangeWatch {
  const { db, clock, log } = options;
  const listeners = new Set<Listener>();
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    let marks = await changeMarks(db);
    while (listeners.size > 0) {
      await clock.sleep(EVERY_MS);
      if (listeners.size === 0) return;
      const read = await readChange(db, marks);
      marks = read.marks;
      if (read.change !== null) for (const listener of listeners) listener(read.change);
    }
  };
  const start = (): void => {
    running ??= run()
      .catch((error: unknown) => log.error({ err: error }, 'Changes could not be watched.'))
      .finally(() => {
        running = null;
        // Somebody came while it ended, or the database was away for a moment.
        if (listeners.size > 0) void clock.sleep(EVERY_MS).then(start);
      });
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      start();
      return () => listeners.delete(listener);
    },
    stop: async () => {
      listeners.clear();
      await running;
    },
  };
}
