// What the account fills in on a sale: the customer's defaults, prices and amounts of lines, totals. Before a save
// everywhere; while fields change, in dynamic mode.

import type { Engine } from '../engine.ts';
import type { LineChange } from '../records/behaviour.ts';
import type { Draft } from '../records/draft.ts';
import { draftLines, idOf } from '../records/draft.ts';
import { completeHeader } from './header.ts';
import { completeLine, completeSalesLines } from './sales-lines.ts';
import { completeTotals } from './totals.ts';

/** Fills in header, lines and totals. */
export function completeSale(engine: Engine, draft: Draft): void {
  completeHeader(engine, draft, 'entity');
  completeSalesLines(engine, draft);
  completeTotals(engine, draft);
}

/** Sources the customer's defaults when the customer changes. */
export function followSalesField(engine: Engine, draft: Draft, fieldId: string): void {
  if (fieldId === 'entity') completeHeader(engine, draft, 'entity');
  else completeTotals(engine, draft);
}

/** Fills in a line as its item, price, rate or quantity changes. */
export function followSalesLine(engine: Engine, change: LineChange): void {
  const { draft, line, fieldId, sublistId } = change;
  if (sublistId !== 'item' || !FOLLOWED.has(fieldId)) return;
  const item = engine.store.find('item', idOf(line.values, 'item'));
  if (item === undefined) return;
  if (fieldId === 'price' || fieldId === 'item') line.touched.delete('rate');
  const lines = draftLines(draft, 'item');
  const index = lines.indexOf(line);
  const above = lines[(index < 0 ? lines.length : index) - 1] ?? null;
  completeLine({ engine, draft, line, item, above });
}

const FOLLOWED = new Set(['item', 'price', 'rate', 'quantity', 'amount']);
