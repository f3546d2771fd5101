// What a cell's text becomes on a record: N/record wants dates, booleans and numbers, the file has text.

import { Refusal } from './script-error.ts';

const DATES = new Set(['trandate']);
const CHECKBOXES = new Set(['isperson', 'taxable', 'isclosed', 'custcol_hc_order_item_rejected']);
const NUMBERS = new Set([
  'shippingcost',
  'quantity',
  'rate',
  'adjustqtyby',
  'defaultorderpriority',
]);
/** Fields of a record reference whose cell holds the name of the record meant. */
const NAMES = new Set(['entitystatus', 'discountitem', 'shippingtaxcode', 'price', 'taxcode']);

/** True when the cell names another record. */
export function isNameField(fieldId: string): boolean {
  return NAMES.has(fieldId);
}

/** @throws Refusal INVALID_CELL when the text is not of the field's kind. */
export function cellValue(fieldId: string, text: string): string | number | boolean | Date {
  if (DATES.has(fieldId)) return parseFeedDate(text);
  if (CHECKBOXES.has(fieldId)) return isTrue(text);
  if (!NUMBERS.has(fieldId)) return text;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new Refusal('INVALID_CELL', `"${text}" is no number (field ${fieldId})`);
}

/** As CSV imports read checkboxes. */
export function isTrue(text: string): boolean {
  return /^(t|true|y|yes|1)$/i.test(text.trim());
}

const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * The calendar day of `MM/dd/yyyy` or of an ISO date or instant, at local midnight, as N/record takes
 * dates. @throws Refusal INVALID_CELL
 */
export function parseFeedDate(text: string): Date {
  const [, month, day, year] = US_DATE.exec(text.trim()) ?? [];
  const [, isoYear, isoMonth, isoDay] = ISO_DATE.exec(text.trim()) ?? [];
  const date = new Date(
    Number(year ?? isoYear),
    Number(month ?? isoMonth) - 1,
    Number(day ?? isoDay),
  );
  if (!Number.isNaN(date.getTime())) return date;
  throw new Refusal('INVALID_CELL', `"${text}" is no date`);
}
