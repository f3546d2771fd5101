// A process of its own for a test: another machine, or one that is about to crash.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Child {
  /** Resolves with the next line the process writes to standard output. */
  readonly line: () => Promise<string>;
  /** Kills it as a crash would (SIGKILL) and resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Resolves with its exit status. */
  readonly exited: () => Promise<number | null>;
}

/** Runs a TypeScript file with arguments; what it writes to standard error is shown. */
export function startChild(file: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => {
      const next = await lines.next();
      if (next.done === true) throw new Error(`${file} ended before it wrote the line.`);
      return next.value;
    },
    kill: async () => {
      const gone = whenGone(child);
      child.kill('SIGKILL');
      await gone;
    },
    exited: async () => {
      await whenGone(child);
      return child.exitCode;
    },
  };
}

async function whenGone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
