// The one shape of a feed that comes: which files are its, how one is read into rows, and how a row is taken.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import type { FileFault } from '../codec/read-csv.ts';

/** What a row is taken with: the file it came in, and when. */
export interface Arrival {
  /** The file, for timelines: `<directory>/<name>`. */
  readonly via: string;
  readonly directory: string;
  readonly fileName: string;
  /** When the file came: what was sent since is not among what it can be about. */
  readonly receivedAt: Date;
  readonly at: Date;
}

/** A row that was read, or why it could not be. */
export type ReadRow<Row> =
  { readonly line: number; readonly row: Row } | { readonly line: number; readonly fault: string };

export interface ImportFeedDefinition<Row> {
  readonly name: string;
  /** What it carries, for people. */
  readonly label: string;
  readonly directory: string;
  readonly matches: (fileName: string) => boolean;
  readonly read: (
    content: Uint8Array,
    fileName: string,
  ) => Result<readonly ReadRow<Row>[], FileFault>;
  /** Takes one row through the use cases. Repeating it changes nothing. @returns how much it changed */
  readonly apply: (db: Database, row: Row, arrival: Arrival) => Promise<Result<number, Problem>>;
}

/** A row with its use case closed over. */
export type ImportRow =
  | {
      readonly line: number;
      readonly apply: (db: Database, arrival: Arrival) => Promise<Result<number, Problem>>;
    }
  | { readonly line: number; readonly fault: string };

export interface ImportFeed {
  readonly name: string;
  readonly label: string;
  readonly directory: string;
  readonly matches: (fileName: string) => boolean;
  readonly read: (content: Uint8Array, fileName: string) => Result<readonly ImportRow[], FileFault>;
}

/** Types a feed and closes over its row type; it does nothing else. */
export function defineImportFeed<Row>(definition: ImportFeedDefinition<Row>): ImportFeed {
  const { name, label, directory, matches, apply } = definition;
  return {
    name,
    label,
    directory,
    matches,
    read: (content, fileName) => {
      const rows = definition.read(content, fileName);
      if (!rows.ok) return rows;
      return { ok: true, value: rows.value.map((row) => closeOver(row, apply)) };
    },
  };
}

function closeOver<Row>(read: ReadRow<Row>, apply: ImportFeedDefinition<Row>['apply']): ImportRow {
  if ('fault' in read) return read;
  return { line: read.line, apply: async (db, arrival) => apply(db, read.row, arrival) };
}
