// Filling in a sales line: price level, rate, amount, tax code, as choosing an item on the form does.

import type { FieldValue } from '../account.ts';
import type { Decimal } from '../decimal.ts';
import { decimalOf, numberOf, over, readDecimal, times, toCents } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import type { Draft, DraftLine } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { recordKind } from '../schema/record-kinds.ts';
import type { StoredData } from '../store/stored-data.ts';
import { isTrue, textOf } from '../store/stored-data.ts';
import { isDiscount, listPrice } from './items.ts';
import { checkItemLines } from './transaction-checks.ts';

/** The tax code of what is not taxed. [seen] */
const NOT_TAXABLE = '-7';
const CUSTOM_PRICE = '-1';
const BASE_PRICE = '1';

/** Fills in every line of the item sublist, top to bottom: discounts look at the line above. */
export function completeSalesLines(engine: Engine, draft: Draft): void {
  const lines = draftLines(draft, 'item');
  for (const [index, line] of lines.entries()) {
    const item = engine.store.find('item', idOf(line.values, 'item'));
    if (item === undefined) continue;
    completeLine({ engine, draft, line, item, above: lines[index - 1] ?? null });
  }
}

interface LineWork {
  readonly engine: Engine;
  readonly draft: Draft;
  readonly line: DraftLine;
  readonly item: StoredData;
  readonly above: DraftLine | null;
}

/** Fills in one line. */
export function completeLine(work: LineWork): void {
  const { line, item } = work;
  const { values } = line;
  values.set('itemtype', recordKind(item.type).searchCode);
  fill(values, 'description', textOf(item.fields, 'salesdescription'));
  fill(values, 'isclosed', false);
  if (!isDiscount(item)) fill(values, 'quantity', 1);
  priceLine(work);
  fill(values, 'taxcode', defaultTaxCode(work));
  const taxCode = work.engine.store.find('salestaxitem', idOf(values, 'taxcode'));
  values.set(
    'taxrate1',
    taxCode === undefined ? null : numberOf(percentOf(taxCode.fields['rate'])),
  );
}

// A code of the customer's for taxable items, else not taxable. [assumed]
function defaultTaxCode({ engine, draft, item }: LineWork): string {
  const customer = engine.store.find('entity', idOf(draft.fields, 'entity'));
  const own = textOf(customer?.fields, 'taxitem');
  const isTaxed = isTrue(customer?.fields, 'taxable') && item.fields['istaxable'] !== false;
  return isTaxed && own !== '' ? own : NOT_TAXABLE;
}

/** "8.25%" or 8.25 as 8.25. */
export function percentOf(value: FieldValue | undefined): Decimal {
  return typeof value === 'string' ? decimalOf(value.replace(/%$/, '')) : decimalOf(value);
}

const PRICED_BY = ['item', 'price', 'rate', 'quantity', 'amount'];

function priceLine(work: LineWork): void {
  const { line, above } = work;
  const { values, touched } = line;
  const isChanged = !line.isPriced || PRICED_BY.some((field) => touched.has(field));
  const isPercentage = String(values.get('rate') ?? '').endsWith('%');
  if (!isChanged && !isPercentage) return;
  fill(values, 'price', defaultPriceLevel(work));
  sourceRate(work);
  const amount = touched.has('amount') ? decimalOf(values.get('amount')) : amountOf(line, above);
  if (amount === null) return;
  values.set('amount', numberOf(toCents(amount)));
  const quantity = decimalOf(values.get('quantity'));
  const isRateOpen = isBlank(values, 'rate') || (touched.has('amount') && !touched.has('rate'));
  if (isRateOpen && quantity !== 0n) {
    values.set('rate', numberOf(over(decimalOf(values.get('amount')), quantity)));
  }
}

// A rate or amount given without a level is a custom price. [assumed]
function defaultPriceLevel({ engine, draft, line, item }: LineWork): string {
  if (isDiscount(item) || line.touched.has('rate') || line.touched.has('amount'))
    return CUSTOM_PRICE;
  const customer = engine.store.find('entity', idOf(draft.fields, 'entity'));
  return textOf(customer?.fields, 'pricelevel') || BASE_PRICE;
}

// A level other than Custom brings its list price, also over a rate given with it: published scripts set level
// -1 before they set a rate of their own. [seen]
function sourceRate({ line, item }: LineWork): void {
  const { values, touched } = line;
  const level = idOf(values, 'price');
  if (isDiscount(item)) {
    const own = item.fields['rate'];
    if (isBlank(values, 'rate') && !touched.has('amount') && own !== undefined)
      values.set('rate', own);
    return;
  }
  if (level === CUSTOM_PRICE || touched.has('amount')) return;
  const isAsked =
    !line.isPriced || touched.has('item') || touched.has('price') || touched.has('rate');
  const price = isAsked ? listPrice(item, level) : null;
  if (price !== null) values.set('rate', numberOf(price));
}

// Null when there is no rate to compute from.
function amountOf(line: DraftLine, above: DraftLine | null): Decimal | null {
  const { values } = line;
  if (isBlank(values, 'rate')) return null;
  const rate = String(values.get('rate'));
  if (rate.endsWith('%')) {
    const base = decimalOf(above?.values.get('amount'));
    return times(base, over(percentOf(rate), HUNDRED));
  }
  const exact = readDecimal(rate) ?? 0n;
  return isBlank(values, 'quantity') ? exact : times(exact, decimalOf(values.get('quantity')));
}

const HUNDRED = readDecimal(100) ?? 1n;

/** Refuses a sale without lines, and lines without an item or without an amount. The text is [documented]. */
export function checkSalesLines(draft: Draft): void {
  checkItemLines(draft, 'item');
  if (draftLines(draft, 'item').some((line) => isBlank(line.values, 'amount'))) {
    refuseAsUser('Please enter a value for amount');
  }
}
