// Saved CSV imports: each field has one source, and rows of one record can be told from those of another.

import type { Report } from './problem.ts';
import { childrenOf, childText, type XmlElement } from './read-xml.ts';

const HANDLING = ['ADD', 'UPDATE', 'ADDUPDATE'];
const REFERENCES = ['NAME', 'INTERNAL_ID', 'EXTERNAL_ID'];
/** What NetSuite can group rows by. */
const IDENTIFIERS = new Set(['EXTERNALID', 'ID', 'TRANID']);
const MAX_NAME = 64;

export function checkCsvImport(
  root: XmlElement,
  _files: ReadonlyMap<string, string>,
  report: Report,
): void {
  const name = childText(root, 'importname');
  if (name === '' || name.length > MAX_NAME) {
    report('NAME_TOO_LONG', '<importname> needs 1 to 64 characters');
  }
  const handling = childText(root, 'datahandling');
  if (!HANDLING.includes(handling)) {
    report('MAPPING_INVALID', `datahandling "${handling}" is not one of ${HANDLING.join(', ')}`);
  }
  const recordType = childText(root, 'recordtype');
  const parts = childrenOf(root, 'recordmappings').flatMap((list) =>
    childrenOf(list, 'recordmapping'),
  );
  for (const part of parts) checkPart(part, recordType, report);
  checkIdentifier(parts, report);
}

function checkPart(part: XmlElement, recordType: string, report: Report): void {
  const record = childText(part, 'record');
  if (record !== recordType && !record.startsWith(`${recordType}:`)) {
    report('MAPPING_INVALID', `${record} is no part of ${recordType}`);
  }
  const targets = new Set<string>();
  for (const mapping of fieldsOf(part)) {
    const field = childText(mapping, 'field');
    if (targets.has(field)) report('MAPPING_INVALID', `${record} ${field} is mapped twice`);
    targets.add(field);
    const values = childrenOf(mapping, 'value');
    const [column, ...others] = childrenOf(mapping, 'columnreference');
    if (values.length + others.length + (column === undefined ? 0 : 1) !== 1) {
      report('MAPPING_INVALID', `${record} ${field} needs a <value> or a <columnreference>`);
    }
    if (column !== undefined && !REFERENCES.includes(childText(column, 'type'))) {
      report('MAPPING_INVALID', `${record} ${field}: ${REFERENCES.join(', ')} are the types`);
    }
  }
}

/** With a sublist in the file, several rows are one record. */
function checkIdentifier(parts: readonly XmlElement[], report: Report): void {
  const hasSublist = parts.some((part) => /^[^:]+:[^:]+$/.test(childText(part, 'record')));
  const fields = parts.flatMap((part) => fieldsOf(part).map((field) => childText(field, 'field')));
  if (!hasSublist || fields.some((field) => IDENTIFIERS.has(field))) return;
  report('MAPPING_INVALID', 'No unique identifier is mapped: EXTERNALID, ID or TRANID');
}

function fieldsOf(part: XmlElement): readonly XmlElement[] {
  return childrenOf(part, 'fieldmappings').flatMap((list) => childrenOf(list, 'fieldmapping'));
}
