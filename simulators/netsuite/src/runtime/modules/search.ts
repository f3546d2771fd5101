// N/search: the module's own calls.

import type { FilterTerm, SearchColumn } from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { isPlain, readOptions, textOf } from '../options.ts';
import { SEARCH_TYPES } from './record-types.ts';
import { readFilters, termOf } from './search-filters.ts';
import { searchKit } from './search-objects.ts';
import type { SearchKit } from './search-objects.ts';
import { looseValues } from './search-result.ts';
import { columnOf, readColumn, readColumnObject } from './search-terms.ts';
import { Constants } from '../realm.ts';

const OPERATORS =
  'AFTER ALLOF ANY ANYOF BEFORE BETWEEN CONTAINS DOESNOTCONTAIN DOESNOTSTARTWITH EQUALTO GREATERTHAN GREATERTHANOREQUALTO ' +
  'HASKEYWORDS IS ISEMPTY ISNOT ISNOTEMPTY LESSTHAN LESSTHANOREQUALTO NONEOF NOTAFTER NOTALLOF NOTBEFORE NOTBETWEEN ' +
  'NOTEQUALTO NOTGREATERTHAN NOTGREATERTHANOREQUALTO NOTLESSTHAN NOTLESSTHANOREQUALTO NOTON NOTONORAFTER NOTONORBEFORE ' +
  'NOTWITHIN ON ONORAFTER ONORBEFORE STARTSWITH WITHIN';

export function searchModule(invocation: Invocation): object {
  const { realm } = invocation;
  const kit = searchKit(invocation);
  return realm.object({
    create: realm.methodWithPromise('create', (args) => createSearch(invocation, kit, args)),
    load: realm.methodWithPromise('load', (args) => loadSearch(invocation, kit, args)),
    createFilter: realm.method('createFilter', (args) => createFilter(invocation, kit, args)),
    createColumn: realm.method('createColumn', (args) => createColumn(kit, args)),
    lookupFields: realm.methodWithPromise('lookupFields', (args) => lookupFields(invocation, args)),
    delete: realm.methodWithPromise('delete', () => notSupported('search.delete')),
    duplicates: realm.methodWithPromise('duplicates', () => notSupported('search.duplicates')),
    global: realm.methodWithPromise('global', () => notSupported('search.global')),
    createSetting: realm.method('createSetting', () => notSupported('search.createSetting')),
    Type: new Constants(SEARCH_TYPES),
    Operator: new Constants(
      Object.fromEntries(OPERATORS.split(' ').map((name) => [name, name.toLowerCase()])),
    ),
    Sort: new Constants({ ASC: 'ASC', DESC: 'DESC', NONE: 'NONE' }),
    Summary: new Constants({
      GROUP: 'GROUP',
      COUNT: 'COUNT',
      SUM: 'SUM',
      AVG: 'AVG',
      MIN: 'MIN',
      MAX: 'MAX',
    }),
  });
}

function createSearch(invocation: Invocation, kit: SearchKit, args: readonly unknown[]): object {
  invocation.charge('search.create', 0);
  const options = readOptions('search.create', args, ['type', 'filters', 'columns']);
  const given = options.get('columns');
  const columns: readonly unknown[] =
    given === undefined || given === null ? [] : Array.isArray(given) ? given : [given];
  return kit.searches.create({
    type: options.requiredText('type').toLowerCase(),
    id: null,
    title: options.text('title', ''),
    filters: null,
    expression: readFilters(
      invocation,
      kit.filters,
      options.get('filters') ?? options.get('filterExpression'),
    ),
    columns: columnList(
      invocation,
      kit,
      columns.map((column) => kit.columns.stateOf(column) ?? readColumn(column)),
    ),
  });
}

// A list of the realm, so that scripts can push to it.
function columnList(
  { realm }: Invocation,
  kit: SearchKit,
  columns: readonly SearchColumn[],
): object {
  return realm.give(columns.map((column) => kit.columns.create({ ...column }))) as object;
}

function loadSearch(invocation: Invocation, kit: SearchKit, args: readonly unknown[]): object {
  invocation.charge('search.load', 5);
  const id = readOptions('search.load', args, ['id']).requiredText('id');
  const definition = invocation.host.account.searches.load(id);
  return kit.searches.create({
    type: definition.type,
    id,
    title: id,
    filters: null,
    expression: definition.filters,
    columns: columnList(invocation, kit, definition.columns),
  });
}

function createFilter(invocation: Invocation, kit: SearchKit, args: readonly unknown[]): object {
  invocation.charge('search.createFilter', 0);
  const options = readOptions('search.createFilter', args, ['name', 'join', 'operator', 'values']);
  options.required('name');
  options.required('operator');
  const [first] = args;
  const shape = isPlain(first)
    ? first
    : { name: first, join: args[1], operator: args[2], values: args.slice(3) };
  return kit.filters.create(termOf(shape, (date) => invocation.host.calendar.formatDateTime(date)));
}

function createColumn(kit: SearchKit, args: readonly unknown[]): object {
  const options = readOptions('search.createColumn', args, ['name', 'join', 'summary']);
  options.required('name');
  const [first] = args;
  return kit.columns.create(isPlain(first) ? readColumnObject(first) : columnOf(textOf(first)));
}

/** `{field: value}`: selects as lists of `{value, text}`, checkboxes as booleans, dates as texts. */
function lookupFields(invocation: Invocation, args: readonly unknown[]): unknown {
  invocation.charge('search.lookupFields', 1);
  const options = readOptions('search.lookupFields', args, ['type', 'id', 'columns']);
  const type = options.requiredText('type').toLowerCase();
  const given = options.required('columns');
  const names = (Array.isArray(given) ? given : [given]).map(textOf);
  const columns = names.map(columnOf);
  const byId: FilterTerm = {
    name: 'internalid',
    join: null,
    operator: 'anyof',
    values: [options.requiredText('id')],
    formula: null,
  };
  const rows = invocation.host.account.searches.run({ type, filters: [byId], columns });
  // A transaction's first row is its body.
  const [row] = rows;
  return row === undefined ? {} : looseValues({ row, columns }, names);
}
