// For every order (variant) and every subset of its lines, the cheapest facilities that could ship that
// subset in one shipment, by true cost. Prices are never negative, so a scan may stop at the first entry
// whose true cost reaches the best found; a list that was cut short falls back on all candidates.

import { emptyCandidates, fillCandidates } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import type { Compiled } from './compile.ts';
import { growingFloats, growingInts, pushFloat, pushInt } from './growing.ts';
import { promisingRows } from './promising-rows.ts';
import { keepCheapest, newShortlist } from './shortlist.ts';
import type { Shortlist } from './shortlist.ts';
import { variantsOf } from './variants.ts';
import type { Variant } from './variants.ts';

/** Orders with more lines have no lists: their subsets are too many. */
export const LISTED_LINES_MAX = 8;

// Entries a list, by the number of lines in the subset: what more lines there are, the fewer ship them all.
const LENGTHS = [0, 24, 24, 16, 12, 8, 6, 4, 4] as const;

export interface ShipmentLists {
  readonly variants: readonly Variant[];
  /** Variants of an order: from variantStart[order] to variantStart[order + 1]. */
  readonly variantStart: Int32Array;
  /** What a variant costs when everything is free (floors.ts fills it in); -Infinity until then. */
  readonly floor: Float64Array;
  /** List of a variant and subset: listBase[variant] + subset; -1 for orders without lists. */
  readonly listBase: Int32Array;
  readonly listStart: Int32Array;
  readonly isCut: Uint8Array;
  readonly entryCost: Float64Array;
  readonly entryRow: Int32Array;
  readonly rowFacility: Int32Array;
  /** Where the cells of a row begin in rowCell, one a line of its order. */
  readonly rowCells: Int32Array;
  readonly rowCell: Int32Array;
  /** Orders that could use a facility. */
  readonly potential: Int32Array;
  /** Rows of its candidates, for an order without lists (promising-rows.ts). */
  readonly promising: ReadonlyMap<number, Int32Array>;
}

interface Building {
  readonly compiled: Compiled;
  readonly table: Candidates;
  readonly shortlist: Shortlist;
  readonly listStart: ReturnType<typeof growingInts>;
  readonly isCut: ReturnType<typeof growingInts>;
  readonly entryCost: ReturnType<typeof growingFloats>;
  readonly entryRow: ReturnType<typeof growingInts>;
  readonly rowFacility: ReturnType<typeof growingInts>;
  readonly rowCells: ReturnType<typeof growingInts>;
  readonly rowCell: ReturnType<typeof growingInts>;
  /** Row in the lists of a row of the table; -1 when it has none yet. */
  readonly listedRow: Int32Array;
  readonly potential: Int32Array;
}

export function buildShipmentLists(compiled: Compiled): ShipmentLists {
  const building = startBuilding(compiled);
  const variants: Variant[] = [];
  const variantStart = new Int32Array(compiled.orderCount + 1);
  const listBase: number[] = [];
  const promising = new Map<number, Int32Array>();
  for (let order = 0; order < compiled.orderCount; order += 1) {
    const mine = variantsOf(compiled, order);
    const size = (compiled.lineStart[order + 1] ?? 0) - (compiled.lineStart[order] ?? 0);
    prepareOrder(building, order);
    if (size > LISTED_LINES_MAX) promising.set(order, promisingRows(building.table, size));
    for (const variant of mine) {
      listBase.push(size > LISTED_LINES_MAX ? -1 : building.isCut.length - 1);
      variants.push(variant);
      if (size <= LISTED_LINES_MAX) listVariant(building, variant, size);
    }
    variantStart[order + 1] = variants.length;
  }
  pushInt(building.listStart, building.entryRow.length);
  return {
    variants,
    variantStart,
    floor: new Float64Array(variants.length).fill(-Infinity),
    listBase: Int32Array.from(listBase),
    promising,
    ...finish(building),
  };
}

function startBuilding(compiled: Compiled): Building {
  return {
    compiled,
    table: emptyCandidates(compiled),
    shortlist: newShortlist(24),
    listStart: growingInts(),
    isCut: growingInts(),
    entryCost: growingFloats(),
    entryRow: growingInts(),
    rowFacility: growingInts(),
    rowCells: growingInts(),
    rowCell: growingInts(),
    listedRow: new Int32Array(compiled.facilityCount),
    potential: new Int32Array(compiled.facilityCount),
  };
}

function finish(
  building: Building,
): Omit<ShipmentLists, 'variants' | 'variantStart' | 'floor' | 'listBase' | 'promising'> {
  const trim = (list: { readonly items: Int32Array; readonly length: number }): Int32Array =>
    list.items.slice(0, list.length);
  return {
    listStart: trim(building.listStart),
    isCut: Uint8Array.from(trim(building.isCut)),
    entryCost: building.entryCost.items.slice(0, building.entryCost.length),
    entryRow: trim(building.entryRow),
    rowFacility: trim(building.rowFacility),
    rowCells: trim(building.rowCells),
    rowCell: trim(building.rowCell),
    potential: building.potential,
  };
}

function prepareOrder(building: Building, order: number): void {
  const { table, listedRow, potential } = building;
  fillCandidates(table, building.compiled, order);
  for (let row = 0; row < table.rowCount; row += 1) {
    listedRow[row] = -1;
    const facility = table.facility[row] ?? 0;
    potential[facility] = (potential[facility] ?? 0) + 1;
  }
}

function listVariant(building: Building, variant: Variant, size: number): void {
  const subsets = 1 << size;
  for (let subset = 1; subset < subsets; subset += 1) {
    pushInt(building.listStart, building.entryRow.length);
    const { shortlist } = building;
    shortlist.limit = LENGTHS[bitsIn(subset)] ?? 4;
    shortlist.count = 0;
    shortlist.isCut = false;
    gather(building, variant, { subset, size });
    pushInt(building.isCut, shortlist.isCut ? 1 : 0);
    for (let at = 0; at < shortlist.count; at += 1) {
      pushFloat(building.entryCost, shortlist.cost[at] ?? 0);
      pushInt(building.entryRow, listRow(building, shortlist.row[at] ?? 0, size));
    }
  }
}

function gather(
  building: Building,
  variant: Variant,
  wanted: { readonly subset: number; readonly size: number },
): void {
  const { table, shortlist } = building;
  const { subset, size } = wanted;
  const { mask, cost, shipment, tier } = table;
  const { rowCount } = table;
  for (let row = 0; row < rowCount; row += 1) {
    if (((mask[row] ?? 0) & subset) !== subset || (tier[row] ?? 0) > variant.tier) continue;
    let total = shipment[row] ?? 0;
    for (let position = 0; position < size; position += 1) {
      if ((subset >> position) & 1) total += cost[row * size + position] ?? 0;
    }
    keepCheapest(shortlist, table, { row, cost: total });
  }
}

function listRow(building: Building, row: number, size: number): number {
  const { table, listedRow, rowFacility, rowCells, rowCell } = building;
  const known = listedRow[row] ?? -1;
  if (known !== -1) return known;
  const listed = rowFacility.length;
  listedRow[row] = listed;
  pushInt(rowFacility, table.facility[row] ?? 0);
  pushInt(rowCells, rowCell.length);
  for (let position = 0; position < size; position += 1) {
    pushInt(rowCell, table.cell[row * size + position] ?? -1);
  }
  return listed;
}

function bitsIn(subset: number): number {
  let count = 0;
  for (let rest = subset; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
