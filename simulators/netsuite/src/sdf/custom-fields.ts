// Custom fields of transactions, lines, entities, items and other records, and custom record types.

import type { CustomFieldDefinition, FieldKind } from '../account/definitions.ts';
import { dereference, readScriptId } from './object-context.ts';
import type { ObjectContext, ObjectReader } from './object-context.ts';
import { listOf, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';
import { wordsOf } from './words.ts';

const FIELD_TYPES: ReadonlySet<string> = new Set(
  wordsOf(`CHECKBOX CLOBTEXT CURRENCY DATE DATETIMETZ DOCUMENT EMAIL FLOAT HELP IMAGE INLINEHTML
    INTEGER MULTISELECT PASSWORD PERCENT PHONE RICHTEXT SELECT TEXT TEXTAREA TIMEOFDAY URL
    INTEGER KEY`),
);

// Internal ids of standard record types, as `rectype` of an other-record field names them.
const RECORD_TYPES: ReadonlyMap<string, string> = new Map([
  ['-2', 'customer'],
  ['-10', 'item'],
  ['-30', 'transaction'],
  ['-101', 'classification'],
  ['-102', 'department'],
  ['-103', 'location'],
  ['-112', 'account'],
  ['-117', 'subsidiary'],
]);

/** A reader for one kind of custom field object, e.g. `<transactionbodycustomfield>`. */
export function customFieldReader(kind: FieldKind, prefix: string): ObjectReader {
  return (element, context) => {
    const field = readField(element, { kind, prefix, appliesTo: appliesTo(element) }, context);
    if (field !== null) context.draft.customFields.push(field);
  };
}

/** Custom item fields live on items; the account knows them as fields of another record. */
export const readItemField: ObjectReader = (element, context) => {
  const field = readField(
    element,
    { kind: 'other', prefix: 'custitem', appliesTo: ['item'] },
    context,
  );
  if (field !== null) context.draft.customFields.push(field);
};

export const readOtherField: ObjectReader = (element, context) => {
  const type = dereference(textOf(element, 'rectype'));
  if (type === '')
    context.report('FIELD_MISSING', 'An othercustomfield names its record type in <rectype>.');
  const target = RECORD_TYPES.get(type) ?? type.toLowerCase();
  const field = readField(
    element,
    { kind: 'other', prefix: 'custrecord', appliesTo: [target] },
    context,
  );
  if (field !== null) context.draft.customFields.push(field);
};

export const readCustomRecord: ObjectReader = (element, context) => {
  const id = readScriptId(element, 'customrecord', context);
  if (id === null) return;
  const name = textOf(element, 'recordname') || textOf(element, 'name');
  if (name === '') context.report('FIELD_MISSING', `${id} has no <recordname>.`);
  const fields = listOf(element, 'customrecordcustomfields', 'customrecordcustomfield').flatMap(
    (child) => {
      const field = readField(
        child,
        { kind: 'record', prefix: 'custrecord', appliesTo: [id] },
        context,
      );
      return field === null ? [] : [field];
    },
  );
  context.draft.customRecords.push({ id, name: name || id, fields });
};

/** Parameters of a script, `<scriptcustomfield>`. */
export function readScriptParameter(
  element: XmlElement,
  context: ObjectContext,
): CustomFieldDefinition | null {
  return readField(
    element,
    { kind: 'other', prefix: 'custscript', appliesTo: ['script'] },
    context,
  );
}

interface FieldShape {
  readonly kind: FieldKind;
  readonly prefix: string;
  readonly appliesTo: readonly string[];
}

function readField(
  element: XmlElement,
  shape: FieldShape,
  context: ObjectContext,
): CustomFieldDefinition | null {
  const id = readScriptId(element, shape.prefix, context);
  if (id === null) return null;
  const fieldType = textOf(element, 'fieldtype');
  if (!FIELD_TYPES.has(fieldType)) {
    context.report(
      'FIELD_INVALID',
      `${id} has fieldtype "${fieldType}", which is no NetSuite field type.`,
    );
  }
  const label = textOf(element, 'label');
  if (label === '') context.report('FIELD_MISSING', `${id} has no <label>.`);
  return { id, kind: shape.kind, label: label || id, fieldType, appliesTo: shape.appliesTo };
}

function appliesTo(element: XmlElement): readonly string[] {
  const flags = element.children.filter((child) => /^(body|col|appliesto)[a-z]/.test(child.name));
  return flags.filter((child) => child.text === 'T').map((child) => child.name);
}
