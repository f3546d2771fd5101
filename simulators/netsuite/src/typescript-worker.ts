// A worker thread whose entry is a TypeScript file, on every Node the product runs on.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';

export interface WorkerStart {
  readonly workerData: object;
  readonly transferList?: Transferable[];
}

// Node 20 cannot read TypeScript by itself, and a worker inherits neither tsx nor a test runner's loader.
const BOOTSTRAP = `
const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => {
  register();
  return import(workerData.entry);
});
`;

/** Starts `entry`, a .ts file; its workerData is the one given, with `entry` and `loader` beside it. */
export function startTypescriptWorker(entry: URL, start: WorkerStart): Worker {
  const loader = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  return new Worker(BOOTSTRAP, {
    eval: true,
    execArgv: [],
    workerData: { ...start.workerData, entry: entry.href, loader: pathToFileURL(loader).href },
    transferList: start.transferList ?? [],
  });
}
