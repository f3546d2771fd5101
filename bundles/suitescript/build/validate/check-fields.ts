// Custom fields and custom records.

import { checkId } from './check-id.ts';
import type { Report } from './problem.ts';
import { childrenOf, childText, type XmlElement } from './read-xml.ts';

const FIELD_TYPES = new Set([
  'CHECKBOX',
  'CLOBTEXT',
  'CURRENCY',
  'DATE',
  'DATETIMETZ',
  'DOCUMENT',
  'EMAIL',
  'FLOAT',
  'HELP',
  'IMAGE',
  'INLINEHTML',
  'INTEGER',
  'MULTISELECT',
  'PASSWORD',
  'PERCENT',
  'PHONE',
  'RICHTEXT',
  'SELECT',
  'TEXT',
  'TEXTAREA',
  'TIMEOFDAY',
  'URL',
]);

const MAX_LABEL = 200;

export function checkField(
  root: XmlElement,
  _files: ReadonlyMap<string, string>,
  report: Report,
): void {
  checkLabelAndType(root, report);
  if (root.name === 'othercustomfield') {
    if (childText(root, 'rectype') === '') report('FIELD_MISSING', 'The field has no <rectype>');
    return;
  }
  const applies = root.children.some(
    (child) => /^(body|col|appliesto)/.test(child.name) && child.text === 'T',
  );
  if (!applies) report('FIELD_APPLIES_TO_NOTHING', 'The field applies to no record type');
}

export function checkRecord(
  root: XmlElement,
  _files: ReadonlyMap<string, string>,
  report: Report,
): void {
  if (childText(root, 'recordname') === '') {
    report('FIELD_MISSING', 'The record type has no <recordname>');
  }
  const fields = childrenOf(root, 'customrecordcustomfields').flatMap((list) =>
    childrenOf(list, 'customrecordcustomfield'),
  );
  for (const field of fields) {
    checkId(field.attributes['scriptid'] ?? '', 'custrecord', report);
    checkLabelAndType(field, report);
  }
}

function checkLabelAndType(field: XmlElement, report: Report): void {
  const id = field.attributes['scriptid'] ?? '';
  const label = childText(field, 'label');
  if (label === '') report('FIELD_MISSING', `${id} has no <label>`);
  if (label.length > MAX_LABEL) report('NAME_TOO_LONG', `${id}: <label> is longer than 200`);
  const type = childText(field, 'fieldtype');
  if (!FIELD_TYPES.has(type)) report('FIELD_TYPE_INVALID', `${id}: "${type}" is no field type`);
}
