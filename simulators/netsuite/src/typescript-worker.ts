// A worker thread whose entry is a TypeScript file, on every Node the product runs on.

import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';

export interface WorkerStart {
  readonly workerData: object;
  readonly transferList?: Transferable[];
}

// Node 20 cannot read TypeScript by itself, and a worker does not inherit the loader of the test runner.
const BOOTSTRAP = `
const { workerData } = require('node:worker_threads');
require(workerData.loader).register();
import(workerData.entry);
`;

/** Starts `entry`; what it gets as workerData is `start.workerData` with its own entry and loader beside it. */
export function startTypescriptWorker(entry: URL, start: WorkerStart): Worker {
  const loader = createRequire(import.meta.url).resolve('tsx/esm/api');
  return new Worker(BOOTSTRAP, {
    eval: true,
    execArgv: [],
    name: entry.pathname.split('/').at(-1) ?? 'worker',
    workerData: { ...start.workerData, entry: entry.href, loader },
    transferList: start.transferList ?? [],
  });
}
