// Transactions that post to the books need an open accounting period, before and after a change.

import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import type { StoredData } from '../store/stored-data.ts';
import { isTrue } from '../store/stored-data.ts';
import { checkNothingDependsOn } from './dependents.ts';

/** Refuses a save that posts into a closed period or changes what was posted into one. */
export function checkPosting(engine: Engine, draft: Draft): void {
  checkPeriod(engine, draft);
  if (draft.before !== null) checkPeriodOf(engine, draft.before);
}

/** Refuses to delete what others were made from, and what was posted into a period since closed. */
export function checkPostedDelete(engine: Engine, record: StoredData): void {
  checkNothingDependsOn(engine, record);
  checkPeriodOf(engine, record);
}

/**
 * Refuses a posting date without an open accounting period and fills in the period. An account without any period
 * records takes every date as open. [assumed]; the text's start is [documented]
 */
export function checkPeriod(engine: Engine, draft: Draft): void {
  const period = openPeriod(engine, draft.fields.get('trandate'));
  if (period !== null && draft.schema.fields.has('postingperiod')) {
    draft.fields.set('postingperiod', period.id);
  }
}

/** Refuses to change or delete what was posted into a period since closed. [documented] */
export function checkPeriodOf(engine: Engine, record: StoredData): void {
  openPeriod(engine, record.fields['trandate']);
}

function openPeriod(engine: Engine, date: unknown): StoredData | null {
  if (engine.isPeriodClosed()) refuseClosedPeriod();
  const periods = engine.store.list('accountingperiod');
  if (periods.length === 0 || !(date instanceof Date)) return null;
  const found = periods.find((period) => isWithin(period, date));
  const isClosed =
    found === undefined || ['closed', 'alllocked'].some((field) => isTrue(found.fields, field));
  return isClosed ? refuseClosedPeriod() : found;
}

function refuseClosedPeriod(): never {
  return refuse(
    'USER_ERROR',
    'The transaction date is not within an open accounting period. Please choose another date or open the period.',
  );
}

function isWithin(period: StoredData, date: Date): boolean {
  const { startdate, enddate, isyear, isquarter } = period.fields;
  if (isyear === true || isquarter === true) return false;
  if (!(startdate instanceof Date) || !(enddate instanceof Date)) return false;
  return startdate.getTime() <= date.getTime() && date.getTime() < enddate.getTime() + 86_400_000;
}
