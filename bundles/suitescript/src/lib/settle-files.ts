// How every importer works: take the files, answer each record (it is there, or it is made, or it is
// refused with a reason), hand the answers over, archive the file. Whatever is interrupted goes on in the
// next run: a record that was made is found by its external id and answered again.

import type { ErrorFile, Script } from '@sendsale/netsuite/contract';
import { type Answer, type ErrorRow, writeAnswers, writeErrors } from './answers.ts';
import { enoughUnits } from './governance.ts';
import {
  advanceFile,
  archiveFile,
  type Inbox,
  readWorkFile,
  setFileAside,
  takeFiles,
} from './hand-over.ts';
import { type ErrorText, errorText } from './script-error.ts';
import { connectServer, type Server } from './server.ts';
import { answerUnit, makeUnit, type UnitPlan } from './settle-unit.ts';
import { startScript } from './start-script.ts';
import type { WorkFile } from './work-file.ts';

/** One importer. */
export interface SettlePlan<Unit> extends UnitPlan<Unit> {
  /** Names the acknowledgement files. */
  readonly feed: string;
  readonly script: Script;
  readonly inbox: Inbox;
  readonly errorFile: ErrorFile;
  /** Started when something was accepted. */
  readonly next: readonly Script[];
  /** What `make` costs at most. */
  readonly unitsEach: number;
  /** @throws when the text is not what was agreed; the file then goes to `failed/`. */
  readonly read: (text: string, file: WorkFile) => readonly Unit[];
  /** Gives NetSuite a whole file at once; 'WAIT' when the result is not there yet. */
  readonly submit?: (units: readonly Unit[], file: WorkFile) => Submitted;
}

/** `task` is set when the file has just been submitted. */
export type Submitted =
  { readonly state: 'READY' } | { readonly state: 'WAIT'; readonly task: string | null };

/** Units for one file beside those of its records: listing, download, two uploads, moves. */
const FILE_UNITS = 600;

/**
 * The body of an importer. The inbox is looked at again until nothing new is in it: what arrives while the
 * script runs could not start it.
 */
export function settleFiles<Unit>(plan: SettlePlan<Unit>): void {
  const server = connectServer();
  const seen = new Set<string>();
  let acceptedRecords = 0;
  let unfinished = false;
  while (!unfinished || enoughUnits(FILE_UNITS)) {
    const files = takeFiles(server, plan.inbox).filter((file) => !seen.has(file.name));
    if (files.length === 0) break;
    for (const file of files) {
      seen.add(file.name);
      const outcome = enoughUnits(FILE_UNITS)
        ? settleFileSafely({ server, plan, file })
        : { accepted: 0, unfinished: true };
      acceptedRecords += outcome.accepted;
      unfinished ||= outcome.unfinished;
    }
  }
  if (acceptedRecords > 0) for (const script of plan.next) startScript(script);
  if (unfinished) startScript(plan.script);
}

interface FileRun<Unit> {
  readonly server: Server;
  readonly plan: SettlePlan<Unit>;
  readonly file: WorkFile;
}

interface FileOutcome {
  readonly accepted: number;
  /** True when another run at once brings it further. */
  readonly unfinished: boolean;
}

/** What goes wrong with one file does not stop the others; it stays in `processing/`. */
function settleFileSafely<Unit>(run: FileRun<Unit>): FileOutcome {
  try {
    return settleFile(run);
  } catch (error) {
    log.error({ title: `Interrupted: ${run.file.name}`, details: errorText(error) });
    return { accepted: 0, unfinished: false };
  }
}

function settleFile<Unit>(run: FileRun<Unit>): FileOutcome {
  const { server, plan, file } = run;
  const text = readWorkFile(server, plan.inbox, file);
  const units = readUnits(run, text);
  if (units === null) return { accepted: 0, unfinished: false };
  const open = units.slice(file.settled);
  const submitted = plan.submit?.(open, file) ?? { state: 'READY' };
  if (submitted.state === 'WAIT') {
    if (submitted.task !== null) {
      const to = { ...file, task: submitted.task };
      advanceFile(server, plan.inbox, { from: file, to });
    }
    return { accepted: 0, unfinished: true };
  }
  return closeFile(run, settleUnits(run, open), open.length);
}

function readUnits<Unit>(
  { server, plan, file }: FileRun<Unit>,
  text: string,
): readonly Unit[] | null {
  try {
    return plan.read(text, file);
  } catch (error) {
    refuseFile({ server, inbox: plan.inbox, errorFile: plan.errorFile, file }, errorText(error));
    return null;
  }
}

export interface RefusedFile {
  readonly server: Server;
  readonly inbox: Inbox;
  readonly errorFile: ErrorFile;
  readonly file: WorkFile;
}

/** A file that cannot be read is reported and set aside; the files behind it go on. */
export function refuseFile(target: RefusedFile, why: ErrorText): void {
  const { server, inbox, errorFile, file } = target;
  writeErrors(server, errorFile, [{ ...why, fileName: file.name, orderId: '', rowId: '' }]);
  setFileAside(server, inbox, file);
}

interface Settled {
  readonly count: number;
  readonly accepted: number;
  readonly answers: readonly Answer[];
  readonly errors: readonly ErrorRow[];
}

function settleUnits<Unit>({ plan, file }: FileRun<Unit>, units: readonly Unit[]): Settled {
  const found = plan.find(units);
  const answers: Answer[] = [];
  const errors: ErrorRow[] = [];
  let count = 0;
  let acceptedRecords = 0;
  for (const unit of units) {
    const internalId = found.get(plan.externalId(unit));
    if (internalId === undefined && !enoughUnits(plan.unitsEach + FILE_UNITS)) break;
    const result = internalId === undefined ? makeUnit(plan, unit) : { internalId };
    const settled = answerUnit({ plan, unit, result }, file.name);
    answers.push(...settled.answers);
    errors.push(...settled.errors);
    if (settled.errors.length === 0) acceptedRecords += 1;
    count += 1;
  }
  return { count, accepted: acceptedRecords, answers, errors };
}

function closeFile<Unit>(run: FileRun<Unit>, settled: Settled, total: number): FileOutcome {
  const { server, plan, file } = run;
  writeAnswers(server, plan.feed, settled.answers);
  writeErrors(server, plan.errorFile, settled.errors);
  const unfinished = settled.count < total;
  if (unfinished) {
    const to = { ...file, settled: file.settled + settled.count };
    advanceFile(server, plan.inbox, { from: file, to });
  } else {
    archiveFile(server, plan.inbox, file);
  }
  return { accepted: settled.accepted, unfinished };
}
