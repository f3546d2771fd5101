// All objects of the project as files; the name of a file is the object's script id, as SDF wants it.

import { IMPORT_MAPS } from '@sendsale/netsuite/contract';
import { CUSTOM_FIELDS, SETTINGS } from '../../project/custom-fields.ts';
import { PROJECT_SCRIPTS } from '../../project/scripts.ts';
import { csvImportXml } from './csv-import-xml.ts';
import { customFieldXml, customRecordXml } from './custom-field-xml.ts';
import { scriptXml } from './script-xml.ts';
import { writeXml } from './xml.ts';

const FOLDERS = {
  transactionbodycustomfield: 'TransactionFields',
  transactioncolumncustomfield: 'TransactionFields',
  entitycustomfield: 'EntityFields',
  othercustomfield: 'OtherFields',
} as const;

/** Paths below `src/`, e.g. `Objects/Scripts/customscript_imp_customer.xml`, with their text. */
export function objectFiles(): Array<readonly [path: string, text: string]> {
  return [
    ...CUSTOM_FIELDS.map(
      (field) => [objectPath(FOLDERS[field.object], field.id), customFieldXml(field)] as const,
    ),
    [objectPath('Records', SETTINGS.id), customRecordXml(SETTINGS)] as const,
    ...IMPORT_MAPS.map(
      (map) => [objectPath('CsvImports', map.scriptId), csvImportXml(map)] as const,
    ),
    ...PROJECT_SCRIPTS.map(
      (script) => [objectPath('Scripts', script.id), scriptXml(script)] as const,
    ),
  ].map(([path, root]) => [path, writeXml(root)] as const);
}

function objectPath(folder: string, scriptId: string): string {
  return `Objects/${folder}/${scriptId}.xml`;
}
