// One record of a feed: made or found, and answered row by row.

import { accepted, type Answer, type ErrorRow, refused } from './answers.ts';
import { retryChanged } from './governance.ts';
import { type ErrorText, errorText, isDuplicate } from './script-error.ts';

export interface Made {
  readonly internalId: string;
  readonly amount?: string;
  readonly status?: string;
}

/** How units become records. A unit is what becomes, or changes, one record. */
export interface UnitPlan<Unit> {
  readonly recordType: string;
  readonly rowIds: (unit: Unit) => readonly string[];
  readonly externalId: (unit: Unit) => string;
  /** NetSuite's internal id of the order, for the published error files. */
  readonly orderId: (unit: Unit) => string;
  /** Internal ids, by external id, of the units that are in NetSuite already. */
  readonly find: (units: readonly Unit[]) => ReadonlyMap<string, string>;
  /** @throws what NetSuite says. */
  readonly make: (unit: Unit) => Made;
}

/** Makes the record, or says why not. Somebody who was quicker has made it for us. */
export function makeUnit<Unit>(
  plan: Pick<UnitPlan<Unit>, 'make' | 'find' | 'externalId'>,
  unit: Unit,
): Made | ErrorText {
  try {
    return retryChanged(() => plan.make(unit));
  } catch (error) {
    const internalId = isDuplicate(error)
      ? plan.find([unit]).get(plan.externalId(unit))
      : undefined;
    return internalId === undefined ? errorText(error) : { internalId };
  }
}

interface UnitResult<Unit> {
  readonly plan: Pick<UnitPlan<Unit>, 'recordType' | 'externalId' | 'orderId' | 'rowIds'>;
  readonly unit: Unit;
  readonly result: Made | ErrorText;
}

/** The answers of a unit's rows and, if it was refused, its lines for the error file. */
export function answerUnit<Unit>(
  { plan, unit, result }: UnitResult<Unit>,
  fileName: string,
): { readonly answers: Answer[]; readonly errors: ErrorRow[] } {
  const record = { recordType: plan.recordType, externalId: plan.externalId(unit) };
  const rowIds = [...new Set(plan.rowIds(unit))];
  if ('internalId' in result) {
    const answers = rowIds.map((rowId) => accepted(rowId, { ...record, ...result }, fileName));
    return { answers, errors: [] };
  }
  const orderId = plan.orderId(unit);
  return {
    answers: rowIds.map((rowId) => refused(rowId, { ...record, ...result }, fileName)),
    errors: rowIds.map((rowId) => ({ ...result, fileName, orderId, rowId })),
  };
}
