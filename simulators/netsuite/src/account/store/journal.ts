// Undo for everything in memory: what a save causes happens as a whole or not at all.

export interface Journal {
  /** Remembers how to take the last change back. */
  readonly record: (undo: () => void) => void;
  /** Runs `work`; when it throws, takes back every change it made. May be nested. */
  readonly atomically: <T>(work: () => T) => T;
  /** How many changes there have been, those taken back included. */
  readonly changes: () => number;
}

/** An empty journal. */
export function createJournal(): Journal {
  const undos: Array<() => void> = [];
  let depth = 0;
  let changes = 0;
  const rollBack = (length: number): void => {
    while (undos.length > length) undos.pop()?.();
  };
  return {
    record: (undo) => {
      changes += 1;
      if (depth > 0) undos.push(undo);
    },
    atomically: (work) => {
      const start = undos.length;
      depth++;
      try {
        return work();
      } catch (error) {
        rollBack(start);
        throw error;
      } finally {
        depth--;
        if (depth === 0) undos.length = 0;
      }
    },
    changes: () => changes,
  };
}
