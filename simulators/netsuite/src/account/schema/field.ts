// What the account knows about one field and one sublist, wherever the knowledge came from.

/** How values are kept and checked. `select` points at records or at a list of values. */
export type ValueKind =
  | 'text'
  | 'longtext'
  | 'email'
  | 'checkbox'
  | 'flag'
  | 'date'
  | 'datetime'
  | 'integer'
  | 'number'
  | 'positive'
  | 'money'
  | 'positivemoney'
  | 'percent'
  | 'rate'
  | 'select'
  | 'multiselect'
  | 'subrecord';

export interface FieldSchema {
  readonly id: string;
  readonly label: string;
  readonly kind: ValueKind;
  readonly required: boolean;
  /** Whether submitFields may set it. */
  readonly inlineEditable: boolean;
  /** Computed by the account; setting it is refused unless a behaviour says otherwise. */
  readonly readOnly: boolean;
  /** The family of records a select points at; null for lists of values and for lists not kept here. */
  readonly target: string | null;
  /** The fixed values of a select, id → text; null where it has none. */
  readonly options: ReadonlyMap<string, string> | null;
  readonly custom: boolean;
}

/** `list`: lines come from elsewhere, only their values may be edited. `static`: shown, never edited. */
export type SublistKind = 'editor' | 'list' | 'static';

export interface SublistSchema {
  readonly id: string;
  readonly kind: SublistKind;
  readonly fields: ReadonlyMap<string, FieldSchema>;
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  text: 'text',
  textarea: 'longtext',
  richtext: 'longtext',
  rtext: 'longtext',
  clobtext: 'longtext',
  address: 'longtext',
  namevaluelist: 'longtext',
  email: 'email',
  checkbox: 'checkbox',
  radio: 'flag',
  date: 'date',
  datetime: 'datetime',
  datetimetz: 'datetime',
  integer: 'integer',
  posinteger: 'integer',
  float: 'number',
  currency2: 'number',
  posfloat: 'positive',
  currency: 'money',
  poscurrency: 'positivemoney',
  percent: 'percent',
  rate: 'rate',
  ratehighprecision: 'rate',
  select: 'select',
  multiselect: 'multiselect',
  summary: 'subrecord',
};

/** The value kind of a type named in the vendored list; what is not listed there is kept as text. */
export function valueKind(standardType: string): ValueKind {
  return KINDS[standardType] ?? 'text';
}
