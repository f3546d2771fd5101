// The candidates that a wide order is mostly served from: those cheapest for one of its lines, the opening
// shared among all it could ship. The passes look at these only; the bound looks at all.

import type { Candidates } from './candidates.ts';

const ROWS_A_LINE = 8;

/** Rows of the table, ascending. @param size lines of the order */
export function promisingRows(table: Candidates, size: number): Int32Array {
  const chosen = new Set<number>();
  for (let position = 0; position < size; position += 1) {
    const costs: Array<readonly [row: number, cost: number]> = [];
    for (let row = 0; row < table.rowCount; row += 1) {
      const cost = table.cost[row * size + position] ?? Infinity;
      if (cost === Infinity) continue;
      costs.push([row, cost + (table.shipment[row] ?? 0) / linesOf(table, row, size)]);
    }
    costs.sort(([rowA, a], [rowB, b]) => a - b || rowA - rowB);
    for (const [row] of costs.slice(0, ROWS_A_LINE)) chosen.add(row);
  }
  return Int32Array.from(chosen).sort();
}

function linesOf(table: Candidates, row: number, size: number): number {
  let lines = 0;
  for (let position = 0; position < size; position += 1) {
    if ((table.cell[row * size + position] ?? -1) !== -1) lines += 1;
  }
  return lines;
}
