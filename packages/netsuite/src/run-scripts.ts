// The nudge: NetSuite's scripts are started as soon as there is something for them, instead of at their next
// quarter of an hour, and their answers are fetched. Where no RESTlet is set up or NetSuite does not answer,
// the schedules do the same, later.

import { raiseProblem, resolveProblem } from '@sendsale/oms';
import { openWaits } from '@sendsale/store/read';
import type { NetSuiteContext } from './context.ts';
import { importFiles } from './exchange/import-files.ts';
import type { ImportRun } from './exchange/import-files.ts';
import { EXPORT_FEEDS } from './feeds/export-catalogue.ts';
import { SCRIPTS } from './contract/index.ts';
import type { ScriptKey } from './contract/index.ts';
import { scriptsToRun } from './scripts-to-run.ts';

const SUBJECT = 'netsuite-restlet';
/** What was not answered for so long is left to the schedules; asking twice a minute would not help. */
const IMPATIENT_MS = 60 * 60_000;

export interface ScriptsRun {
  readonly started: readonly ScriptKey[];
  /** Those NetSuite was running already; they are asked again in a moment. */
  readonly busy: readonly ScriptKey[];
  /** What the answers that lay there changed. */
  readonly changed: number;
  /** Something is awaited that NetSuite should say soon. */
  readonly isWaiting: boolean;
  readonly note: string;
}

/** Starts what has something to do, then takes the answers that are there already. */
export async function runScripts(context: NetSuiteContext): Promise<ScriptsRun> {
  const { database, clock } = context;
  const now = clock.now();
  const scripts = scriptsToRun(await openWaits(database, { since: new Date(0) }), EXPORT_FEEDS);
  if (scripts.length === 0)
    return { started: [], busy: [], changed: 0, isWaiting: false, note: 'Nothing is awaited.' };
  const { started, busy, failure } = await startScripts(context, scripts);
  const imported: ImportRun = await importFiles(context);
  const since = new Date(now.getTime() - IMPATIENT_MS);
  const soon = scriptsToRun(await openWaits(database, { since }), EXPORT_FEEDS);
  return {
    started,
    changed: imported.changed,
    // Also while a script was busy: it may have looked before our file was there, so it is asked again.
    isWaiting: soon.length > 0,
    busy,
    note:
      failure ??
      imported.failure ??
      `Started ${started.length} of ${scripts.length} scripts, ${busy.length} ran already.`,
  };
}

interface Started {
  readonly started: readonly ScriptKey[];
  readonly busy: readonly ScriptKey[];
  readonly failure: string | null;
}

async function startScripts(
  context: NetSuiteContext,
  scripts: readonly ScriptKey[],
): Promise<Started> {
  const { restlets, log } = context;
  if (restlets === null) return { started: [], busy: [], failure: null };
  const started: ScriptKey[] = [];
  const busy: ScriptKey[] = [];
  let failure: string | null = null;
  for (const script of scripts) {
    const run = await restlets.runScript(script);
    if (run.ok) {
      if (run.value.isStarted) started.push(script);
      else if (run.value.isBusy) busy.push(script);
      else log.debug({ script, answer: run.value.message }, 'NetSuite did not start a script.');
      continue;
    }
    failure = `${SCRIPTS[script].jobName}: ${run.error.message}`;
    // A refusal is about this script; everything else will meet the next one too.
    if (run.error.code !== 'REFUSED' || run.error.status === 401) break;
  }
  await recordReachability(context, failure);
  return { started, busy, failure };
}

async function recordReachability(
  { database, clock }: NetSuiteContext,
  failure: string | null,
): Promise<void> {
  const code = 'NETSUITE_UNREACHABLE';
  const at = clock.now();
  if (failure === null) {
    await resolveProblem(database, { code, subject: SUBJECT, resolution: 'NetSuite answers.', at });
  } else {
    await raiseProblem(database, { code, subject: SUBJECT, message: failure, at });
  }
}
