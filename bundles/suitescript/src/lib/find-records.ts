// Searches written in code: saved searches cannot be authored outside an account, and these can be
// reviewed. Results are read to the end, in pages NetSuite allows.

import * as search from 'N/search';

/** A term, or terms joined by 'and', 'or' and 'not', as N/search takes them. */
export type Filters = ReadonlyArray<string | Filters>;

const PAGE = 1000;
/** External ids in one filter. */
const BATCH = 200;

export interface Query {
  readonly type: string;
  readonly filters: Filters;
  readonly columns: ReadonlyArray<string | search.Column>;
  /** The most rows wanted. */
  readonly limit?: number;
}

/** Rows of a search, at most `limit`; 10 units a thousand. */
export function findRows(query: Query): search.Result[] {
  const limit = query.limit ?? Number.MAX_SAFE_INTEGER;
  const results = search
    .create({ type: query.type, filters: [...query.filters], columns: [...query.columns] })
    .run();
  const rows: search.Result[] = [];
  while (rows.length < limit) {
    const end = Math.min(rows.length + PAGE, limit);
    const page = results.getRange({ start: rows.length, end });
    const wanted = end - rows.length;
    rows.push(...page);
    if (page.length < wanted) break;
  }
  return rows;
}

/** A column's text: ids, numbers and dates come as text too, checkboxes as T and F. */
export function textOf(row: search.Result, column: string | search.Column): string {
  const value: unknown = row.getValue(column);
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a user sees in a column, e.g. `Pending Billing`. */
export function labelOf(row: search.Result, column: string | search.Column): string {
  const text: unknown = row.getText(column);
  return typeof text === 'string' ? text : '';
}

/** A search answers a line once for each row joined to it. */
export function eachLineOnce(lines: readonly search.Result[]): search.Result[] {
  return [...new Map(lines.map((line) => [textOf(line, 'line'), line])).values()];
}

/** Oldest first: internal ids only grow. */
export function byInternalId(): search.Column {
  return search.createColumn({ name: 'internalid', sort: search.Sort.ASC });
}

/** The transaction date as feeds write it, whatever the user's date format. */
export function dayColumn(): search.Column {
  return search.createColumn({
    name: 'formulatext',
    formula: "TO_CHAR({trandate}, 'YYYY-MM-DD')",
  });
}

/** Goods, discounts and charges; not what NetSuite adds to a transaction by itself. */
export const OWN_LINES: Filters = [
  ['mainline', 'is', 'F'],
  'and',
  ['shipping', 'is', 'F'],
  'and',
  ['taxline', 'is', 'F'],
  'and',
  ['cogs', 'is', 'F'],
];

/** Internal ids by external id of those that exist; a batch costs 10 units. */
export function findByExternalIds(
  type: string,
  externalIds: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  const wanted = [...new Set(externalIds)].filter((id) => id !== '');
  for (const batch of batches(wanted, BATCH)) {
    const filters: Filters = [['externalid', 'anyof', ...batch], ...mainLine(type)];
    for (const row of findRows({ type, filters, columns: ['internalid', 'externalid'] })) {
      found.set(textOf(row, 'externalid'), row.id);
    }
  }
  return found;
}

/** Without it a transaction search answers once a line. */
function mainLine(type: string): Filters {
  return type === 'customer' ? [] : ['and', ['mainline', 'is', 'T']];
}

/** Cuts a list into parts of at most `size`. */
export function batches<Value>(values: readonly Value[], size: number): Value[][] {
  const parts: Value[][] = [];
  for (let start = 0; start < values.length; start += size) {
    parts.push(values.slice(start, start + size));
  }
  return parts;
}

/** `(field is a or field is b …)`, for text fields, which have no `anyof`. */
export function isOneOf(field: string, values: readonly string[]): Filters {
  return values.flatMap((value, index) =>
    index === 0 ? [[field, 'is', value]] : ['or', [field, 'is', value]],
  );
}
