// Dynamic mode edits one selected line at a time; it becomes part of the record when it is committed.

import type { RecordSession } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuseAsUser } from '../failure.ts';
import { valueOfText } from './body-access.ts';
import type { Draft, DraftLine } from './draft.ts';
import { draftLines, isBlank, newLine } from './draft.ts';
import {
  checkAddable,
  lineAt,
  lineField,
  readLineValue,
  refuseSublist,
  sublistOf,
  writeLineValue,
} from './line-access.ts';
import { valueText } from './references.ts';

export type CurrentLine = Pick<
  RecordSession,
  | 'selectLine'
  | 'selectNewLine'
  | 'getCurrentSublistValue'
  | 'setCurrentSublistValue'
  | 'getCurrentSublistText'
  | 'setCurrentSublistText'
  | 'getCurrentSublistIndex'
  | 'commitLine'
  | 'cancelLine'
>;

interface Selection {
  readonly line: DraftLine;
  /** Where a committed line goes; the end for a new one. */
  readonly index: number;
}

/** The dynamic-mode members of a session. */
export function createCurrentLine(engine: Engine, draft: Draft): CurrentLine {
  const selections = new Map<string, Selection>();
  const selected = (sublistId: string): Selection => {
    const id = sublistOf(draft, sublistId).id;
    return selections.get(id) ?? refuseSublist(`No line of sublist ${sublistId} is selected.`);
  };
  const write: CurrentLine['setCurrentSublistValue'] = (sublistId, fieldId, value) => {
    const sublist = sublistOf(draft, sublistId);
    const { line } = selected(sublistId);
    writeLineValue(engine, { draft, sublistId: sublist.id, line }, { fieldId, value });
  };
  return {
    selectLine: (sublistId, index) => {
      const sublist = sublistOf(draft, sublistId);
      const line = lineAt(draft, sublistId, index);
      // Lines that come from elsewhere are edited in place: published scripts tick them and never commit. [seen]
      const edited = sublist.kind === 'list' ? line : copyOf(line);
      selections.set(sublist.id, { line: edited, index });
    },
    selectNewLine: (sublistId) => {
      const sublist = sublistOf(draft, sublistId);
      checkAddable(sublist);
      selections.set(sublist.id, { line: newLine(), index: draftLines(draft, sublist.id).length });
    },
    getCurrentSublistValue: (sublistId, fieldId) =>
      readLineValue(lineField(draft, sublistId, fieldId), selected(sublistId).line),
    setCurrentSublistValue: write,
    getCurrentSublistText: (sublistId, fieldId) => {
      const field = lineField(draft, sublistId, fieldId);
      return valueText(engine, field, readLineValue(field, selected(sublistId).line));
    },
    setCurrentSublistText: (sublistId, fieldId, text) => {
      write(sublistId, fieldId, valueOfText(engine, lineField(draft, sublistId, fieldId), text));
    },
    getCurrentSublistIndex: (sublistId) =>
      selections.get(sublistOf(draft, sublistId).id)?.index ?? -1,
    commitLine: (sublistId) => {
      const sublist = sublistOf(draft, sublistId);
      const { line, index } = selected(sublistId);
      // [documented] text
      if (sublist.fields.has('item') && isBlank(line.values, 'item')) {
        refuseAsUser('Please choose an item to add');
      }
      for (const field of sublist.fields.values()) {
        if (!field.required || !isBlank(line.values, field.id)) continue;
        refuseAsUser(`Please enter value(s) for: ${field.label}`);
      }
      draftLines(draft, sublist.id)[index] = line;
      selections.delete(sublist.id);
    },
    cancelLine: (sublistId) => {
      selections.delete(sublistOf(draft, sublistId).id);
    },
  };
}

function copyOf(line: DraftLine): DraftLine {
  return { ...line, values: new Map(line.values), touched: new Set(line.touched) };
}
