// Result of N/search: the values of one row, and their JSON as a map/reduce script gets it.

import type { SearchColumn } from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import { isPlain, textOf } from '../options.ts';
import type { RealmClass } from '../realm.ts';
import { columnOf, readColumnObject } from './search-terms.ts';
import type { ResultState } from './search-objects.ts';

export interface ResultJson {
  readonly recordType: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

type Cell = ResultState['row']['values'][number];

export function defineResultClass({ realm }: Invocation): RealmClass<ResultState> {
  return realm.defineClass<ResultState>({
    name: 'Result',
    methods: {
      getValue: (state, [wanted]) => findCell(state, wanted)?.value ?? null,
      getText: (state, [wanted]) => {
        const cell = findCell(state, wanted);
        return cell === null ? null : (cell.text ?? '');
      },
      getAllValues: (state) => allValues(state),
      toJSON: (state) => resultJson(state),
      toString: () => 'search.Result',
    },
    properties: {
      id: { get: ({ row }) => row.id },
      recordType: { get: ({ row }) => row.recordType },
      columns: { get: ({ columns }) => columns.map((column) => ({ ...column })) },
    },
  });
}

/** `{recordType, id, values}`: selects as `{value, text}`, joins as `field.join`, formulas by their kind. */
export function resultJson({ row, columns }: ResultState): ResultJson {
  const values: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const cell = row.values[index];
    if (cell !== undefined) values[valueKey(column)] = jsonValue(column, cell);
  });
  return { recordType: row.recordType, id: row.id, values };
}

// Joins as NetSuite spells them, whatever case a search was written in: published scripts read externalid.createdFrom.
const JOIN_NAMES: ReadonlyMap<string, string> = new Map(
  (
    'accountingPeriod appliedToTransaction applyingTransaction billingAddress billingTransaction createdFrom ' +
    'customerMain fulfillingTransaction inventoryDetail inventoryLocation inventoryNumber itemNumber leadSource ' +
    'memberItem payingTransaction salesRep shippingAddress taxCode taxItem toLocation vendorLine'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

function valueKey(column: SearchColumn): string {
  const { name, join } = column;
  const key = join === null ? name : `${name}.${JOIN_NAMES.get(join.toLowerCase()) ?? join}`;
  return column.summary === null ? key : `${column.summary.toUpperCase()}(${key})`;
}

// Ids are shown as links, with a text beside the value.
const LINKS: ReadonlySet<string> = new Set(['internalid', 'externalid']);

function jsonValue(column: SearchColumn, cell: Cell): unknown {
  if (cell.text === null)
    return LINKS.has(column.name) && cell.value !== ''
      ? { value: cell.value, text: cell.value }
      : cell.value;
  return cell.value === '' ? '' : { value: cell.value, text: cell.text };
}

/** As getAllValues gives it: lists of `{value, text}` for selects, booleans for checkboxes. */
export function allValues(state: ResultState): Record<string, unknown> {
  const keys = state.columns.map(({ name, join }) => (join === null ? name : `${join}.${name}`));
  return looseValues(state, keys);
}

/** The row's values under the keys given, in the order of the columns. */
export function looseValues(
  { row, columns }: ResultState,
  keys: readonly string[],
): Record<string, unknown> {
  const entries = columns.flatMap((column, index): Array<[string, unknown]> => {
    const cell = row.values[index];
    const key = keys[index];
    return cell === undefined || key === undefined ? [] : [[key, looseValue(column, cell)]];
  });
  return Object.fromEntries(entries);
}

function looseValue(column: SearchColumn, cell: Cell): unknown {
  if (cell.text !== null || LINKS.has(column.name)) {
    return cell.value === '' ? [] : [{ value: cell.value, text: cell.text ?? cell.value }];
  }
  if (cell.value === 'T') return true;
  return cell.value === 'F' ? false : cell.value;
}

// A text names a column by field, by `join.field`, or by its label; case does not matter.
function findCell(state: ResultState, wanted: unknown): Cell | null {
  const column = isPlain(wanted) ? readColumnObject(wanted) : columnOf(textOf(wanted));
  const index = state.columns.findIndex((one) => matches(one, column));
  return index < 0 ? null : (state.row.values[index] ?? null);
}

function matches(column: SearchColumn, wanted: SearchColumn): boolean {
  return (
    column.name === wanted.name &&
    sameText(column.join, wanted.join) &&
    (wanted.formula === null || column.formula === wanted.formula) &&
    (wanted.label === null || column.label === wanted.label) &&
    (wanted.summary === null || sameText(column.summary, wanted.summary))
  );
}

function sameText(one: string | null, other: string | null): boolean {
  return (one ?? '').toLowerCase() === (other ?? '').toLowerCase();
}
