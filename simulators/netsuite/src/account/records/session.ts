// The record object a script holds. Standard and dynamic mode allow different calls; the wrong ones are refused.

import { defined } from '@sendsale/std';

import type { FieldValue, RecordSession } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import {
  bodyField,
  checkTextReadable,
  getBodyText,
  getBodyValue,
  setBodyValue,
  valueOfText,
} from './body-access.ts';
import type { CurrentLine } from './current-line.ts';
import { createCurrentLine } from './current-line.ts';
import type { Draft } from './draft.ts';
import { draftLines, draftOf, newLine } from './draft.ts';
import type { EventType } from './events.ts';
import { withEvents } from './events.ts';
import {
  checkAddable,
  lineAt,
  lineField,
  readLineValue,
  sublistOf,
  writeLineValue,
} from './line-access.ts';
import { valueText } from './references.ts';
import { saveDraft } from './save.ts';
import { ADDRESS, addressDraft } from './subrecord.ts';

/** A session on a draft. */
export function createSession(engine: Engine, draft: Draft): RecordSession {
  let isSaved = false;
  const current = createCurrentLine(engine, draft);
  return {
    type: draft.schema.type,
    id: draft.id,
    isDynamic: draft.isDynamic,
    ...bodyMembers(engine, draft),
    ...lineMembers(engine, draft),
    ...dynamicMembers(draft, current),
    getSubrecord: (fieldId) => createSession(engine, addressDraft(engine, draft, fieldId)),
    save: (options) => {
      if (draft.schema.type === ADDRESS) return refuseSubrecordSave();
      // A record object is saved once; load the record again to go on. [assumed]
      if (isSaved) return refuse('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');
      const id = submitDraft(engine, draft, {
        type: draft.id === null ? (draft.origin === 'copy' ? 'copy' : 'create') : 'edit',
        ignoreMandatoryFields: options?.ignoreMandatoryFields === true,
      });
      isSaved = true;
      return id;
    },
  };
}

/** Stores a draft with the events of its record. @returns its id */
export function submitDraft(
  engine: Engine,
  draft: Draft,
  { type, ignoreMandatoryFields }: { type: EventType; ignoreMandatoryFields: boolean },
): string {
  return withEvents(engine, draft, {
    type,
    sessionOf: (each) => createSession(engine, each),
    submit: () => saveDraft(engine, draft, ignoreMandatoryFields),
    after: (id) => storedDraft(engine, draft.schema, id),
  });
}

/** A draft of a record as it is stored now. */
export function storedDraft(engine: Engine, schema: Draft['schema'], id: string): Draft {
  const record = defined(engine.store.get(schema.type, id), `${schema.type} ${id} is stored.`);
  return draftOf(schema, record, false);
}

type BodyMembers = Pick<RecordSession, 'getValue' | 'setValue' | 'getText' | 'setText'>;

function bodyMembers(engine: Engine, draft: Draft): BodyMembers {
  return {
    getValue: (fieldId) => getBodyValue(draft, fieldId),
    setValue: (fieldId, value) => {
      setBodyValue(engine, draft, { fieldId, value });
    },
    getText: (fieldId) => getBodyText(engine, draft, fieldId),
    setText: (fieldId, text) => {
      const value = valueOfText(engine, bodyField(draft, fieldId), text);
      setBodyValue(engine, draft, { fieldId, value });
    },
  };
}

type LineMembers = Pick<
  RecordSession,
  | 'getLineCount'
  | 'getSublistValue'
  | 'setSublistValue'
  | 'getSublistText'
  | 'setSublistText'
  | 'insertLine'
  | 'removeLine'
>;

function lineMembers(engine: Engine, draft: Draft): LineMembers {
  return {
    getLineCount: (sublistId) => draftLines(draft, sublistOf(draft, sublistId).id).length,
    getSublistValue: (sublistId, fieldId, line) =>
      readLineValue(lineField(draft, sublistId, fieldId), lineAt(draft, sublistId, line)),
    // oxlint-disable-next-line max-params -- the seam's signature
    setSublistValue: (sublistId, fieldId, line, value) => {
      setStandardLine(engine, draft, { sublistId, fieldId, line, value });
    },
    getSublistText: (sublistId, fieldId, index) => {
      const field = lineField(draft, sublistId, fieldId);
      const line = lineAt(draft, sublistId, index);
      checkTextReadable(draft, line.touched, field);
      return valueText(engine, field, line.values.get(field.id));
    },
    // oxlint-disable-next-line max-params -- the seam's signature
    setSublistText: (sublistId, fieldId, line, text) => {
      const value = valueOfText(engine, lineField(draft, sublistId, fieldId), text);
      setStandardLine(engine, draft, { sublistId, fieldId, line, value });
    },
    insertLine: (sublistId, index) => {
      const sublist = sublistOf(draft, sublistId);
      checkAddable(sublist);
      const lines = draftLines(draft, sublist.id);
      if (index < lines.length) lineAt(draft, sublistId, index);
      lines.splice(index, 0, newLine());
    },
    removeLine: (sublistId, index) => {
      const sublist = sublistOf(draft, sublistId);
      checkAddable(sublist);
      lineAt(draft, sublistId, index);
      draftLines(draft, sublist.id).splice(index, 1);
    },
  };
}

interface LineTarget {
  readonly sublistId: string;
  readonly fieldId: string;
  readonly line: number;
  readonly value: FieldValue;
}

// Setting a value on the line after the last adds that line. [seen] the published fulfillment script writes
// package line 0 without inserting it.
function setStandardLine(engine: Engine, draft: Draft, target: LineTarget): void {
  if (draft.isDynamic) return refuseMode('setSublistValue', 'standard');
  const sublist = sublistOf(draft, target.sublistId);
  lineField(draft, target.sublistId, target.fieldId);
  const lines = draftLines(draft, sublist.id);
  if (target.line === lines.length && sublist.kind === 'editor') lines.push(newLine());
  const line = lineAt(draft, target.sublistId, target.line);
  writeLineValue(engine, { draft, sublistId: sublist.id, line }, target);
}

type DynamicMembers = Omit<CurrentLine, 'sublistId'>;

function dynamicMembers(draft: Draft, current: DynamicMembers): DynamicMembers {
  if (draft.isDynamic) return current;
  return {
    selectLine: () => refuseMode('selectLine', 'dynamic'),
    selectNewLine: () => refuseMode('selectNewLine', 'dynamic'),
    getCurrentSublistValue: () => refuseMode('getCurrentSublistValue', 'dynamic'),
    setCurrentSublistValue: () => refuseMode('setCurrentSublistValue', 'dynamic'),
    getCurrentSublistText: () => refuseMode('getCurrentSublistText', 'dynamic'),
    setCurrentSublistText: () => refuseMode('setCurrentSublistText', 'dynamic'),
    getCurrentSublistIndex: () => refuseMode('getCurrentSublistIndex', 'dynamic'),
    commitLine: () => refuseMode('commitLine', 'dynamic'),
    cancelLine: () => refuseMode('cancelLine', 'dynamic'),
  };
}

/** Refuses a call of the other mode. The code is [documented]. */
function refuseMode(call: string, mode: 'standard' | 'dynamic'): never {
  return refuse(
    'SSS_INVALID_API_USAGE',
    `Invalid API usage. ${call} is available in ${mode} mode only.`,
  );
}

function refuseSubrecordSave(): never {
  return refuse('SSS_INVALID_API_USAGE', 'A subrecord is saved with its parent record.');
}
