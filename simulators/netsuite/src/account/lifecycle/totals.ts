// The totals of a sales transaction, to the cent: lines, body discount, shipping, handling, tax.

import type { Decimal } from '../decimal.ts';
import { decimalOf, numberOf, ONE, over, share, sum, times, toCents } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf, isBlank } from '../records/draft.ts';
import { isTrue } from '../store/stored-data.ts';
import { percentOf } from './sales-lines.ts';

/** Computes subtotal, discounttotal, taxtotal and total from the lines and the body. */
export function completeTotals(engine: Engine, draft: Draft): void {
  const { fields } = draft;
  const subtotal = sum(
    draftLines(draft, 'item').map((line) => decimalOf(line.values.get('amount'))),
  );
  const discount = bodyDiscount(engine, draft, subtotal);
  const shipping = decimalOf(fields.get('shippingcost')) + decimalOf(fields.get('handlingcost'));
  const tax = givenTax(draft) ?? sum(taxByCode(engine, draft, { subtotal, discount }).values());
  fields.set('subtotal', numberOf(subtotal));
  fields.set('discounttotal', numberOf(discount));
  fields.set('taxtotal', numberOf(tax));
  fields.set('total', numberOf(subtotal + discount + shipping + tax));
}

// A credit's or return's tax may be said by the caller. [seen] the published return script copies both fields.
function givenTax({ fields, touched }: Draft): Decimal | null {
  if (!isBlank(fields, 'taxamountoverride')) return decimalOf(fields.get('taxamountoverride'));
  return touched.has('taxtotal') ? decimalOf(fields.get('taxtotal')) : null;
}

// A percentage of the lines or an amount; without a discount item there is no discount. [assumed]
function bodyDiscount(engine: Engine, draft: Draft, subtotal: Decimal): Decimal {
  const { fields } = draft;
  const item = engine.store.find('item', idOf(fields, 'discountitem'));
  if (item === undefined) return 0n;
  fill(fields, 'discountrate', item.fields['rate'] ?? null);
  const rate = fields.get('discountrate');
  if (!String(rate ?? '').endsWith('%')) return toCents(decimalOf(rate));
  return toCents(times(subtotal, over(percentOf(rate), 100n * ONE)));
}

interface Bases {
  readonly subtotal: Decimal;
  readonly discount: Decimal;
}

/**
 * Tax by tax code: each code's rate on the sum of its lines, rounded once. A body discount lowers the base only if
 * its item is pre-tax. [assumed]
 */
function taxByCode(engine: Engine, draft: Draft, bases: Bases): Map<string, Decimal> {
  const { fields } = draft;
  const discountItem = engine.store.find('item', idOf(fields, 'discountitem'));
  const isPreTax = isTrue(discountItem?.fields, 'ispretax') && bases.subtotal !== 0n;
  const taxed = new Map<string, Decimal>();
  const addTo = (code: string, base: Decimal): void => {
    taxed.set(code, (taxed.get(code) ?? 0n) + base);
  };
  for (const line of draftLines(draft, 'item')) {
    const amount = decimalOf(line.values.get('amount'));
    const less = isPreTax ? share(bases.discount, amount, bases.subtotal) : 0n;
    addTo(idOf(line.values, 'taxcode'), amount + less);
  }
  if (!isBlank(fields, 'shippingtaxcode')) {
    addTo(idOf(fields, 'shippingtaxcode'), decimalOf(fields.get('shippingcost')));
  }
  return new Map(
    [...taxed].map(([code, base]) => [code, toCents(times(base, taxRate(engine, code)))]),
  );
}

function taxRate(engine: Engine, taxCodeId: string): Decimal {
  const code = engine.store.find('salestaxitem', taxCodeId);
  return over(percentOf(code?.fields['rate']), 100n * ONE);
}
