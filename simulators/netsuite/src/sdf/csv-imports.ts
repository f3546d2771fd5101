// Saved CSV imports: the map from columns to fields that N/task's CsvImportTask names.

import type { CsvFieldMapping, DataHandling } from '../account/definitions.ts';
import { dereference, readScriptId } from './object-context.ts';
import type { ObjectContext, ObjectReader } from './object-context.ts';
import { childOf, isTrue, listOf, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

const HANDLING: readonly DataHandling[] = ['ADD', 'UPDATE', 'ADDUPDATE'];

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  ['COMMA', ','],
  ['SEMICOLON', ';'],
  ['COLON', ':'],
  ['PIPE', '|'],
  ['TAB', '\t'],
  ['SPACE', ' '],
]);

export const readCsvImport: ObjectReader = (element, context) => {
  const id = readScriptId(element, 'custimport', context);
  if (id === null) return;
  const handling = textOf(element, 'datahandling') || 'ADD';
  const dataHandling = HANDLING.find((known) => known === handling);
  if (dataHandling === undefined) {
    context.report(
      'FIELD_INVALID',
      `${id} has datahandling ${handling}; ${HANDLING.join(', ')} are known.`,
    );
    return;
  }
  const recordType = textOf(element, 'recordtype');
  if (recordType === '') context.report('FIELD_MISSING', `${id} has no <recordtype>.`);
  context.draft.csvImports.push({
    id,
    name: textOf(element, 'importname') || id,
    recordType,
    dataHandling,
    columnDelimiter: delimiter(element, 'columndelimiter', ','),
    multiselectDelimiter: delimiter(element, 'multiselectdelimiter', '|'),
    overwriteMissingFields: isTrue(element, 'overwritemissingfields'),
    overwriteSublists: isTrue(element, 'overwritesublists'),
    ignoreReadOnly: isTrue(element, 'ignorereadonly'),
    preventDuplicates: isTrue(element, 'preventduplicates'),
    validateMandatoryCustomFields: isTrue(element, 'validatemandatorycustfields'),
    runServerScripts: isTrue(element, 'runserversuitescript'),
    mappings: readMappings(element, context),
  });
};

function delimiter(element: XmlElement, name: string, fallback: string): string {
  const text = textOf(element, name);
  return DELIMITERS.get(text) ?? (text === '' ? fallback : text);
}

function readMappings(element: XmlElement, context: ObjectContext): readonly CsvFieldMapping[] {
  const records = listOf(element, 'recordmappings', 'recordmapping');
  const mappings = records.flatMap((record) => {
    const name = textOf(record, 'record');
    return listOf(record, 'fieldmappings', 'fieldmapping').flatMap((field) => {
      const mapping = readMapping(name, field, context);
      return mapping === null ? [] : [mapping];
    });
  });
  if (mappings.length === 0)
    context.report('MAPPING_INVALID', 'A CSV import maps at least one field.');
  return mappings;
}

function readMapping(
  record: string,
  element: XmlElement,
  context: ObjectContext,
): CsvFieldMapping | null {
  const field = dereference(textOf(element, 'field'));
  const constant = childOf(element, 'value');
  const column = childOf(element, 'columnreference');
  if (field === '' || (constant === null) === (column === null)) {
    context.report(
      'MAPPING_INVALID',
      `${record} ${field}: a field has either a <value> or a <columnreference>.`,
    );
    return null;
  }
  if (column === null)
    return { record, field, source: { kind: 'constant', value: constant?.text ?? '' } };
  const reference = referenceType(textOf(column, 'type'));
  if (reference === null) {
    context.report(
      'MAPPING_INVALID',
      `${record} ${field}: type ${textOf(column, 'type')} is not NAME, INTERNAL_ID or EXTERNAL_ID.`,
    );
    return null;
  }
  return { record, field, source: { kind: 'column', column: textOf(column, 'column'), reference } };
}

function referenceType(text: string): 'NAME' | 'INTERNAL_ID' | 'EXTERNAL_ID' | null {
  if (text === '' || text === 'NAME') return 'NAME';
  return text === 'INTERNAL_ID' || text === 'EXTERNAL_ID' ? text : null;
}
