// Address subrecords: small records that live and are saved with their parent.

import type { FieldValue } from '../account.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../failure.ts';
import type { FieldSchema } from '../schema/field.ts';
import type { Schema } from '../schema/schema.ts';
import { bodyField } from './body-access.ts';
import type { Draft } from './draft.ts';
import { newDraft } from './draft.ts';

/** The type name of address subrecords. */
export const ADDRESS = 'address';

/** The fields of an address subrecord. [documented] */
export const ADDRESS_FIELDS: readonly string[] = [
  'addr1',
  'addr2',
  'addr3',
  'addressee',
  'addrphone',
  'addrtext',
  'attention',
  'city',
  'country',
  'override',
  'state',
  'zip',
  'externalid',
];

/**
 * The draft behind a subrecord field; what is set on it is stored with the parent.
 * @throws FIELD_1_IS_NOT_A_SUBRECORD_FIELD [documented]
 */
export function addressDraft(engine: Engine, draft: Draft, fieldId: string): Draft {
  const field = bodyField(draft, fieldId);
  if (field.kind !== 'subrecord') {
    return refuse('FIELD_1_IS_NOT_A_SUBRECORD_FIELD', `Field ${fieldId} is not a subrecord field.`);
  }
  const values = draft.subrecords.get(field.id) ?? new Map<string, FieldValue>();
  draft.subrecords.set(field.id, values);
  const address = newDraft(addressSchema(engine.schema), {
    origin: 'create',
    isDynamic: draft.isDynamic,
  });
  return { ...address, fields: values };
}

function addressSchema(schema: Schema): Draft['schema'] {
  const location = schema.type('location');
  const fields = new Map(ADDRESS_FIELDS.map((id) => [id, addressField(id)]));
  return { ...location, type: ADDRESS, fields, sublists: new Map() };
}

function addressField(id: string): FieldSchema {
  const isSwitch = id === 'override';
  return {
    id,
    label: id,
    kind: isSwitch ? 'checkbox' : 'longtext',
    required: false,
    inlineEditable: false,
    readOnly: false,
    target: null,
    options: null,
    custom: false,
  };
}
