// A value in a search row: typed for filters and sorts, written for results.

import type { FieldValue } from '../account.ts';
import type { Calendar } from '../calendar.ts';
import { decimalText, readDecimal, toCents } from '../decimal.ts';

export type CellKind =
  'text' | 'number' | 'money' | 'date' | 'datetime' | 'checkbox' | 'select' | 'multiselect';

export interface Cell {
  readonly kind: CellKind;
  readonly value: string | number | Date | boolean | null;
  /** The label of a select; null for other kinds. */
  readonly text: string | null;
  /** What anyof compares with; the value itself unless a select says otherwise. */
  readonly keys: readonly string[];
  /** What results show when it is not the value. */
  readonly shown?: string;
}

export function textCell(value: FieldValue | undefined): Cell {
  return cell('text', isNothing(value) ? null : String(value));
}

export function numberCell(
  value: FieldValue | undefined,
  kind: 'number' | 'money' = 'number',
): Cell {
  return cell(kind, typeof value === 'number' ? value : null);
}

export function checkboxCell(value: boolean): Cell {
  return cell('checkbox', value);
}

export function dateCell(value: FieldValue | undefined, kind: 'date' | 'datetime'): Cell {
  return cell(kind, value instanceof Date ? value : null);
}

/** A select; `keys` where filters name its values differently than results do. */
export function selectCell(
  value: string | null,
  text: string | null,
  keys?: readonly string[],
): Cell {
  const known = value === '' ? null : value;
  const own = known === null ? [] : [known];
  return { kind: 'select', value: known, text: known === null ? '' : text, keys: keys ?? own };
}

/** Several values at once. */
export function multiselectCell(values: readonly string[], text: string): Cell {
  const value = values.length === 0 ? null : values.join(',');
  return { kind: 'multiselect', value, text, keys: values };
}

function cell(kind: CellKind, value: Cell['value']): Cell {
  return { kind, value, text: null, keys: value === null ? [] : [String(value)] };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** What getValue of a result gives: '' for nothing, T and F, money with its cents, dates as the user writes them. */
export function cellValue(own: Cell, calendar: Calendar): string {
  const { value, kind } = own;
  if (own.shown !== undefined) return own.shown;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value instanceof Date) {
    return kind === 'date' ? calendar.formatDate(value) : calendar.formatDateTime(value);
  }
  if (kind === 'money') return moneyText(value);
  return String(value);
}

function moneyText(value: string | number): string {
  const [whole = '0', cents = ''] = decimalText(toCents(readDecimal(value) ?? 0n)).split('.');
  return `${whole}.${cents.padEnd(2, '0')}`;
}

/** What a formula and a text filter see: the label of a select, the value of anything else. */
export function cellText(own: Cell, calendar: Calendar): string {
  return own.text ?? cellValue(own, calendar);
}
