// Search, ResultSet and PagedData of N/search.

import type {
  FilterExpression,
  FilterTerm,
  SearchDefinition,
  SearchRow,
} from '../../account/account.ts';
import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { isPlain, readOptions } from '../options.ts';
import type { RealmClass } from '../realm.ts';
import type { SearchKit, SearchState } from './search-objects.ts';
import { readFilters } from './search-filters.ts';
import { readColumn } from './search-terms.ts';

type Parts = Pick<SearchKit, 'filters' | 'columns' | 'results'>;

const MOST_EACH = 4_000;
const WIDEST_RANGE = 1_000;
const MOST_PAGES = 1_000;

export function defineSearchClass(invocation: Invocation, parts: Parts): RealmClass<SearchState> {
  const { realm } = invocation;
  return realm.defineClass<SearchState>({
    name: 'Search',
    methods: {
      run: (search) => {
        invocation.charge('search.run', 0);
        return resultSet(invocation, parts, search);
      },
      toJSON: (search) => ({ id: search.id, type: search.type, title: search.title }),
      toString: () => 'search.Search',
    },
    properties: {
      // A method with a promise is one of its search's own, since `promise` is called without the search.
      runPaged: {
        get: (search) =>
          realm.methodWithPromise('runPaged', (args) => {
            invocation.charge('search.runPaged', 5);
            const size = Number(
              readOptions('Search.runPaged', args, ['pageSize']).text('pageSize', '50'),
            );
            return pagedData({ invocation, parts, search }, size);
          }),
      },
      save: { get: () => realm.methodWithPromise('save', () => notSupported('Search.save')) },
      searchType: { get: (search) => search.type },
      id: { get: (search) => search.id },
      searchId: { get: (search) => search.id },
      title: {
        get: (search) => search.title,
        set: (search, value) => {
          search.title = typeof value === 'string' ? value : search.title;
        },
      },
      columns: {
        get: (search) => search.columns,
        set: (search, value) => {
          search.columns =
            isPlain(value) || Array.isArray(value) ? value : (realm.give([]) as object);
        },
      },
      filters: {
        get: (search) => {
          search.filters ??= filterList(invocation, parts, search.expression);
          return search.filters;
        },
        set: (search, value) => {
          search.filters =
            isPlain(value) || Array.isArray(value) ? value : filterList(invocation, parts, []);
        },
      },
      filterExpression: {
        get: (search) => expressionList(definitionOf(invocation, parts, search).filters),
        set: (search, value) => {
          search.expression = readFilters(invocation, parts.filters, value);
          search.filters = null;
        },
      },
    },
  });
}

/** What the search says now. */
export function definitionOf(
  invocation: Invocation,
  parts: Parts,
  search: SearchState,
): SearchDefinition {
  const columns: readonly unknown[] = Array.isArray(search.columns)
    ? search.columns
    : [search.columns];
  const filters =
    search.filters === null
      ? search.expression
      : readFilters(invocation, parts.filters, search.filters);
  return {
    type: search.type,
    filters,
    columns: columns.map((column) => parts.columns.stateOf(column) ?? readColumn(column)),
  };
}

// Filters as a list can be read only when they are joined by AND alone.
function filterList({ realm }: Invocation, parts: Parts, expression: FilterExpression): object {
  const terms = expression.flatMap((part): FilterTerm[] => {
    if (part === 'AND') return [];
    if (typeof part === 'string' || isGroup(part))
      notSupported('Search.filters of a search with OR, NOT or groups; use filterExpression');
    return [part];
  });
  // give copies the list; the filters in it are objects of the realm already.
  return realm.give(terms.map((term) => parts.filters.create(term))) as object;
}

function isGroup(part: FilterTerm | FilterExpression): part is FilterExpression {
  return Array.isArray(part);
}

function expressionList(expression: FilterExpression): unknown[] {
  return expression.map((part): unknown => {
    if (typeof part === 'string') return part.toLowerCase();
    if (isGroup(part)) return expressionList(part);
    const name = part.join === null ? part.name : `${part.join}.${part.name}`;
    return [
      part.formula === null ? name : `${name}: ${part.formula}`,
      part.operator,
      ...part.values,
    ];
  });
}

function resultSet(invocation: Invocation, parts: Parts, search: SearchState): object {
  const { realm, host, charge } = invocation;
  const definition = definitionOf(invocation, parts, search);
  let rows: readonly SearchRow[] | null = null;
  const all = (): readonly SearchRow[] => (rows ??= host.account.searches.run(definition));
  const result = (row: SearchRow): object =>
    parts.results.create({ row, columns: definition.columns });
  return realm.object({
    columns: search.columns,
    getRange: realm.methodWithPromise('getRange', (args) => {
      charge('ResultSet.getRange', 10);
      const options = readOptions('ResultSet.getRange', args, ['start', 'end']);
      const start = Number(options.required('start'));
      const end = Number(options.required('end'));
      if (end - start > WIDEST_RANGE) {
        refuse(
          'SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
          'No more than 1000 search results may be requested at one time from ResultSet.getRange.',
        );
      }
      return all().slice(start, end).map(result);
    }),
    each: realm.methodWithPromise('each', ([callback]) => {
      charge('ResultSet.each', 10);
      if (typeof callback !== 'function')
        refuse(
          'SSS_MISSING_REQD_ARGUMENT',
          'ResultSet.each: Missing a required argument: callback',
        );
      all().every((row, index) => {
        if (index >= MOST_EACH) {
          refuse(
            'SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED',
            'No more than 4000 search results may be requested at one time from ResultSet.each.',
          );
        }
        return Boolean(Reflect.apply(callback, undefined, [result(row)]));
      });
    }),
  });
}

interface Paging {
  readonly invocation: Invocation;
  readonly parts: Parts;
  readonly search: SearchState;
}

function pagedData(paging: Paging, pageSize: number): object {
  const { invocation, parts, search } = paging;
  if (!(pageSize >= 5 && pageSize <= 1_000))
    refuse('SSS_INVALID_PAGE_SIZE', `A page has 5 to 1000 results, not ${pageSize}.`);
  const { realm, charge } = invocation;
  const definition = definitionOf(invocation, parts, search);
  // Result sets are not cached: each page is a slice of the search as it stands then.
  const run = (): readonly SearchRow[] => invocation.host.account.searches.run(definition);
  const count = run().length;
  const pageCount = Math.min(Math.ceil(count / pageSize), MOST_PAGES);
  const fetch = (index: number): unknown => {
    charge('PagedData.fetch', 5);
    if (!(index >= 0 && index < pageCount)) refuse('INVALID_PAGE_RANGE', 'Invalid page range.');
    const rows = run().slice(index * pageSize, (index + 1) * pageSize);
    return realm.object({
      data: realm.give(
        rows.map((row) => parts.results.create({ row, columns: definition.columns })),
      ),
      isFirst: index === 0,
      isLast: index === pageCount - 1,
      pageRange: realm.give({ index, compoundLabel: String(index + 1) }),
      next: realm.methodWithPromise('next', () => fetch(index + 1)),
      prev: realm.methodWithPromise('prev', () => fetch(index - 1)),
    });
  };
  return realm.object({
    count,
    pageSize,
    pageRanges: realm.give(
      Array.from({ length: pageCount }, (_page, index) => ({
        index,
        compoundLabel: String(index + 1),
      })),
    ),
    fetch: realm.methodWithPromise('fetch', (args) =>
      fetch(Number(readOptions('PagedData.fetch', args, ['index']).required('index'))),
    ),
  });
}
