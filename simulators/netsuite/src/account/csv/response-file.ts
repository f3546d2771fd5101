// The file NetSuite mails after an import: only the rows it did not take, the reason in front. [documented] Oracle help section_N350581

import type { CsvFile } from './read-file.ts';
import type { ImportUnit } from './units.ts';

/** The response file; only its header when every row was taken. */
export function responseFile(
  file: CsvFile,
  refused: ReadonlyArray<{ readonly unit: ImportUnit; readonly message: string }>,
): string {
  const rows = refused.flatMap(({ unit, message }) =>
    unit.rows.map((row) => [message, ...file.header.map((_name, index) => row.cells[index] ?? '')]),
  );
  return [['Error', ...file.header], ...rows].map(csvLine).join('');
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
