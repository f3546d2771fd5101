// One record as its page shows it: fields and lines with labels and texts, links to the records it names, and the
// records that name it.

import type { FieldValue } from '../account.ts';
import type { Engine } from '../engine.ts';
import { statusOf } from '../lifecycle/statuses.ts';
import { recordText, valueText } from '../records/references.ts';
import type { FieldSchema } from '../schema/field.ts';
import type { TypeSchema } from '../schema/schema.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';

export interface RecordLink {
  readonly type: string;
  readonly id: string;
}

export interface ShownValue {
  readonly text: string;
  readonly link: RecordLink | null;
}

export interface ShownField {
  readonly id: string;
  readonly label: string;
  readonly value: ShownValue;
}

export interface ShownSublist {
  readonly id: string;
  readonly columns: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  readonly rows: ReadonlyArray<readonly ShownValue[]>;
}

export interface RelatedRecord {
  readonly link: RecordLink;
  readonly text: string;
  readonly date: string;
  readonly status: string;
  readonly amount: string;
  /** Why it is here, e.g. "Created from this". */
  readonly relation: string;
}

export interface RecordPage {
  readonly label: string;
  readonly title: string;
  readonly status: string | null;
  readonly fields: readonly ShownField[];
  readonly sublists: readonly ShownSublist[];
  readonly subrecords: ReadonlyArray<{ readonly label: string; readonly lines: readonly string[] }>;
  readonly related: readonly RelatedRecord[];
}

/** What the page of a record shows. */
export function recordPage(engine: Engine, schema: TypeSchema, record: StoredData): RecordPage {
  return {
    label: schema.kind.label,
    title: recordText(engine.store, record),
    status: statusOf(record)?.label ?? null,
    fields: shownFields(engine, schema.fields, record.fields),
    sublists: Object.entries(record.sublists).flatMap(([id, lines]) => {
      const fields = schema.sublists.get(id)?.fields;
      return fields === undefined || lines.length === 0
        ? []
        : [shownSublist(engine, { id, fields, lines })];
    }),
    subrecords: Object.entries(record.subrecords).map(([id, values]) => ({
      label: SUBRECORDS[id] ?? schema.fields.get(id)?.label ?? id,
      lines: addressLines(values),
    })),
    related: relatedTo(engine, record),
  };
}

// The status stands above the fields, a file's content on a page of its own.
const HIDDEN = new Set([
  'status',
  'statusref',
  'orderstatus',
  'content',
  'lineuniquekey',
  'itemtype',
]);

// Names that begin with _ are the account's own.
function isShown(id: string): boolean {
  return !id.startsWith('_') && !HIDDEN.has(id);
}

function shownFields(
  engine: Engine,
  fields: ReadonlyMap<string, FieldSchema>,
  values: Values,
): ShownField[] {
  return [...fields.values()].flatMap((field) => {
    const value = values[field.id];
    return value === undefined || !isShown(field.id)
      ? []
      : [{ id: field.id, label: field.label, value: shownValue(engine, field, value) }];
  });
}

function shownSublist(
  engine: Engine,
  sublist: {
    id: string;
    fields: ReadonlyMap<string, FieldSchema>;
    lines: readonly Values[];
  },
): ShownSublist {
  const used = new Set(sublist.lines.flatMap((line) => Object.keys(line)).filter(isShown));
  const fields = [...sublist.fields.values()].filter(({ id }) => used.has(id));
  fields.sort((a, b) => rank(a) - rank(b));
  return {
    id: sublist.id,
    columns: fields.map(({ id, label }) => ({ id, label })),
    rows: sublist.lines.map((line) =>
      fields.map((field) => shownValue(engine, field, line[field.id] ?? null)),
    ),
  };
}

// The number of a line stands first, then what users read, then the rest as the type lists it.
const FIRST = ['line', 'orderline', 'apply', 'doc', 'item', 'quantity', 'price', 'rate', 'amount'];

function rank({ id }: FieldSchema): number {
  const at = FIRST.indexOf(id);
  return at < 0 ? FIRST.length : at;
}

function shownValue(engine: Engine, field: FieldSchema, value: FieldValue): ShownValue {
  const isMoney = field.kind === 'money' || field.kind === 'positivemoney';
  const text =
    isMoney && typeof value === 'number' ? value.toFixed(2) : valueText(engine, field, value);
  const target =
    field.target === null || typeof value !== 'string'
      ? undefined
      : engine.store.find(field.target, value);
  return { text, link: target === undefined ? null : { type: target.type, id: target.id } };
}

const SUBRECORDS: Readonly<Record<string, string>> = {
  shippingaddress: 'Ship to',
  billingaddress: 'Bill to',
};

const ADDRESS_ORDER = [
  'addressee',
  'attention',
  'addr1',
  'addr2',
  'addr3',
  'city',
  'state',
  'zip',
  'country',
  'addrphone',
];

function addressLines(values: Values): string[] {
  const written = ADDRESS_ORDER.map((id) => textOf(values, id)).filter((text) => text !== '');
  return written.length > 0 ? written : Object.values(values).map(String);
}

// Transactions name each other; an entity or item is named by too many to list them all.
const MOST_RELATED = 200;

function relatedTo(engine: Engine, record: StoredData): RelatedRecord[] {
  const named =
    record.type === 'customer' || record.type === 'vendor'
      ? engine.store
          .listFamily('transaction')
          .filter(
            ({ fields }) => fields['entity'] === record.id || fields['customer'] === record.id,
          )
      : engine.store.linkedTo(record.id);
  return named.slice(-MOST_RELATED).map((other) => ({
    link: { type: other.type, id: other.id },
    text: recordText(engine.store, other),
    date: dateOf(engine, other),
    status: statusOf(other)?.label ?? '',
    amount: textOf(other.fields, 'total') || textOf(other.fields, 'payment'),
    relation: relationOf(other, record.id),
  }));
}

function dateOf(engine: Engine, record: StoredData): string {
  const date = record.fields['trandate'];
  return date instanceof Date ? engine.calendar.formatDate(date) : '';
}

function relationOf(other: StoredData, id: string): string {
  if (other.fields['createdfrom'] === id || other.fields['salesorder'] === id)
    return 'Created from this';
  const isApplied = Object.values(other.sublists)
    .flat()
    .some((line) => line['doc'] === id);
  if (isApplied) return 'Applied to this';
  return other.fields['itemfulfillment'] === id ? 'Receives this' : 'Names this';
}
