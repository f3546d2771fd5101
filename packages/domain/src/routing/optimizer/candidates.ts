// Every facility that could ship something of one order, with what each line would cost from it. A scratch
// table, filled for one order at a time; what is asked often is kept in shipment lists instead.

import type { Compiled } from './compile.ts';
import { lineCost, shipmentCost } from './compile.ts';
import { OUT_OF_REACH } from './compile-geography.ts';

export interface Candidates {
  /** The order the table holds now; -1 for none. */
  order: number;
  rowCount: number;
  readonly facility: Int32Array;
  /** Lines the facility could ship, as bits; only the first 30 lines have one. */
  readonly mask: Int32Array;
  readonly shipment: Float64Array;
  /** Cosine of the angle to the destination: the larger, the nearer. */
  readonly nearness: Float64Array;
  /** Tier in the order's tier set; 0 without one. */
  readonly tier: Uint8Array;
  /** By row × line of the order; Infinity where it cannot ship the line. */
  readonly cost: Float64Array;
  /** By row × line of the order; -1 where it cannot ship the line. */
  readonly cell: Int32Array;
  readonly rowOfFacility: Int32Array;
}

export function emptyCandidates(compiled: Compiled): Candidates {
  const { facilityCount, longestOrder } = compiled;
  return {
    order: -1,
    rowCount: 0,
    facility: new Int32Array(facilityCount),
    mask: new Int32Array(facilityCount),
    shipment: new Float64Array(facilityCount),
    nearness: new Float64Array(facilityCount),
    tier: new Uint8Array(facilityCount),
    cost: new Float64Array(facilityCount * longestOrder),
    cell: new Int32Array(facilityCount * longestOrder),
    rowOfFacility: new Int32Array(facilityCount).fill(-1),
  };
}

/** Fills the table for an order, unless it holds that order already. */
// oxlint-disable-next-line complexity -- every `?? 0` of a checked array access counts as a branch; there are few real ones
export function fillCandidates(table: Candidates, compiled: Compiled, order: number): void {
  if (table.order === order) return;
  forget(table);
  table.order = order;
  const first = compiled.lineStart[order] ?? 0;
  const size = (compiled.lineStart[order + 1] ?? 0) - first;
  const { cellStart, cellFacility, cellUnits, lineSku, lineQuantity } = compiled;
  for (let position = 0; position < size; position += 1) {
    const line = first + position;
    const sku = lineSku[line] ?? 0;
    const quantity = lineQuantity[line] ?? 0;
    const end = cellStart[sku + 1] ?? 0;
    for (let cell = cellStart[sku] ?? 0; cell < end; cell += 1) {
      if ((cellUnits[cell] ?? 0) < quantity) continue;
      const row = rowOf(table, { compiled, order, facility: cellFacility[cell] ?? 0, size });
      if (row === -1) continue;
      table.mask[row] = (table.mask[row] ?? 0) | (position < 30 ? 1 << position : 0);
      table.cost[row * size + position] = lineCost(compiled, line, cell);
      table.cell[row * size + position] = cell;
    }
  }
}

function forget(table: Candidates): void {
  for (let row = 0; row < table.rowCount; row += 1) {
    table.rowOfFacility[table.facility[row] ?? 0] = -1;
  }
  table.rowCount = 0;
}

interface RowFacts {
  readonly compiled: Compiled;
  readonly order: number;
  readonly facility: number;
  /** Lines of the order. */
  readonly size: number;
}

// The facility's row, made if need be; -1 when it may not ship to the order at all.
function rowOf(table: Candidates, facts: RowFacts): number {
  const { compiled, order, facility, size } = facts;
  const known = table.rowOfFacility[facility] ?? -1;
  if (known !== -1) return known;
  const { geography, facilityCount, tiers } = compiled;
  const destination = geography.destinationOf[order] ?? 0;
  const zone = geography.zone[destination * facilityCount + facility] ?? OUT_OF_REACH;
  if (zone === OUT_OF_REACH) return -1;
  const set = tiers.setOf[order] ?? -1;
  const tier = set === -1 ? 0 : (tiers.facilityTier[set * facilityCount + facility] ?? 0);
  if (tier >= tiers.tierCount) return -1;
  const row = table.rowCount;
  table.rowCount += 1;
  table.rowOfFacility[facility] = row;
  table.facility[row] = facility;
  table.mask[row] = 0;
  table.tier[row] = tier;
  table.shipment[row] = shipmentCost(compiled, order, facility);
  table.nearness[row] = cosineBetween(compiled, destination, facility);
  table.cost.fill(Infinity, row * size, (row + 1) * size);
  table.cell.fill(-1, row * size, (row + 1) * size);
  return row;
}

function cosineBetween(compiled: Compiled, destination: number, facility: number): number {
  const { destinationVector: to, facilityVector: from } = compiled.geography;
  const a = destination * 3;
  const b = facility * 3;
  return (
    (to[a] ?? 0) * (from[b] ?? 0) +
    (to[a + 1] ?? 0) * (from[b + 1] ?? 0) +
    (to[a + 2] ?? 0) * (from[b + 2] ?? 0)
  );
}
