// Checks that several transactions share: subsidiaries, accounting periods, lines.

import type { Engine } from '../engine.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { recordText } from '../records/references.ts';
import type { StoredData } from '../store/stored-data.ts';
import { isTrue, textOf } from '../store/stored-data.ts';

/** Fills in what every transaction has: date, currency, rate, and the subsidiary of its customer. */
export function completeHeader(engine: Engine, draft: Draft, entityField: string): void {
  const { fields } = draft;
  fill(fields, 'trandate', engine.calendar.startOfDay(engine.now()));
  const entity = engine.store.find('entity', idOf(fields, entityField));
  fill(fields, 'subsidiary', entity?.fields['subsidiary'] ?? null);
  const subsidiary = engine.store.find('subsidiary', idOf(fields, 'subsidiary'));
  if (!draft.schema.fields.has('currency')) return;
  fill(fields, 'currency', entity?.fields['currency'] ?? subsidiary?.fields['currency'] ?? '1');
  fill(fields, 'exchangerate', 1);
}

/** Refuses a customer of another subsidiary. The text is [documented]. */
export function checkSubsidiary(engine: Engine, draft: Draft, entityField: string): void {
  const entity = engine.store.find('entity', idOf(draft.fields, entityField));
  const own = idOf(draft.fields, 'subsidiary');
  const theirs = textOf(entity?.fields, 'subsidiary');
  if (entity === undefined || own === '' || theirs === '' || own === theirs) return;
  refuseAsUser(
    `Transaction subsidiary ${own} is not valid for entity ${entity.id}. Please choose a different entity.`,
  );
}

/** Refuses a location of another subsidiary, on the body or a line. The text is [assumed]. */
export function checkLocations(engine: Engine, draft: Draft, sublistId: string): void {
  const own = idOf(draft.fields, 'subsidiary');
  const ids = [
    idOf(draft.fields, 'location'),
    idOf(draft.fields, 'adjlocation'),
    ...draftLines(draft, sublistId).map((line) => idOf(line.values, 'location')),
  ];
  for (const id of new Set(ids)) {
    const location = engine.store.find('location', id);
    const theirs = textOf(location?.fields, 'subsidiary');
    if (location === undefined || own === '' || theirs === '' || own === theirs) continue;
    const text = recordText(engine.store, location);
    refuseAsUser(`Location ${text} is not valid for transaction subsidiary ${own}.`);
  }
}

/** Refuses a transaction without lines. The text is [documented]. */
export function checkHasLines(draft: Draft, sublistId: string): void {
  if (draftLines(draft, sublistId).length > 0) return;
  refuseAsUser('You must enter at least one line item for this transaction');
}

/** Refuses an item that is not there with the text imports show. [documented] */
export function checkItems(draft: Draft, sublistId: string): void {
  if (draftLines(draft, sublistId).some((line) => isBlank(line.values, 'item'))) {
    refuseAsUser('Please choose an item to add');
  }
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
