// Saving and deleting: complete, check, number, store, and let everything that follows follow.

import type { Engine } from '../engine.ts';
import { refuseMissingRecord } from '../failure.ts';
import type { TypeSchema } from '../schema/schema.ts';
import { checkExternalId, checkReferences, checkRequired, checkUnchanged } from './checks.ts';
import type { Draft } from './draft.ts';
import { fill, isBlank, toStored } from './draft.ts';

/**
 * Stores a draft and everything that follows from it, or nothing.
 * @returns the internal id.
 * @throws SuiteScriptError
 */
export function saveDraft(engine: Engine, draft: Draft, ignoreMandatoryFields: boolean): string {
  const { type } = draft.schema;
  const behaviour = engine.behaviourOf(type);
  return engine.journal.atomically(() => {
    checkUnchanged(engine, draft);
    behaviour.complete(engine, draft);
    if (!ignoreMandatoryFields) checkRequired(draft);
    checkReferences(engine, draft);
    checkExternalId(engine, draft);
    behaviour.check(engine, draft);
    const id = draft.id ?? String(engine.store.next(`id:${draft.schema.kind.family}`));
    stamp(engine, draft);
    numberLines(engine, draft);
    numberTransaction(engine, draft);
    const after = toStored(draft, id);
    engine.store.put(after);
    behaviour.saved(engine, after, draft.before);
    return id;
  });
}

/** Deletes a record and undoes what followed from it. @throws RCRD_DSNT_EXIST and what its type refuses. */
export function deleteRecord(engine: Engine, schema: TypeSchema, id: string): string {
  const record = engine.store.get(schema.type, id);
  if (record === undefined) return refuseMissingRecord(schema.type, id);
  const behaviour = engine.behaviourOf(schema.type);
  engine.journal.atomically(() => {
    behaviour.checkDelete(engine, record);
    engine.store.remove(record);
    behaviour.deleted(engine, record);
  });
  return id;
}

const CREATED = ['createddate', 'datecreated', 'created'];
const MODIFIED = ['lastmodifieddate', 'lastmodified', 'modified'];

function stamp(engine: Engine, draft: Draft): void {
  const now = engine.now();
  for (const field of CREATED) {
    if (draft.schema.fields.has(field)) fill(draft.fields, field, now);
  }
  for (const field of MODIFIED) {
    if (draft.schema.fields.has(field)) draft.fields.set(field, now);
  }
}

// Sales lines are 1, 2, 3…, those of a transfer order 1, 4, 7…; a line keeps its number, a new one gets the next
// after the highest. [seen]
function numberLines(engine: Engine, draft: Draft): void {
  for (const [sublistId, lines] of draft.sublists) {
    const fields = draft.schema.sublists.get(sublistId)?.fields;
    if (fields?.has('lineuniquekey') !== true) continue;
    const earlier = draft.before?.sublists[sublistId] ?? [];
    const step = draft.schema.type === 'transferorder' ? 3 : 1;
    let highest = Math.max(
      1 - step,
      ...earlier.map((line) => Number(line['line'] ?? 1 - step)),
      ...lines.map((line) => Number(line.values.get('line') ?? 1 - step)),
    );
    for (const line of lines) {
      if (isBlank(line.values, 'line')) {
        highest += step;
        line.values.set('line', String(highest));
      }
      if (isBlank(line.values, 'lineuniquekey')) {
        line.values.set('lineuniquekey', String(engine.store.next('lineuniquekey')));
      }
    }
  }
}

function numberTransaction(engine: Engine, draft: Draft): void {
  const { kind } = draft.schema;
  if (kind.family !== 'transaction' || !isBlank(draft.fields, 'tranid')) return;
  const number = engine.store.next(`number:${kind.type}`);
  draft.fields.set('tranid', `${kind.numberPrefix}${number}`);
}
