// The one shape of a feed that leaves: what is due, how it is written, where it lies, and which NetSuite
// scripts read and answer it.

import type { ProblemCode, ProblemFacts } from '@sendsale/domain';
import type { FeedRow } from '@sendsale/oms';
import type { Database } from '@sendsale/store/read';
import type { ExportFeedName, ScriptKey } from '../contract/index.ts';
import { EXPORT_DIRECTORIES, EXPORT_FILE_PREFIXES, fileTime } from '../contract/index.ts';

/** What a look at the database found. */
export interface Selection<Unit> {
  /** What can be written now. A unit is never torn between two files: a whole order, or one record. */
  readonly units: readonly Unit[];
  /** What holds other records back. */
  readonly problems: readonly ProblemFacts[];
  /** The subjects looked at; problems of theirs that are not among `problems` are healed. */
  readonly examined: readonly string[];
}

/** A file's text and what each of its records is. */
export interface EncodedFile {
  readonly content: string;
  readonly rows: readonly FeedRow[];
}

export interface ExportFeedDefinition<Unit> {
  readonly name: ExportFeedName;
  /** What it carries, for people. */
  readonly label: string;
  readonly fileName?: (at: Date, page: number) => string;
  readonly limits: FeedLimits;
  /** Codes of the problems `select` may report. */
  readonly obstacles: readonly ProblemCode[];
  readonly select: (db: Database, options: SelectOptions) => Promise<Selection<Unit>>;
  /** How many rows of a file a unit takes. */
  readonly rowCount: (unit: Unit) => number;
  readonly encode: (units: readonly Unit[]) => EncodedFile;
  /** The script that reads the files, to be started after a hand-over. */
  readonly script: ScriptKey;
  /** The scripts whose files answer, started while rows are unanswered. */
  readonly answeredBy: readonly ScriptKey[];
}

export interface FeedLimits {
  /** NetSuite refuses CSV files above 25,000 records. */
  readonly rowsPerFile: number;
  /** How many subjects one look takes; the job runs again at once when there are more. */
  readonly subjectsPerRun: number;
}

export interface SelectOptions {
  readonly limit: number;
}

/** A feed as the catalogue lists it: the definition with its unit type closed over. */
export interface ExportFeed {
  readonly name: ExportFeedName;
  readonly label: string;
  readonly directory: string;
  readonly fileName: (at: Date, page: number) => string;
  readonly obstacles: readonly ProblemCode[];
  readonly script: ScriptKey;
  readonly answeredBy: readonly ScriptKey[];
  readonly limits: FeedLimits;
  /** Selects and encodes one batch: whole units, as many files as the limits ask for. */
  readonly nextBatch: (db: Database) => Promise<Batch>;
}

export interface Batch extends Omit<Selection<never>, 'units'> {
  readonly files: readonly EncodedFile[];
}

/** Types a feed and closes over its unit type; it does nothing else. */
export function defineExportFeed<Unit>(definition: ExportFeedDefinition<Unit>): ExportFeed {
  const { name, label, limits, obstacles, script, answeredBy } = definition;
  return {
    name,
    label,
    limits,
    obstacles,
    script,
    answeredBy,
    directory: EXPORT_DIRECTORIES[name],
    fileName: definition.fileName ?? ((at, page) => csvFileName(name, at, page)),
    nextBatch: async (db) => {
      const found = await definition.select(db, { limit: limits.subjectsPerRun });
      const pages = splitIntoPages(found.units, definition);
      const files = pages.map((units) => definition.encode(units));
      return { files, problems: found.problems, examined: found.examined };
    },
  };
}

/** The published name of a CSV file; pages after the first get `_2`, `_3` before `.csv`. */
function csvFileName(name: ExportFeedName, at: Date, page: number): string {
  return `${EXPORT_FILE_PREFIXES[name]}${fileTime(at)}${page === 1 ? '' : `_${page}`}.csv`;
}

function splitIntoPages<Unit>(
  units: readonly Unit[],
  definition: ExportFeedDefinition<Unit>,
): Unit[][] {
  const pages: Unit[][] = [];
  let room = 0;
  for (const unit of units) {
    const size = definition.rowCount(unit);
    if (size > room) {
      pages.push([]);
      room = definition.limits.rowsPerFile;
    }
    pages.at(-1)?.push(unit);
    room -= size;
  }
  return pages;
}
