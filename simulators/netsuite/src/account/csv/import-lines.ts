// Imports the lines of a sublist. Keyed sublists match by Line, else by Item; the others only grow.
// [documented] Oracle help section_3751046270, section_N451889

import type { RecordSession } from '../account.ts';
import { refuseAsUser } from '../failure.ts';
import type { BodyMapping, SublistMap } from './map.ts';
import type { CsvRow } from './read-file.ts';
import type { ImportUnit } from './units.ts';
import { sourceText } from './values.ts';
import type { ImportWork } from './work.ts';
import { valueToSet } from './work.ts';

interface LineImport {
  readonly sublist: SublistMap;
  readonly unit: ImportUnit;
  readonly isNew: boolean;
  readonly subsidiary: string;
}

// [documented] adjustments are un-keyed: every row is appended.
const UNKEYED = new Set(['inventory']);

/** Sets the lines of one sublist from the rows of a record. @throws SuiteScriptError */
export function importSublist(work: ImportWork, session: RecordSession, lines: LineImport): void {
  const { sublist, unit } = lines;
  if (work.map.definition.overwriteSublists) clear(session, sublist.id);
  const added = new Map<string, number>();
  for (const row of unit.rows) {
    if (!hasLine(sublist, row)) continue;
    const index = lineFor(session, { ...lines, row, added });
    for (const mapping of sublist.mappings)
      setLineValue(work, session, { lines, mapping, row, index });
  }
}

function clear(session: RecordSession, sublistId: string): void {
  for (let at = session.getLineCount(sublistId) - 1; at >= 0; at--)
    session.removeLine(sublistId, at);
}

// A row whose cells for the sublist are all blank has no line.
function hasLine(sublist: SublistMap, row: CsvRow): boolean {
  return sublist.columns.some((source) => sourceText(source, row) !== '');
}

interface RowImport extends LineImport {
  readonly row: CsvRow;
  /** New lines of this import by the Line they gave: two rows sharing one are one line. [documented] */
  readonly added: Map<string, number>;
}

// The index of the line a row is about; the one after the last for a new line.
function lineFor(session: RecordSession, { sublist, row, added, isNew }: RowImport): number {
  const count = session.getLineCount(sublist.id);
  const { lineKey: byLine, itemKey: byItem } = sublist;
  if (byLine !== null) {
    const key = sourceText(byLine.source, row);
    if (key === '') return count;
    const known = indexesWith(session, sublist.id, { fieldId: byLine.field.id, value: key })[0];
    const index = known ?? added.get(key) ?? count;
    if (known === undefined) added.set(key, index);
    return index;
  }
  if (isNew || byItem === null || UNKEYED.has(sublist.id)) return count;
  const item = sourceText(byItem.source, row);
  const [index, second] = indexesWith(session, sublist.id, { fieldId: 'item', value: item });
  // [documented] that it is ambiguous and refused; the text is [assumed]
  if (second !== undefined) {
    refuseAsUser(`More than one line has item ${item}. Map Line to say which one is meant.`);
  }
  return index ?? count;
}

function indexesWith(
  session: RecordSession,
  sublistId: string,
  wanted: { readonly fieldId: string; readonly value: string },
): number[] {
  const indexes = [...Array(session.getLineCount(sublistId)).keys()];
  return indexes.filter(
    (at) => String(session.getSublistValue(sublistId, wanted.fieldId, at)) === wanted.value,
  );
}

interface CellImport {
  readonly lines: LineImport;
  readonly mapping: BodyMapping;
  readonly row: CsvRow;
  readonly index: number;
}

// A value replaces what the line had. [assumed]: Oracle's example of a keyed update adds quantities.
function setLineValue(work: ImportWork, session: RecordSession, cell: CellImport): void {
  const { lines, mapping, row, index } = cell;
  const set = valueToSet(work, { mapping, row, subsidiary: lines.subsidiary });
  if (set !== null) session.setSublistValue(lines.sublist.id, mapping.field.id, index, set.value);
}
