// Feeds of single lines keep the lines of an order together: in one file, one after another, since two jobs
// of NetSuite's import that touch one order at the same time refuse each other.

import type { Selection } from './export-feed.ts';

/** Consecutive records of one order. */
export type OrderLines<Line> = readonly Line[];

/** Groups records, which come sorted by order, into one unit an order. */
export function groupByOrder<Line extends { readonly orderId: string }>(
  selection: Selection<Line>,
): Selection<OrderLines<Line>> {
  const groups: Line[][] = [];
  for (const line of selection.units) {
    const last = groups.at(-1);
    if (last?.[0]?.orderId === line.orderId) last.push(line);
    else groups.push([line]);
  }
  return { ...selection, units: groups };
}
