/**
 * Payments of the OMS become customer deposits.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import { ERROR_FILES, EXPORT_DIRECTORIES, SCRIPTS } from '@sendsale/netsuite/contract';
import { type Answer, type ErrorRow, writeAnswers, writeErrors } from '../lib/answers.ts';
import { type Deposit, depositOf, DEPOSITS } from '../lib/customer-deposits.ts';
import { batches } from '../lib/find-records.ts';
import { enoughUnits } from '../lib/governance.ts';
import { archiveFile, type Inbox, readWorkFile, takeFiles } from '../lib/hand-over.ts';
import { readJsonRecords } from '../lib/json-records.ts';
import { errorText } from '../lib/script-error.ts';
import { connectServer, type Server } from '../lib/server.ts';
import { refuseFile } from '../lib/settle-files.ts';
import { answerUnit, makeUnit } from '../lib/settle-unit.ts';
import { startScript } from '../lib/start-script.ts';
import type { WorkFile } from '../lib/work-file.ts';

const INBOX: Inbox = {
  directory: EXPORT_DIRECTORIES['customer-deposit'],
  matches: (name) => /\.json$/i.test(name),
};

/** Deposits in one map call; 50 units each of its 1,000. */
const CHUNK = 10;
/** Units of reading one file and, later, closing it. */
const FILE_UNITS = 500;

interface Chunk {
  readonly file: WorkFile;
  /** How many deposits the whole file has. */
  readonly total: number;
  readonly deposits: readonly Deposit[];
}

interface ChunkResult {
  readonly file: WorkFile;
  readonly total: number;
  readonly count: number;
  readonly accepted: number;
  readonly answers: readonly Answer[];
  readonly errors: readonly ErrorRow[];
}

/** Every file that waits, not only the first; one that cannot be read does not stop the others. */
export function getInputData(): Chunk[] {
  const server = connectServer();
  const chunks: Chunk[] = [];
  for (const file of takeFiles(server, INBOX)) {
    if (!enoughUnits(FILE_UNITS)) break;
    chunks.push(...readChunks(server, file));
  }
  return chunks;
}

function readChunks(server: Server, file: WorkFile): Chunk[] {
  const text = readWorkFile(server, INBOX, file);
  try {
    const deposits = readJsonRecords(text).map((entry, index) =>
      depositOf(entry, file.name, index),
    );
    if (deposits.length === 0) archiveFile(server, INBOX, file);
    const total = deposits.length;
    return batches(deposits, CHUNK).map((chunk) => ({ file, total, deposits: chunk }));
  } catch (error) {
    const errorFile = ERROR_FILES.customerDeposit;
    refuseFile({ server, inbox: INBOX, errorFile, file }, errorText(error));
    return [];
  }
}

interface MapContext {
  readonly key: string;
  readonly value: string;
  readonly write: (entry: { key: string; value: string }) => void;
}

/** Finds the deposits that are there, makes the others. A restart finds what it made before. */
export function map(context: MapContext): void {
  // Written by getInputData above.
  const { file, total, deposits } = JSON.parse(context.value) as Chunk;
  const found = DEPOSITS.find(deposits);
  const settled = deposits.map((deposit) => {
    const internalId = found.get(deposit.externalId);
    const { totalAmount: amount = '' } = deposit.record;
    const result = internalId === undefined ? makeUnit(DEPOSITS, deposit) : { internalId, amount };
    return answerUnit({ plan: DEPOSITS, unit: deposit, result }, file.name);
  });
  const answers = settled.flatMap((each) => each.answers);
  const errors = settled.flatMap((each) => each.errors);
  const accepted = settled.filter((each) => each.errors.length === 0).length;
  const result: ChunkResult = { file, total, count: settled.length, accepted, answers, errors };
  context.write({ key: context.key, value: JSON.stringify(result) });
}

interface SummaryContext {
  readonly output: {
    readonly iterator: () => {
      readonly each: (visit: (key: string, value: string) => boolean) => void;
    };
  };
}

/** Answers every deposit and archives the files all of whose deposits are answered. */
export function summarize(summary: SummaryContext): void {
  const results = collectByFile(summary);
  const server = connectServer();
  let accepted = 0;
  for (const chunks of results.values()) {
    closeFile(server, chunks);
    accepted += chunks.reduce((sum, chunk) => sum + chunk.accepted, 0);
  }
  if (accepted > 0) startScript(SCRIPTS.exportCustomerDeposits);
  // What arrived while this ran could not start it.
  if (server.list(INBOX.directory).some(INBOX.matches)) startScript(SCRIPTS.createCustomerDeposits);
}

function collectByFile(summary: SummaryContext): ReadonlyMap<string, readonly ChunkResult[]> {
  const results = new Map<string, ChunkResult[]>();
  summary.output.iterator().each((_key, value) => {
    // Written by map above.
    const result = JSON.parse(value) as ChunkResult;
    const chunks = results.get(result.file.name) ?? [];
    results.set(result.file.name, [...chunks, result]);
    return true;
  });
  return results;
}

function closeFile(server: Server, chunks: readonly ChunkResult[]): void {
  const [first] = chunks;
  if (first === undefined) return;
  const answers = chunks.flatMap((chunk) => chunk.answers);
  const errors = chunks.flatMap((chunk) => chunk.errors);
  const answered = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
  try {
    writeAnswers(server, 'customer-deposit', answers);
    writeErrors(server, ERROR_FILES.customerDeposit, errors);
    // What a map call that died left out is taken up by the next run.
    if (answered === first.total) archiveFile(server, INBOX, first.file);
  } catch (error) {
    log.error({ title: `Interrupted: ${first.file.name}`, details: errorText(error) });
  }
}
