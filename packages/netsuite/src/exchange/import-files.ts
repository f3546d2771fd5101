// One run of everything that comes from NetSuite: fetch what lies there, then take what was fetched.

import type { NetSuiteContext } from '../context.ts';
import { IMPORT_FEEDS } from '../feeds/import-catalogue.ts';
import { fetchFiles } from './fetch-files.ts';
import { takeFiles } from './take-files.ts';
import { withServer } from './with-server.ts';

export interface ImportRun {
  /** Files that were not here before. */
  readonly fetched: number;
  /** Rows that changed something. */
  readonly changed: number;
  /** Why nothing could be fetched; null when the server was reached. */
  readonly failure: string | null;
}

/** Fetches and takes. What was fetched before is taken even when the server is away. */
export async function importFiles(context: NetSuiteContext): Promise<ImportRun> {
  const { files } = context;
  let fetched = 0;
  let failure: string | null = null;
  if (files !== null) {
    const run = await withServer(context, files, async (server) =>
      fetchFiles(context, { server, files }, IMPORT_FEEDS),
    );
    if (run.isReached) fetched = run.value;
    else failure = `${run.code}: ${run.message}`;
  }
  return { fetched, changed: await takeFiles(context, IMPORT_FEEDS), failure };
}
