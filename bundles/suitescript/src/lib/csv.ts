// RFC 4180, both ways. No library may be bundled into a script, and the published scripts' unquoted
// concatenation loses every row with a comma in a name.

/** A file that is no CSV; the message says where. */
export class CsvSyntaxError extends Error {
  override readonly name = 'INVALID_CSV';
}

/**
 * The cells of every line, blank lines left out. Lines end with LF or CRLF; a leading byte order mark
 * is dropped. @throws CsvSyntaxError on a quote that is not closed or text after a closing quote.
 */
export function parseCsv(text: string): string[][] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    cells.push(cell.text);
    at = cell.end;
    if (source[at] === ',') {
      at += 1;
      if (at < source.length) continue;
      cells.push('');
    }
    at += lineEndLength(source, at, lines.length + 1);
    if (cells.length > 1 || cells[0] !== '') lines.push(cells);
    cells = [];
  }
  return lines;
}

interface Cell {
  readonly text: string;
  /** Index of the first character after the cell. */
  readonly end: number;
}

const CELL_END = /[,\r\n]/g;

function plainCell(source: string, start: number): Cell {
  CELL_END.lastIndex = start;
  const end = CELL_END.exec(source)?.index ?? source.length;
  return { text: source.slice(start, end), end };
}

function quotedCell(source: string, start: number): Cell {
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) {
      throw new CsvSyntaxError(`The quote opened at character ${String(start + 1)} is not closed`);
    }
    text += source.slice(at, quote);
    if (source[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    at = quote + 2;
  }
}

function lineEndLength(source: string, at: number, line: number): number {
  if (at >= source.length) return 0;
  if (source[at] === '\n') return 1;
  if (source[at] === '\r') return source[at + 1] === '\n' ? 2 : 1;
  throw new CsvSyntaxError(`Line ${String(line)} has text after a closing quote`);
}

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One line a row, ended by LF as the published files are; cells quoted where they must be. */
export function writeCsv(rows: ReadonlyArray<readonly string[]>): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\n`).join('');
}

function writeCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
