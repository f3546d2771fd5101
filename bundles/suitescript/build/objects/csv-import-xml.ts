// Saved CSV imports as SDF objects, from the same table the fallback importer goes by.

import {
  type ColumnMapping,
  IMPORT_MAP_OPTIONS,
  type ImportMap,
} from '@sendsale/netsuite/contract';
import { element, type Element, leaves } from './xml.ts';

const FILE = 'feed.csv';

const DELIMITERS = { ':': 'COLON', '|': 'PIPE' } as const;

export function csvImportXml(map: ImportMap): Element {
  const isEntity = map.record === 'CUSTOMER';
  return element(
    'savedcsvimport',
    [
      element('audience', leaves({ allroles: 'T' })),
      ...leaves({
        ...IMPORT_MAP_OPTIONS,
        datahandling: map.dataHandling,
        [isEntity ? 'entryform' : 'transactionform']: standardForm(map),
        importname: map.name,
        logsystemnotescustfields: map.systemNotesForCustomFields ? 'T' : 'F',
        multiselectdelimiter: DELIMITERS[map.multiselectDelimiter],
        recordtype: map.record,
        usemultithread: map.multiThread ? 'T' : 'F',
      }),
      element('filemappings', [
        element('filemapping', leaves({ file: FILE, foreignkey: '', primarykey: '' })),
      ]),
      element(
        'recordmappings',
        parts(map).map((part) => partXml(map, part)),
      ),
    ],
    { scriptid: map.scriptId },
  );
}

/** The published map of sales orders names a form of its own; the project has none and needs none. */
function standardForm(map: ImportMap): string {
  return map.form.startsWith('custform') ? `STANDARD${map.record}` : map.form;
}

/** Body first, then sublists and subrecords, each once. */
function parts(map: ImportMap): string[] {
  return [...new Set([map.record, ...[...map.columns, ...map.fixed].map(({ part }) => part)])];
}

function partXml(map: ImportMap, part: string): Element {
  const fixed = map.fixed.filter((mapping) => mapping.part === part);
  const columns = map.columns.filter((mapping) => mapping.part === part);
  return element('recordmapping', [
    ...leaves({ record: part, line: '' }),
    element('fieldmappings', [
      ...columns.map(columnXml),
      ...fixed.map(({ field, value }) => element('fieldmapping', leaves({ field, value }))),
    ]),
  ]);
}

function columnXml({ field, column, match }: ColumnMapping): Element {
  return element('fieldmapping', [
    // Custom fields are objects of the project, and referred to as such.
    element('field', field.startsWith('cust') ? `[scriptid=${field}]` : field),
    element('columnreference', leaves({ file: FILE, column, type: match })),
  ]);
}
