// Imports one record: finds or makes it, sets its body from the first row and its lines from all of them, saves.

import type { RecordSession } from '../account.ts';
import { refuse, refuseAsUser } from '../failure.ts';
import type { StoredData } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';
import { importSublist } from './import-lines.ts';
import type { BodyMapping, SubrecordMapping } from './map.ts';
import type { CsvRow } from './read-file.ts';
import type { ImportUnit } from './units.ts';
import { cellFieldValue, countryCode, sourceText } from './values.ts';
import type { ImportWork } from './work.ts';
import { contextOf, valueToSet } from './work.ts';

/** Imports a record. @returns its internal id. @throws SuiteScriptError with the text of the response file */
export function importUnit(work: ImportWork, unit: ImportUnit): string {
  const [first] = unit.rows;
  if (unit.rows.some((row) => row.isTooWide)) {
    refuseAsUser('Different number of columns than in the header row');
  }
  if (unit.uniqueId?.value === '') {
    // [documented] that it must be filled on every row; the text is [assumed]
    refuseAsUser('The unique identifier is blank. It must be filled on every row.');
  }
  const existing = findExisting(work, unit);
  const session = openRecord(work, unit, existing);
  const subsidiary = subsidiaryOf(work, first, existing);
  for (const mapping of work.map.body) setBody(work, session, { mapping, row: first, subsidiary });
  for (const mapping of work.map.subrecords) setAddress(work, session, { mapping, row: first });
  for (const sublist of work.map.sublists) {
    importSublist(work, session, { sublist, unit, isNew: existing === null, subsidiary });
  }
  checkDuplicates(work, session, existing);
  return session.save();
}

function findExisting({ engine, map }: ImportWork, unit: ImportUnit): StoredData | null {
  const { uniqueId } = unit;
  if (uniqueId === null) return null;
  const { type, kind } = map.schema;
  switch (uniqueId.kind) {
    case 'internalid':
      return engine.store.get(type, uniqueId.value) ?? null;
    case 'externalid': {
      const found = engine.store.byExternalId(kind.family, uniqueId.value);
      return found?.type === type ? found : null;
    }
    case 'tranid':
      return (
        engine.store.list(type).find((record) => record.fields['tranid'] === uniqueId.value) ?? null
      );
  }
}

function openRecord(
  { records, map }: ImportWork,
  unit: ImportUnit,
  existing: StoredData | null,
): RecordSession {
  const { dataHandling } = map.definition;
  const { type } = map.schema;
  if (dataHandling === 'ADD') {
    if (existing !== null) refuse('DUP_RCRD', 'This record already exists');
    return records.create({ type });
  }
  if (existing !== null) return records.load({ type, id: existing.id });
  if (dataHandling === 'ADDUPDATE') return records.create({ type });
  return refuse('RCRD_DSNT_EXIST', `That record does not exist: ${unit.uniqueId?.value ?? ''}.`);
}

// What entity references are checked against.
function subsidiaryOf(work: ImportWork, row: CsvRow, existing: StoredData | null): string {
  const mapping = work.map.body.find(({ field }) => field.id === 'subsidiary');
  const text = mapping === undefined ? '' : sourceText(mapping.source, row);
  if (mapping === undefined || text === '') return textOf(existing?.fields, 'subsidiary');
  return String(cellFieldValue(mapping.field, text, contextOf(work, mapping, '')));
}

function setBody(
  work: ImportWork,
  session: RecordSession,
  target: { readonly mapping: BodyMapping; readonly row: CsvRow; readonly subsidiary: string },
): void {
  const set = valueToSet(work, target);
  if (set !== null) session.setValue(target.mapping.field.id, set.value);
}

function setAddress(
  work: ImportWork,
  session: RecordSession,
  target: { readonly mapping: SubrecordMapping; readonly row: CsvRow },
): void {
  const { subrecord, fieldId, source } = target.mapping;
  const text = sourceText(source, target.row);
  if (text === '' && !work.map.definition.overwriteMissingFields) return;
  const value = fieldId === 'country' && text !== '' ? countryCode(text) : text;
  session.getSubrecord(subrecord).setValue(fieldId, value);
}

// Duplicate detection compares e-mail addresses. [assumed]; the text is [documented]
function checkDuplicates(
  work: ImportWork,
  session: RecordSession,
  existing: StoredData | null,
): void {
  const { map, engine } = work;
  if (!map.definition.preventDuplicates || existing !== null || map.schema.kind.family !== 'entity')
    return;
  const email = String(session.getValue('email')).toLowerCase();
  if (email === '') return;
  const isKnown = engine.store
    .list(map.schema.type)
    .some((record) => textOf(record.fields, 'email').toLowerCase() === email);
  if (isKnown) refuse('DUP_RCRD', 'Duplicate record was detected.');
}
