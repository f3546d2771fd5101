// N/search on the account: running definitions and finding saved ones.

import type { SearchDefinition, Searches } from '../account.ts';
import type { SavedSearchDefinition } from '../definitions.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import { runSearch } from './run.ts';

export interface SavedSearches {
  readonly searches: Searches;
  readonly add: (definition: SavedSearchDefinition) => void;
  readonly all: () => readonly SavedSearchDefinition[];
}

/** The searches of an account; saved ones are added as projects are installed. */
export function createSearches(engine: Engine): SavedSearches {
  const saved = new Map<string, SavedSearchDefinition>();
  return {
    add: (definition) => {
      saved.set(definition.id.toLowerCase(), definition);
    },
    all: () => [...saved.values()],
    searches: {
      run: (search) => runSearch(engine, search),
      load: (id) => load(saved, id),
      saved: () => [...saved.values()],
    },
  };
}

// Saved searches are numbered in the order they were installed. [assumed]
function load(saved: ReadonlyMap<string, SavedSearchDefinition>, id: string): SearchDefinition {
  const found = saved.get(id.toLowerCase()) ?? [...saved.values()][Number(id) - 1];
  if (found !== undefined) return found.search;
  return refuse('INVALID_SEARCH', `That search or mass update does not exist: ${id}.`);
}
