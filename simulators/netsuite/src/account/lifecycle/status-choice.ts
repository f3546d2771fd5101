// The status letter of an order, return or transfer: callers choose between A and B, the rest follows from the lines.

import { refuse } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import { idOf } from '../records/draft.ts';
import { textOf } from '../store/stored-data.ts';

/** What an order without words of its own says. */
export const OWN_STATUS =
  'The status of an order follows from its lines. It can only be set to A or B.';

/** Refuses any other choice, and every one once something happened to the order. [documented] */
export function checkStatusChoice(draft: Draft, refusal: string): void {
  if (!draft.touched.has('orderstatus')) return;
  const wanted = idOf(draft.fields, 'orderstatus');
  const present = textOf(draft.before?.fields, 'orderstatus');
  if (wanted === present) return;
  const isChoice = wanted === 'A' || wanted === 'B';
  const isOpen = present === '' || present === 'A' || present === 'B';
  if (!isChoice || !isOpen) refuse('USER_ERROR', refusal);
}

/** A copy starts over. */
export function forgetStatus(draft: Draft): void {
  for (const field of ['orderstatus', 'status', 'statusref']) draft.fields.delete(field);
}
