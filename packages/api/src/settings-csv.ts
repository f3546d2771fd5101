// Settings as a CSV file (RFC 4180): `section,key,shop,value`, the shop left out for every shop.

import type { SettingRow } from './settings.ts';

const COLUMNS = ['section', 'key', 'shop', 'value'] as const;
const REQUIRED = ['section', 'key', 'value'] as const;

export type CsvSettings = { readonly rows: readonly SettingRow[] } | { readonly fault: string };

/** The rows of a file, or why it is none; a row that is too short has empty cells at its end. */
export function readSettingsCsv(text: string): CsvSettings {
  const [header, ...records] = cellsOf(text.replace(/^\uFEFF/, ''));
  if (header === undefined) return { fault: 'The file is empty.' };
  const columns = header.map((name) => name.trim());
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return { fault: `The header lacks ${missing.join(', ')}; it wants ${COLUMNS.join(',')}.` };
  }
  const cell = (record: readonly string[], name: string): string =>
    (record[columns.indexOf(name)] ?? '').trim();
  const rows = records
    .filter((record) => record.some((one) => one.trim() !== ''))
    .map((record) => ({
      section: cell(record, 'section'),
      key: cell(record, 'key'),
      shop: columns.includes('shop') ? cell(record, 'shop') || '*' : '*',
      value: cell(record, 'value'),
    }));
  return { rows };
}

export function writeSettingsCsv(rows: readonly SettingRow[]): string {
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
  return [line(COLUMNS), ...rows.map((row) => line(COLUMNS.map((name) => row[name])))].join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/gy;

/** Cells by record. A quote in the middle of a bare cell is taken as it stands. */
function cellsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    if (match === null) break;
    const [, inQuotes, bare = '', end] = match;
    record.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}
