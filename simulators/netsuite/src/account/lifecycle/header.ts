// What the account fills in at the head of a transaction.

import type { Engine } from '../engine.ts';
import type { Draft } from '../records/draft.ts';
import { fill, idOf } from '../records/draft.ts';
import { textOf } from '../store/stored-data.ts';

/** Fills in what every transaction has: date, currency, rate, and the subsidiary of its customer. */
export function completeHeader(engine: Engine, draft: Draft, entityField: string): void {
  const { fields } = draft;
  completeDate(engine, draft);
  const entity = engine.store.find('entity', idOf(fields, entityField));
  fill(fields, 'subsidiary', entity?.fields['subsidiary'] ?? null);
  const subsidiary = engine.store.find('subsidiary', idOf(fields, 'subsidiary'));
  if (!draft.schema.fields.has('currency')) return;
  fill(fields, 'currency', entity?.fields['currency'] ?? subsidiary?.fields['currency'] ?? '1');
  fill(fields, 'exchangerate', 1);
}

/** A transaction is dated today unless it says otherwise. */
export function completeDate(engine: Engine, draft: Draft): void {
  fill(draft.fields, 'trandate', engine.calendar.startOfDay(engine.now()));
}

/** The subsidiary of a location; the account's first where it says none: published scripts and feeds send none. [seen] */
export function subsidiaryOf(engine: Engine, locationId: string): string {
  return textOf(engine.store.find('location', locationId)?.fields, 'subsidiary') || '1';
}
