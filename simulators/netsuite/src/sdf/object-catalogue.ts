// The SDF object kinds the simulator knows: which reader each has, and which kinds change nothing for scripts.

import {
  customFieldReader,
  readCustomRecord,
  readItemField,
  readOtherField,
} from './custom-fields.ts';
import { readCsvImport } from './csv-imports.ts';
import type { ObjectContext, ObjectReader } from './object-context.ts';
import { readSavedSearch } from './saved-searches.ts';
import { scriptReader } from './scripts.ts';
import type { XmlElement } from './xml.ts';
import { wordsOf } from './words.ts';

const READERS: ReadonlyMap<string, ObjectReader> = new Map([
  ['transactionbodycustomfield', customFieldReader('body', 'custbody')],
  ['transactioncolumncustomfield', customFieldReader('column', 'custcol')],
  ['entitycustomfield', customFieldReader('entity', 'custentity')],
  ['itemcustomfield', readItemField],
  ['othercustomfield', readOtherField],
  ['customrecordtype', readCustomRecord],
  ['savedcsvimport', readCsvImport],
  ['savedsearch', readSavedSearch],
  ['scheduledscript', scriptReader('scheduledscript')],
  ['mapreducescript', scriptReader('mapreducescript')],
  ['restlet', scriptReader('restlet')],
  ['clientscript', scriptReader('clientscript')],
  ['usereventscript', scriptReader('usereventscript')],
]);

// They shape pages and permissions; scripts, imports and searches run the same without them.
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(
  wordsOf(`subtab sublist transactionForm entryForm addressForm role center centercategory
    centerlink centertab kpiscorecard publisheddashboard reportdefinition financiallayout
    emailtemplate advancedpdftemplate bundleinstallationscript secret integration dataset
    workbook`),
);

export function readObject(element: XmlElement, context: ObjectContext): void {
  const reader = READERS.get(element.name);
  if (reader !== undefined) {
    reader(element, context);
    return;
  }
  const id = element.attributes['scriptid'] ?? context.path;
  if (WITHOUT_EFFECT.has(element.name)) {
    context.draft.notes.push(`${id} (${element.name}) has no effect in the simulator.`);
    return;
  }
  context.report('OBJECT_UNKNOWN', `The simulator does not support <${element.name}> (${id}).`);
}
