// A simulator in a thread of its own, so that whoever starts it can also be what its scripts talk to.

import { z } from 'zod';
import type { NetSuiteOptions } from './options.ts';
import { startTypescriptWorker } from './typescript-worker.ts';

export interface NetSuite {
  readonly url: string;
  /** One line for each thing deployment would have refused; empty unless `warn` was given. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

const Started = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), url: z.string(), problems: z.array(z.string()) }),
  z.object({ ok: z.literal(false), name: z.string(), message: z.string() }),
]);

/** Starts it and resolves when it listens. @throws Error named InstallRefused or SeedRefused with all reasons */
export async function startNetSuite(options: NetSuiteOptions): Promise<NetSuite> {
  const worker = startTypescriptWorker(new URL('./netsuite-thread.ts', import.meta.url), {
    workerData: { options },
  });
  const message = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`The NetSuite simulator ended with ${code} before it listened.`));
    });
  });
  const started = Started.parse(message);
  if (!started.ok) {
    await worker.terminate();
    const error = new Error(started.message);
    error.name = started.name;
    throw error;
  }
  return {
    url: started.url,
    problems: started.problems,
    close: async () => {
      const ended = new Promise((resolve) => {
        worker.once('exit', resolve);
      });
      worker.postMessage('close');
      await ended;
    },
  };
}
