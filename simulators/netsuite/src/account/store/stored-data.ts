// A record as it lies in the store: plain values, never changed in place.

import type { FieldValue, StoredRecord } from '../account.ts';

export type Values = Readonly<Record<string, FieldValue>>;
export type StoredData = Omit<StoredRecord, 'statusText'>;

/** A text field, '' when it is blank. */
export function textOf(values: Values | undefined, fieldId: string): string {
  const value = values?.[fieldId];
  if (value === null || value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'T' : 'F') : String(value);
}

/** A checkbox; blank is false. */
export function isTrue(values: Values | undefined, fieldId: string): boolean {
  const value = values?.[fieldId];
  return value === true || value === 'T';
}

/** The lines of a sublist; [] when the record has none. */
export function linesOf(record: StoredData, sublistId: string): readonly Values[] {
  return record.sublists[sublistId] ?? [];
}
