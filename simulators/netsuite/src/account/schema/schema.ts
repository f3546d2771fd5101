// The fields and sublists of every record type: NetSuite's list, our supplements for its gaps, and the custom
// fields and records that projects install.

import type { CustomFieldDefinition, CustomRecordDefinition } from '../definitions.ts';
import { notSupported, refuse } from '../failure.ts';
import { customFieldSchema, placesOf } from './custom-fields.ts';
import type { FieldSchema, SublistKind, SublistSchema } from './field.ts';
import { valueKind } from './field.ts';
import type { RecordKind } from './record-kinds.ts';
import { isTransaction, recordKind } from './record-kinds.ts';
import { isKept, requiredFields } from './required.ts';
import { selectOptions, selectTarget } from './select-targets.ts';
import type { StandardField } from './standard.ts';
import { standardTypes } from './standard.ts';
import { supplementaryFields } from './supplement-fields.ts';
import { supplementarySublists } from './supplement-sublists.ts';

export interface TypeSchema {
  readonly type: string;
  readonly kind: RecordKind;
  readonly isCustomRecord: boolean;
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly sublists: ReadonlyMap<string, SublistSchema>;
}

export interface Schema {
  /** @throws INVALID_RCRD_TYPE for a type that does not exist, SIMULATOR_NOT_SUPPORTED for one not kept here. */
  readonly type: (type: string) => TypeSchema;
  readonly has: (type: string) => boolean;
  readonly addCustomField: (field: CustomFieldDefinition) => void;
  readonly addCustomRecord: (record: CustomRecordDefinition) => void;
  readonly customFields: () => readonly CustomFieldDefinition[];
  readonly customRecords: () => readonly CustomRecordDefinition[];
}

/** A schema without custom fields; they are added as projects are installed. */
export function createSchema(): Schema {
  const built = new Map<string, TypeSchema>();
  const customFields = new Map<string, CustomFieldDefinition>();
  const customRecords = new Map<string, CustomRecordDefinition>();
  const has = (type: string): boolean => isKept(type) || customRecords.has(type);
  const build = (type: string): TypeSchema => {
    if (!has(type)) return refuseType(type);
    const record = customRecords.get(type);
    const schema = record === undefined ? standardType(type) : customRecordType(record);
    return withCustomFields(schema, [...customFields.values()]);
  };
  return {
    has: (type) => has(type.toLowerCase()),
    type: (type) => {
      const id = type.toLowerCase();
      const known = built.get(id) ?? build(id);
      built.set(id, known);
      return known;
    },
    addCustomField: (field) => {
      customFieldSchema(field);
      customFields.set(field.id.toLowerCase(), field);
      built.clear();
    },
    addCustomRecord: (record) => {
      customRecords.set(record.id.toLowerCase(), record);
      built.clear();
    },
    customFields: () => [...customFields.values()],
    customRecords: () => [...customRecords.values()],
  };
}

// A type that NetSuite has but this account does not keep says so; any other does not exist.
function refuseType(type: string): never {
  if (standardTypes().has(type)) return notSupported(`the record type ${type}`);
  return refuse('INVALID_RCRD_TYPE', `The record type [${type}] is invalid.`);
}

interface MutableType {
  readonly type: string;
  readonly kind: RecordKind;
  readonly isCustomRecord: boolean;
  readonly fields: Map<string, FieldSchema>;
  readonly sublists: Map<
    string,
    { id: string; kind: SublistKind; fields: Map<string, FieldSchema> }
  >;
}

function standardType(type: string): MutableType {
  const standard = standardTypes().get(type);
  const schema: MutableType = {
    type,
    kind: recordKind(type),
    isCustomRecord: false,
    fields: new Map(),
    sublists: new Map(),
  };
  for (const field of standard?.fields ?? []) {
    schema.fields.set(field.internalId.toLowerCase(), standardField(type, field));
  }
  for (const row of supplementaryFields(type)) add(schema.fields, type, row);
  for (const sublist of standard?.sublists ?? []) {
    const id = sublist.internalId.toLowerCase();
    const fields = new Map(
      sublist.fields.map((field) => [field.internalId.toLowerCase(), standardField(type, field)]),
    );
    schema.sublists.set(id, { id, kind: 'editor', fields });
  }
  for (const extra of supplementarySublists(type)) {
    const fields = schema.sublists.get(extra.id)?.fields ?? new Map<string, FieldSchema>();
    for (const row of extra.fields) add(fields, type, row);
    schema.sublists.set(extra.id, { id: extra.id, kind: extra.kind, fields });
  }
  if (isTransaction(type)) schema.fields.set('tranid', standardField(type, TRANID));
  markRequired(schema.fields, requiredFields(type));
  return schema;
}

const TRANID: StandardField = { internalId: 'tranid', type: 'text', label: 'Transaction Number' };

function markRequired(fields: Map<string, FieldSchema>, required: readonly string[]): void {
  for (const id of required) {
    const field = fields.get(id);
    if (field !== undefined) fields.set(id, { ...field, required: true });
  }
}

// Fields the vendored list gives but that the account computes. [documented] as read only in NetSuite's help.
const COMPUTED = new Set(
  (
    'status statusref createddate lastmodifieddate datecreated subtotal total taxtotal discounttotal balance ' +
    'amountpaid amountremaining consolidatebalance lineuniquekey line linenumber quantityfulfilled quantitybilled ' +
    'quantitycommitted quantitybackordered quantityavailable itemtype itemsubtype'
  ).split(' '),
);

// [seen] the published return script sets these two on a credit memo; elsewhere NetSuite computes them.
const SETTABLE = new Set(['creditmemo.taxtotal', 'returnauthorization.taxtotal']);

function standardField(type: string, field: StandardField): FieldSchema {
  const id = field.internalId.toLowerCase();
  return {
    id,
    label: field.label === '' ? labelOf(id) : field.label,
    kind: valueKind(field.type),
    required: false,
    inlineEditable: field.nlapiSubmitField === 'true',
    readOnly: COMPUTED.has(id) && !SETTABLE.has(`${type}.${id}`),
    target: selectTarget(type, id),
    options: selectOptions(type, id),
    custom: false,
  };
}

// Reads `id:type` with the marks `*` required, `!` read only, `+` inline editable. The label of what the
// vendored list already knows is kept.
function add(fields: Map<string, FieldSchema>, type: string, row: string): void {
  const [id = '', marked = 'text'] = row.split(':');
  const known = fields.get(id);
  const field = standardField(type, {
    internalId: id,
    type: marked.replace(/[*!+]/g, ''),
    label: known?.label ?? labelOf(id),
    nlapiSubmitField: String(marked.includes('+') || known?.inlineEditable === true),
  });
  fields.set(id, { ...field, required: marked.includes('*'), readOnly: marked.includes('!') });
}

const LABELS: Readonly<Record<string, string>> = {
  itemid: 'Item Name/Number',
  item: 'Item',
  quantity: 'Quantity',
  location: 'Location',
  adjustqtyby: 'Adjust Qty. By',
  name: 'Name',
  line: 'Line ID',
  orderline: 'Order Line',
  status: 'Status',
  createddate: 'Date Created',
  datecreated: 'Date Created',
  lastmodifieddate: 'Last Modified',
  createdfrom: 'Created From',
  taxamountoverride: 'Tax Amount Override',
  isinactive: 'Inactive',
  apply: 'Apply',
  amount: 'Amount',
  doc: 'Document',
  due: 'Amt. Due',
  refnum: 'Ref No.',
  itemreceive: 'Fulfill',
  quantityremaining: 'Remaining',
  rate: 'Rate',
  unapplied: 'Unapplied',
  applied: 'Applied',
  trackingnumbers: 'Tracking Numbers',
  packagetrackingnumber: 'Package Tracking Number',
  packageweight: 'Package Weight',
};

function labelOf(id: string): string {
  return LABELS[id] ?? id;
}

function customRecordType(record: CustomRecordDefinition): MutableType {
  const type = record.id.toLowerCase();
  const schema: MutableType = {
    type,
    kind: { ...recordKind(type), label: record.name },
    isCustomRecord: true,
    fields: new Map(),
    sublists: new Map(),
  };
  const rows =
    'name:text isinactive:checkbox+ externalid:text owner:text created:datetime! lastmodified:datetime!';
  for (const row of rows.split(' ')) add(schema.fields, type, row);
  for (const field of record.fields)
    schema.fields.set(field.id.toLowerCase(), customFieldSchema(field));
  return schema;
}

function withCustomFields(
  schema: MutableType,
  fields: readonly CustomFieldDefinition[],
): TypeSchema {
  for (const field of fields) {
    for (const place of placesOf(field)) {
      if (place.type !== schema.type) continue;
      const target =
        place.sublist === null ? schema.fields : schema.sublists.get(place.sublist)?.fields;
      target?.set(field.id.toLowerCase(), customFieldSchema(field));
    }
  }
  return schema;
}
