// Saved CSV imports of the account.

import type { CsvImports } from '../account.ts';
import type { CsvImportDefinition } from '../definitions.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';

export interface SavedImports {
  readonly imports: CsvImports;
  readonly add: (definition: CsvImportDefinition) => void;
  readonly all: () => readonly CsvImportDefinition[];
}

/** The imports of an account; maps are added as projects are installed. */
export function createImports(_engine: Engine): SavedImports {
  const maps = new Map<string, CsvImportDefinition>();
  return {
    add: (definition) => {
      maps.set(definition.id.toLowerCase(), definition);
    },
    all: () => [...maps.values()],
    imports: {
      prepare: ({ mappingId }) =>
        refuse('FAILED_TO_SUBMIT_JOB_REQUEST_1', `Failed to submit job request: ${mappingId}`),
    },
  };
}
