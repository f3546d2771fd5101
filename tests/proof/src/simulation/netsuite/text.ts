// Files as NetSuite reads and writes them, without a line of the product's own code.

/** Decimal text in cents; throws on anything else. */
export function cents(text: string): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) throw new Error(`"${text}" is no amount.`);
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -amount : amount;
}

export function decimal(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export type Row = Readonly<Record<string, string>>;

/** RFC 4180. Throws when the text ends within quotes or a row has another width: the file is not whole. */
export function readCsv(text: string): Row[] {
  const cells: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[index + 1] === '"') cell += text[(index += 1)];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || letter === '\n') {
      cells.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      if (letter === '\n') cells.push([]);
    } else cell += letter;
  }
  if (quoted || cell !== '' || cells.at(-1)?.length !== 0) throw new Error('The file is cut off.');
  const [header = [], ...rows] = cells.slice(0, -1);
  if (rows.some((row) => row.length !== header.length)) throw new Error('A row has another width.');
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',');
  return [header, ...rows].map((cells) => `${line(cells)}\n`).join('');
}

/** The objects of a JSON file, their values as text. */
export function readObjects(text: string): Readonly<Record<string, unknown>>[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error('The file holds no array.');
  return value.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) throw new Error('An element is no object.');
    return one as Readonly<Record<string, unknown>>;
  });
}

export function field(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
