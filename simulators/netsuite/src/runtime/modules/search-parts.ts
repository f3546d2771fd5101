// Filter and Column of N/search.

import type { FilterTerm, SearchColumn } from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import { textOf } from '../options.ts';
import type { PropertyShape, RealmClass } from '../realm.ts';

export function defineFilterClass({ realm }: Invocation): RealmClass<FilterTerm> {
  return realm.defineClass<FilterTerm>({
    name: 'Filter',
    methods: {
      toJSON: (term) => ({ ...term, isor: false, isnot: false, leftparens: 0, rightparens: 0 }),
      toString: () => 'search.Filter',
    },
    properties: {
      name: { get: (term) => term.name },
      join: { get: (term) => term.join },
      operator: { get: (term) => term.operator },
      summary: { get: () => null },
      formula: { get: (term) => term.formula },
    },
  });
}

/** What a script sets on a column after making it counts when the search runs. */
export function defineColumnClass({ realm }: Invocation): RealmClass<SearchColumn> {
  return realm.defineClass<SearchColumn>({
    name: 'Column',
    methods: {
      toJSON: (column) => ({ ...column, sortdir: column.sort ?? 'NONE' }),
      toString: () => 'search.Column',
    },
    properties: {
      name: { get: (column) => column.name },
      join: { get: (column) => column.join },
      formula: { get: (column) => column.formula },
      label: writable('label'),
      function: writable('function'),
      summary: writable('summary'),
      sort: writable('sort'),
    },
  });
}

function writable(name: 'label' | 'function' | 'summary' | 'sort'): PropertyShape<SearchColumn> {
  return {
    get: (column) => column[name],
    set: (column, value) => {
      Reflect.set(column, name, value === undefined || value === null ? null : textOf(value));
    },
  };
}
