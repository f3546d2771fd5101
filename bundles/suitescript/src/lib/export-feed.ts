// How every export works: what is not marked yet goes into a file, and the mark is set when the file is
// on the server. A run that dies in between repeats itself; nothing depends on a clock.

import type { Script } from '@sendsale/netsuite/contract';
import * as record from 'N/record';
import { enoughUnits, UNITS } from './governance.ts';
import { batches } from './find-records.ts';
import { errorText } from './script-error.ts';
import { connectServer } from './server.ts';
import { startScript } from './start-script.ts';

/** One NetSuite record and the rows it stands for in the file. */
export interface ExportRecord<Row> {
  readonly type: string;
  readonly id: string;
  readonly rows: readonly Row[];
}

export interface ExportPlan<Row> {
  readonly script: Script;
  readonly directory: string;
  readonly fileName: (at: Date, attempt: number) => string;
  /** Unmarked records, oldest first, at most `limit`. */
  readonly select: (limit: number) => ReadonlyArray<ExportRecord<Row>>;
  readonly write: (records: ReadonlyArray<ExportRecord<Row>>) => string;
  /** Marks one record as exported; {@link markField} for a checkbox. */
  readonly mark: (exported: ExportRecord<Row>) => void;
  /** Units `mark` costs. */
  readonly markUnits: number;
}

interface MapContext {
  readonly key: string;
  readonly value: string;
  readonly write: (entry: { key: string; value: string }) => void;
}

interface SummaryContext {
  readonly output: {
    readonly iterator: () => {
      readonly each: (visit: (key: string, value: string) => boolean) => void;
    };
  };
}

/** The entry points of a map/reduce script. */
export interface MapReduce {
  readonly getInputData: () => unknown[];
  readonly map: (context: MapContext) => void;
  readonly summarize: (summary: SummaryContext) => void;
}

const LIMIT = 500;
/** Records in one map call: a call costs more than the records in it. */
const CHUNK = 100;
/** The upload, the rename, and looking for more. */
const ROUND_UNITS = 400;

/**
 * The map stage only carries the rows; the file is written in the summary, and then again for what came
 * in meanwhile, so that a record saved while this runs does not wait for the schedule.
 */
export function exportFeed<Row>(plan: ExportPlan<Row>): MapReduce {
  return {
    getInputData: () => batches(plan.select(LIMIT), CHUNK),
    map: (context) => {
      context.write({ key: context.key, value: context.value });
    },
    summarize: (summary) => {
      const exported = new Set<string>();
      let records = collect<Row>(summary);
      while (records.length > 0) {
        exportRecords(plan, records);
        for (const { type, id } of records) exported.add(`${type}:${id}`);
        // What could not be marked comes back; the next scheduled run takes it, not this one.
        records = plan.select(LIMIT).filter(({ type, id }) => !exported.has(`${type}:${id}`));
        if (records.length > 0 && !enoughUnits(ROUND_UNITS + records.length * plan.markUnits)) {
          startScript(plan.script);
          return;
        }
      }
    },
  };
}

function collect<Row>(summary: SummaryContext): Array<ExportRecord<Row>> {
  const records: Array<ExportRecord<Row>> = [];
  summary.output.iterator().each((_key, value) => {
    // Written by getInputData above; the map stage passes it on as text.
    records.push(...(JSON.parse(value) as Array<ExportRecord<Row>>));
    return true;
  });
  return records;
}

function exportRecords<Row>(
  plan: ExportPlan<Row>,
  records: ReadonlyArray<ExportRecord<Row>>,
): void {
  const at = new Date();
  const withRows = records.filter((exported) => exported.rows.length > 0);
  if (withRows.length > 0) {
    const text = plan.write(withRows);
    connectServer().write(plan.directory, (attempt) => plan.fileName(at, attempt), text);
  }
  for (const exported of records) plan.mark(exported);
}

/** Sets a checkbox of ours. A record somebody is editing stays unmarked and is exported once more. */
export function markField(fieldId: string): (exported: { type: string; id: string }) => void {
  return markFields({ [fieldId]: true });
}

/** As markField, for several fields at once. */
export function markFields(
  values: Readonly<Record<string, boolean | number>>,
): (exported: { type: string; id: string }) => void {
  return ({ type, id }) => {
    try {
      record.submitFields({
        type,
        id,
        values: { ...values },
        options: { enableSourcing: false, ignoreMandatoryFields: true },
      });
    } catch (error) {
      log.error({ title: `Not marked: ${type} ${id}`, details: errorText(error) });
    }
  };
}

export const MARK_UNITS = UNITS.transactionLoad;
