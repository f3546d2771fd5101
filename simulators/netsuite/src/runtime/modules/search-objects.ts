// The objects of N/search: Search, Filter, Column, ResultSet, Result and PagedData.

import type {
  FilterExpression,
  FilterTerm,
  SearchColumn,
  SearchDefinition,
  SearchRow,
} from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import type { RealmClass } from '../realm.ts';
import { defineColumnClass, defineFilterClass } from './search-parts.ts';
import { defineResultClass } from './search-result.ts';
import { defineSearchClass } from './search-search.ts';

/** A search as a script holds it; filters and columns may be changed until it runs. */
export interface SearchState {
  readonly type: string;
  /** Saved search id, or null for one made by the script. */
  readonly id: string | null;
  title: string;
  /** Lists of the script's realm, or null while nobody asked for them. */
  filters: object | null;
  columns: object;
  expression: FilterExpression;
}

export interface ResultState {
  readonly row: SearchRow;
  readonly columns: readonly SearchColumn[];
}

export interface SearchKit {
  readonly searches: RealmClass<SearchState>;
  readonly filters: RealmClass<FilterTerm>;
  readonly columns: RealmClass<SearchColumn>;
  readonly results: RealmClass<ResultState>;
}

const kits = new WeakMap<Invocation, SearchKit>();

/** The search classes of one invocation. */
export function searchKit(invocation: Invocation): SearchKit {
  const known = kits.get(invocation);
  if (known !== undefined) return known;
  const parts = {
    filters: defineFilterClass(invocation),
    columns: defineColumnClass(invocation),
    results: defineResultClass(invocation),
  };
  const kit = { ...parts, searches: defineSearchClass(invocation, parts) };
  kits.set(invocation, kit);
  return kit;
}

/** Runs a definition for a script. */
export function runSearch(
  invocation: Invocation,
  definition: SearchDefinition,
): readonly SearchRow[] {
  return invocation.host.account.searches.run(definition);
}
