// Where an installed custom field applies: SDF's applies-to flags in terms of record types and sublists.

import type { CustomFieldDefinition } from '../definitions.ts';
import { refuse } from '../failure.ts';
import type { FieldSchema, ValueKind } from './field.ts';

const SALE = [
  'salesorder',
  'invoice',
  'cashsale',
  'creditmemo',
  'returnauthorization',
  'cashrefund',
];
const PURCHASE = ['purchaseorder'];

// [documented] flag names; [assumed] that `sale` covers returns and credits (published scripts set sale fields
// on return authorizations) and that `deposit` covers customer deposits.
const BODY: Readonly<Record<string, readonly string[]>> = {
  bodysale: SALE,
  bodypurchase: PURCHASE,
  bodyitemfulfillment: ['itemfulfillment'],
  bodyitemreceipt: ['itemreceipt'],
  bodyinventoryadjustment: ['inventoryadjustment', 'inventorytransfer'],
  bodytransferorder: ['transferorder'],
  bodydeposit: ['customerdeposit'],
  bodycustomerpayment: ['customerpayment', 'customerrefund', 'depositapplication'],
};

const COLUMN: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
  colsale: SALE.map((type) => [type, 'item']),
  colpurchase: PURCHASE.map((type) => [type, 'item']),
  colitemfulfillment: [['itemfulfillment', 'item']],
  colitemreceipt: [['itemreceipt', 'item']],
  coltransferorder: [['transferorder', 'item']],
  colinventoryadjustment: [
    ['inventoryadjustment', 'inventory'],
    ['inventorytransfer', 'inventory'],
  ],
};

const ENTITY: Readonly<Record<string, readonly string[]>> = {
  appliestocustomer: ['customer', 'lead'],
  appliestovendor: ['vendor'],
  appliestoemployee: ['employee'],
  appliestopartner: ['partner'],
  appliestocontact: ['contact'],
};

// [seen] -103 is the location record.
const RECORD_TYPES: Readonly<Record<string, string>> = { '-103': 'location' };

/** A place a field is on: a record type, and the sublist for a column. */
export interface FieldPlace {
  readonly type: string;
  readonly sublist: string | null;
}

/** Every place a custom field applies to. Flags of record types not kept here lead nowhere. */
export function placesOf(field: CustomFieldDefinition): FieldPlace[] {
  switch (field.kind) {
    case 'body':
      return field.appliesTo.flatMap((flag) => (BODY[flag] ?? []).map(onBody));
    case 'column':
      return field.appliesTo.flatMap((flag) =>
        (COLUMN[flag] ?? []).map(([type, sublist]) => ({ type, sublist })),
      );
    case 'entity':
      return field.appliesTo.flatMap((flag) => (ENTITY[flag] ?? []).map(onBody));
    case 'other':
    case 'record':
      return field.appliesTo.map((type) => onBody(RECORD_TYPES[type] ?? type.toLowerCase()));
  }
}

function onBody(type: string): FieldPlace {
  return { type, sublist: null };
}

// SDF field types. [documented]
const KINDS: Readonly<Record<string, ValueKind>> = {
  TEXT: 'text',
  CLOBTEXT: 'longtext',
  RICHTEXT: 'longtext',
  TEXTAREA: 'longtext',
  EMAIL: 'email',
  PHONE: 'text',
  URL: 'text',
  PASSWORD: 'text',
  CHECKBOX: 'checkbox',
  DATE: 'date',
  DATETIME: 'datetime',
  DATETIMETZ: 'datetime',
  TIMEOFDAY: 'text',
  INTEGER: 'integer',
  FLOAT: 'number',
  CURRENCY: 'money',
  PERCENT: 'percent',
  SELECT: 'select',
  MULTISELECT: 'multiselect',
};

/** The schema of a custom field. @throws for a field type that does not exist. */
export function customFieldSchema(field: CustomFieldDefinition): FieldSchema {
  const kind = KINDS[field.fieldType.toUpperCase()];
  if (kind === undefined) {
    return refuse(
      'INVALID_FLD_TYPE',
      `Custom field ${field.id} has no known type: ${field.fieldType}.`,
    );
  }
  return {
    id: field.id.toLowerCase(),
    label: field.label,
    kind,
    required: false,
    inlineEditable: true,
    readOnly: false,
    target: null,
    options: null,
    custom: true,
  };
}
