// What a record type does beyond keeping fields. Every hook gets the engine; those before the save work on the
// draft, those after it on what is stored. All run inside the save's journal: a throw takes everything back.

import type { FieldValue } from '../account.ts';
import type { Engine } from '../engine.ts';
import type { StoredData } from '../store/stored-data.ts';
import type { Draft, DraftLine } from './draft.ts';

export interface Behaviour {
  /** Whether record.create may make it; itemfulfillment and the like exist by transform only. */
  readonly isCreatable: boolean;
  /** Types that record.transform may make from it. */
  readonly transformsTo: readonly string[];
  /** Fills a new draft; throws where there is nothing to start from. */
  readonly start: (engine: Engine, draft: Draft, defaults: ReadonlyMap<string, FieldValue>) => void;
  /** Adds to a loaded draft what is not stored with it. */
  readonly open: (engine: Engine, draft: Draft) => void;
  /** Follows a changed body field in dynamic mode. */
  readonly fieldChanged: (engine: Engine, draft: Draft, fieldId: string) => void;
  /** Follows a changed line field in dynamic mode. */
  readonly lineChanged: (engine: Engine, change: LineChange) => void;
  /** Fills in defaults and computes totals before a save. */
  readonly complete: (engine: Engine, draft: Draft) => void;
  /** Refuses what may not be saved. */
  readonly check: (engine: Engine, draft: Draft) => void;
  /** Does what follows from the save. */
  readonly saved: (engine: Engine, after: StoredData, before: StoredData | null) => void;
  /** Refuses a deletion. */
  readonly checkDelete: (engine: Engine, record: StoredData) => void;
  /** Does what follows from the deletion. */
  readonly deleted: (engine: Engine, record: StoredData) => void;
}

export interface LineChange {
  readonly draft: Draft;
  readonly sublistId: string;
  readonly line: DraftLine;
  readonly fieldId: string;
}

function nothing(): void {
  // Most record types have nothing to add at most points.
}

const PLAIN: Behaviour = {
  isCreatable: true,
  transformsTo: [],
  start: nothing,
  open: nothing,
  fieldChanged: nothing,
  lineChanged: nothing,
  complete: nothing,
  check: nothing,
  saved: nothing,
  checkDelete: nothing,
  deleted: nothing,
};

/** A behaviour that differs from a plain record in the parts given. */
export function behaviour(parts: Partial<Behaviour>): Behaviour {
  return { ...PLAIN, ...parts };
}
