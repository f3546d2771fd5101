// A record that others were made from, or that they name, is not deleted.

import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import { isTransaction } from '../schema/record-kinds.ts';
import type { StoredData } from '../store/stored-data.ts';

/** Refuses to delete what other records depend on. The code is [documented]. */
export function checkNothingDependsOn(engine: Engine, record: StoredData): void {
  const isNamed = isTransaction(record.type)
    ? engine.store.linkedTo(record.id).length > 0
    : engine.store.listFamily('transaction').some((each) => namesEntity(each, record.id));
  if (!isNamed) return;
  refuse(
    'THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS',
    'This record cannot be deleted because it has dependent records.',
  );
}

function namesEntity(transaction: StoredData, entityId: string): boolean {
  const { entity, customer } = transaction.fields;
  return entity === entityId || customer === entityId;
}
