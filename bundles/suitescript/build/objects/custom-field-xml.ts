// Custom fields and custom records as SDF objects.

import type { CustomField, CustomRecord } from '../../project/custom-fields.ts';
import { element, type Element, leaves } from './xml.ts';

/** Field ids have a prefix by kind, and all of them are stored, not computed. */
export function customFieldXml(field: CustomField): Element {
  return element(
    field.object,
    leaves({
      accesslevel: '2',
      ...appliesTo(field),
      description: field.description,
      displaytype: 'NORMAL',
      fieldtype: field.type,
      label: field.label,
      searchlevel: '2',
      storevalue: 'T',
    }),
    { scriptid: field.id },
  );
}

function appliesTo(field: CustomField): Record<string, string> {
  if (field.object === 'othercustomfield') return { rectype: field.appliesTo.join('') };
  return Object.fromEntries(field.appliesTo.map((flag) => [flag, 'T']));
}

export function customRecordXml(record: CustomRecord): Element {
  return element(
    'customrecordtype',
    [
      ...leaves({
        accesstype: 'CUSTRECORDENTRYPERM',
        allowinlineediting: 'T',
        includename: 'F',
        isinactive: 'F',
        recordname: record.name,
      }),
      element(
        'customrecordcustomfields',
        record.fields.map((field) =>
          element(
            'customrecordcustomfield',
            leaves({
              accesslevel: '2',
              displaytype: 'NORMAL',
              fieldtype: field.type,
              label: field.label,
              searchlevel: '2',
              storevalue: 'T',
            }),
            { scriptid: field.id },
          ),
        ),
      ),
    ],
    { scriptid: record.id },
  );
}
