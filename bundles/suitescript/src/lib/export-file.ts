// Names and text of the files the exports write.

import { fileTimeMs } from '@sendsale/netsuite/contract';
import { writeCsv } from './csv.ts';
import type { ExportRecord } from './export-feed.ts';
import { markedName } from './work-file.ts';

/** `<yyyy-MM-dd-HH-mm-ss-SSS>-<Suffix>.csv`: sorts by time, and holds nothing a file system minds. */
export function exportFileName(suffix: string): (at: Date, attempt: number) => string {
  return (at, attempt) => {
    const name = `${fileTimeMs(at)}${suffix}`;
    return attempt === 1 ? name : markedName(name, String(attempt));
  };
}

/** A header line with the published columns, then the rows of all records. */
export function writeExportCsv(
  columns: readonly string[],
): (records: ReadonlyArray<ExportRecord<readonly string[]>>) => string {
  return (records) => writeCsv([columns, ...records.flatMap((each) => each.rows)]);
}
