// Saved CSV imports of the account, and the jobs that run them step by step.

import type {
  CsvImportJob,
  CsvImportProgress,
  CsvImportResult,
  CsvImports,
  Records,
} from '../account.ts';
import type { CsvImportDefinition } from '../definitions.ts';
import type { Engine } from '../engine.ts';
import { SuiteScriptError } from '../failure.ts';
import { importUnit } from './import-unit.ts';
import { readMap } from './map.ts';
import type { CsvFile } from './read-file.ts';
import { readCsvFile, refuseJob } from './read-file.ts';
import { responseFile } from './response-file.ts';
import type { ImportUnit } from './units.ts';
import { unitsOf } from './units.ts';
import type { ImportWork } from './work.ts';

export interface SavedImports {
  readonly imports: CsvImports;
  readonly add: (definition: CsvImportDefinition) => void;
  readonly all: () => readonly CsvImportDefinition[];
}

/** The imports of an account; maps are added as projects are installed. */
export function createImports(engine: Engine, records: Records): SavedImports {
  const maps = new Map<string, CsvImportDefinition>();
  return {
    add: (definition) => {
      maps.set(definition.id.toLowerCase(), definition);
    },
    all: () => [...maps.values()],
    imports: {
      prepare: ({ mappingId, name, content, progress }) => {
        const definition = findMap(maps, mappingId);
        const map = readMap(engine.schema, definition);
        const file = readCsvFile(content, definition.columnDelimiter);
        const units = unitsOf(file, map);
        return createJob({ engine, records, map }, { name, file, units, progress });
      },
    },
  };
}

// Maps are numbered in the order they were installed. [assumed]
function findMap(
  maps: ReadonlyMap<string, CsvImportDefinition>,
  mappingId: string,
): CsvImportDefinition {
  const found = maps.get(mappingId.toLowerCase()) ?? [...maps.values()][Number(mappingId) - 1];
  return found ?? refuseJob(`the saved CSV import ${mappingId} does not exist.`);
}

interface JobSource {
  readonly name: string;
  readonly file: CsvFile;
  readonly units: readonly ImportUnit[];
  readonly progress: CsvImportProgress | undefined;
}

// One queue, one thread, in the order of the file, whatever the map says about threads. [documented] Oracle help section_4345798668
function createJob(work: ImportWork, { name, file, units, progress }: JobSource): CsvImportJob {
  const refused: Array<CsvImportProgress['refused'][number]> = [...(progress?.refused ?? [])];
  let done = progress?.done ?? 0;
  const refusedUnits = (): Array<{ unit: ImportUnit; message: string }> =>
    refused.flatMap(({ unit, message }) => {
      const found = units[unit];
      return found === undefined ? [] : [{ unit: found, message }];
    });
  return {
    name,
    mappingId: work.map.definition.id,
    step: (records) => {
      for (const unit of units.slice(done, done + records)) {
        const message = quietly(work, () => tryUnit(work, unit));
        if (message !== null) refused.push({ unit: done, message });
        done++;
      }
      return done >= units.length;
    },
    progress: () => ({ done, refused: [...refused] }),
    result: (): CsvImportResult => {
      const left = refusedUnits();
      return {
        imported: done - refused.length,
        total: units.length,
        responseFile: responseFile(file, left),
        refused: left.map(({ unit, message }) => ({
          rows: unit.rows.map((row) => row.number),
          message,
        })),
      };
    },
  };
}

// A map may keep user event scripts out. [documented]
function quietly<T>({ engine, map }: ImportWork, step: () => T): T {
  const { events } = engine;
  const wasMuted = events.isMuted;
  events.isMuted ||= map.definition.runServerScripts === false;
  try {
    return step();
  } finally {
    events.isMuted = wasMuted;
  }
}

// A refused record leaves nothing behind; anything but a refusal is our own bug and is not swallowed.
function tryUnit(work: ImportWork, unit: ImportUnit): string | null {
  try {
    importUnit(work, unit);
    return null;
  } catch (error) {
    if (error instanceof SuiteScriptError) return error.message;
    throw error;
  }
}
