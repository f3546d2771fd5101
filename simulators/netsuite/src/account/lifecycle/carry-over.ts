// What a transaction takes over from the one it is made from.

import type { FieldValue } from '../account.ts';
import { refuse } from '../failure.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, newLine } from '../records/draft.ts';
import type { FieldSchema } from '../schema/field.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { linesOf } from '../store/stored-data.ts';

/** The body fields that everything made from a sale takes over. */
export const CARRIED_HEADER = [
  'entity',
  'subsidiary',
  'currency',
  'exchangerate',
  'location',
  'department',
  'class',
];

/** Copies the body fields named, the custom ones both have, and the addresses; links back to the source. */
export function carryBody(draft: Draft, source: StoredData, fieldIds: readonly string[]): void {
  for (const id of fieldIds) fill(draft.fields, id, source.fields[id] ?? null);
  for (const [id, value] of customValues(draft.schema.fields, source.fields)) {
    fill(draft.fields, id, value);
  }
  for (const [id, values] of Object.entries(source.subrecords)) {
    if (draft.schema.fields.get(id)?.kind === 'subrecord') {
      draft.subrecords.set(id, new Map(Object.entries(values)));
    }
  }
  draft.fields.set('createdfrom', source.id);
}

/** Copies all lines of a bill; what is not given back is removed by the caller. */
export function carryLines(draft: Draft, bill: StoredData): void {
  for (const values of linesOf(bill, 'item')) {
    const { line: _line, lineuniquekey: _key, orderline: _orderline, ...kept } = values;
    draftLines(draft, 'item').push(newLine(kept));
  }
}

/** The custom line fields that the target's sublist has too. */
export function carriedLineFields(draft: Draft, line: Values, sublistId: string): Values {
  const fields = draft.schema.sublists.get(sublistId)?.fields ?? new Map<string, FieldSchema>();
  return Object.fromEntries(customValues(fields, line));
}

function customValues(
  fields: ReadonlyMap<string, FieldSchema>,
  values: Values,
): Array<[string, FieldValue]> {
  return Object.entries(values).filter(([id]) => fields.get(id)?.custom === true);
}

/** Refuses a transform that has nothing to do. The text's start is [documented] and [seen]; the code [assumed]. */
export function refuseStart(draft: Draft, reason: string): never {
  return refuse(
    'INVALID_INITIALIZE_REF',
    `You can not initialize ${draft.schema.type}: invalid reference ${draft.source?.id ?? ''}. ${reason}`,
  );
}

/** The order a transform starts from. @throws INVALID_INITIALIZE_REF while it is not approved, or when over */
export function openOrder(draft: Draft): StoredData {
  const order = draft.source;
  if (order === null) return refuseStart(draft, 'There is no order.');
  const status = String(order.fields['orderstatus'] ?? '');
  if (status === 'A') return refuseStart(draft, 'The order is pending approval.');
  if (status === 'C') return refuseStart(draft, 'The order is cancelled.');
  if (status === 'H') return refuseStart(draft, 'The order is closed.');
  return order;
}
