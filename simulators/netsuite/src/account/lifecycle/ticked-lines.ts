// The lines a caller ticks: the invoices a draft may pay, the goods it moves, and how much of each.

import type { FieldValue } from '../account.ts';
import type { Decimal } from '../decimal.ts';
import { decimalOf, numberOf, sum } from '../decimal.ts';
import type { Engine } from '../engine.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, fill, idOf } from '../records/draft.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { invoiceDue } from './applications.ts';

/** The customer's invoices with something due that the draft does not list yet. */
export function unlistedInvoices(
  engine: Engine,
  draft: Draft,
  customer: FieldValue | undefined,
): Array<{ readonly invoice: StoredData; readonly due: Decimal }> {
  const listed = listedIds(draft, 'apply');
  return engine.store
    .list('invoice')
    .filter((invoice) => invoice.fields['entity'] === customer && !listed.has(invoice.id))
    .map((invoice) => ({ invoice, due: invoiceDue(engine, invoice) }))
    .filter(({ due }) => due > 0n);
}

/** The records a sublist names already. */
export function listedIds(draft: Draft, sublistId: string): ReadonlySet<string> {
  return new Set(draftLines(draft, sublistId).map((line) => idOf(line.values, 'doc')));
}

/** The unticked line of an invoice that may be paid. */
export function invoiceLine(invoice: StoredData, due: Decimal): Values {
  return {
    apply: false,
    doc: invoice.id,
    internalid: invoice.id,
    line: '0',
    due: numberOf(due),
    total: invoice.fields['total'] ?? 0,
    refnum: textOf(invoice.fields, 'tranid'),
    type: 'Invoice',
  };
}

/** Lines left unticked are no part of the record. [documented] */
export function keepTicked(draft: Draft, sublistId: string, tick = 'apply'): void {
  const ticked = draftLines(draft, sublistId).filter((line) => line.values.get(tick) === true);
  draft.sublists.set(sublistId, ticked);
}

/** A ticked line without an amount takes all that is left; an amount alone ticks its line. [assumed] */
export function keepApplied(draft: Draft, sublistId: string): void {
  for (const line of draftLines(draft, sublistId))
    if (line.touched.has('amount') && !line.touched.has('apply')) line.values.set('apply', true);
  keepTicked(draft, sublistId);
  for (const { values } of draftLines(draft, sublistId))
    fill(values, 'amount', values.get('remaining') ?? values.get('due') ?? null);
}

/** What the apply lines apply together. */
export function appliedTotal(draft: Draft): Decimal {
  return sum(draftLines(draft, 'apply').map((line) => decimalOf(line.values.get('amount'))));
}
