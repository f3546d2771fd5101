// The thread behind startNetSuite.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { NetSuiteOptions } from './options.ts';
import { describeProblem } from './sdf/problem.ts';
import { serveNetSuite } from './serve-netsuite.ts';

const { options } = z.object({ options: NetSuiteOptions }).parse(workerData);

try {
  const served = await serveNetSuite(options);
  parentPort?.once('message', () => {
    void served.close().then(() => process.exit(0));
  });
  parentPort?.postMessage({
    ok: true,
    url: served.url,
    problems: served.problems.map(describeProblem),
  });
} catch (error) {
  const { name, message } =
    error instanceof Error ? error : { name: 'Error', message: String(error) };
  parentPort?.postMessage({ ok: false, name, message });
}
