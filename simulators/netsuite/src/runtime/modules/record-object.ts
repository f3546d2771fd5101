// The Record object of N/record over a session of the account's record engine.

import type { FieldValue, RecordSession } from '../../account/account.ts';
import type { Invocation } from '../invocation.ts';
import { recordUnits } from '../limits.ts';
import { notSupported } from '../not-supported.ts';
import { missing, readOptions, textOf, toFieldValue } from '../options.ts';
import type { Options } from '../options.ts';
import type { RealmClass } from '../realm.ts';

export interface RecordState {
  readonly session: RecordSession;
  readonly isNew: boolean;
}

type Call = (session: RecordSession, options: Options) => FieldValue | void;

const classes = new WeakMap<Invocation, RealmClass<RecordState>>();

/** The class of one invocation's records. */
export function recordClass(invocation: Invocation): RealmClass<RecordState> {
  const known = classes.get(invocation);
  if (known !== undefined) return known;
  const made: RealmClass<RecordState> = invocation.realm.defineClass<RecordState>({
    name: 'Record',
    methods: {
      ...calls(),
      ...unsupported(),
      getSubrecord: (state, args) => {
        const fieldId = readOptions('Record.getSubrecord', args, ['fieldId']).requiredText(
          'fieldId',
        );
        return made.create({ session: state.session.getSubrecord(fieldId), isNew: state.isNew });
      },
      save: (state, args) => {
        invocation.charge('record.save', recordUnits(state.session.type, 'write'));
        const options = readOptions('Record.save', args, [
          'enableSourcing',
          'ignoreMandatoryFields',
        ]);
        const id = state.session.save({
          enableSourcing: options.flag('enableSourcing', false),
          ignoreMandatoryFields: options.flag('ignoreMandatoryFields', false),
        });
        invocation.afterSave();
        return Number(id);
      },
      toJSON: ({ session }: RecordState) => ({
        id: session.id,
        type: session.type,
        isDynamic: session.isDynamic,
      }),
      toString: ({ session }: RecordState) => `record.Record: ${session.type} ${session.id ?? ''}`,
    },
    properties: {
      id: { get: ({ session }) => (session.id === null ? null : Number(session.id)) },
      type: { get: ({ session }) => session.type },
      isDynamic: { get: ({ session }) => session.isDynamic },
      isNew: { get: ({ isNew }) => isNew },
      isReadOnly: { get: () => false },
    },
  });
  classes.set(invocation, made);
  return made;
}

const CALLS: ReadonlyArray<readonly [string, readonly string[], Call]> = [
  ['getValue', ['fieldId'], (record, o) => record.getValue(o.requiredText('fieldId'))],
  ['getText', ['fieldId'], (record, o) => record.getText(o.requiredText('fieldId'))],
  [
    'setValue',
    ['fieldId', 'value'],
    (record, o) => record.setValue(o.requiredText('fieldId'), value('setValue', o)),
  ],
  [
    'setText',
    ['fieldId', 'text'],
    (record, o) => record.setText(o.requiredText('fieldId'), o.text('text', '')),
  ],
  ['getLineCount', ['sublistId'], (record, o) => record.getLineCount(sublist(o))],
  [
    'getSublistValue',
    ['sublistId', 'fieldId', 'line'],
    (record, o) =>
      record.getSublistValue(sublist(o), o.requiredText('fieldId'), line('getSublistValue', o)),
  ],
  [
    'setSublistValue',
    ['sublistId', 'fieldId', 'line', 'value'],
    (record, o) =>
      record.setSublistValue(
        sublist(o),
        o.requiredText('fieldId'),
        line('setSublistValue', o),
        value('setSublistValue', o),
      ),
  ],
  [
    'getSublistText',
    ['sublistId', 'fieldId', 'line'],
    (record, o) =>
      record.getSublistText(sublist(o), o.requiredText('fieldId'), line('getSublistText', o)),
  ],
  [
    'setSublistText',
    ['sublistId', 'fieldId', 'line', 'text'],
    (record, o) =>
      record.setSublistText(
        sublist(o),
        o.requiredText('fieldId'),
        line('setSublistText', o),
        o.text('text', ''),
      ),
  ],
  [
    'insertLine',
    ['sublistId', 'line'],
    (record, o) => record.insertLine(sublist(o), line('insertLine', o)),
  ],
  [
    'removeLine',
    ['sublistId', 'line'],
    (record, o) => record.removeLine(sublist(o), line('removeLine', o)),
  ],
  [
    'selectLine',
    ['sublistId', 'line'],
    (record, o) => record.selectLine(sublist(o), line('selectLine', o)),
  ],
  ['selectNewLine', ['sublistId'], (record, o) => record.selectNewLine(sublist(o))],
  [
    'getCurrentSublistValue',
    ['sublistId', 'fieldId'],
    (record, o) => record.getCurrentSublistValue(sublist(o), o.requiredText('fieldId')),
  ],
  [
    'setCurrentSublistValue',
    ['sublistId', 'fieldId', 'value'],
    (record, o) =>
      record.setCurrentSublistValue(
        sublist(o),
        o.requiredText('fieldId'),
        value('setCurrentSublistValue', o),
      ),
  ],
  [
    'getCurrentSublistText',
    ['sublistId', 'fieldId'],
    (record, o) => record.getCurrentSublistText(sublist(o), o.requiredText('fieldId')),
  ],
  [
    'setCurrentSublistText',
    ['sublistId', 'fieldId', 'text'],
    (record, o) =>
      record.setCurrentSublistText(sublist(o), o.requiredText('fieldId'), o.text('text', '')),
  ],
  [
    'getCurrentSublistIndex',
    ['sublistId'],
    (record, o) => record.getCurrentSublistIndex(sublist(o)),
  ],
  ['commitLine', ['sublistId'], (record, o) => record.commitLine(sublist(o))],
  ['cancelLine', ['sublistId'], (record, o) => record.cancelLine(sublist(o))],
  ['findSublistLineWithValue', ['sublistId', 'fieldId', 'value'], findLine],
];

type Methods = Record<
  string,
  (state: RecordState, args: readonly unknown[], self: object) => unknown
>;

// Setters return the record, so that calls can be chained.
function calls(): Methods {
  return Object.fromEntries(
    CALLS.map(([name, names, call]) => [
      name,
      (state: RecordState, args: readonly unknown[], self: object): unknown => {
        const result = call(state.session, readOptions(`Record.${name}`, args, names));
        return result === undefined ? self : result;
      },
    ]),
  );
}

const UNSUPPORTED =
  'setCurrentSublistText getCurrentSublistText getCurrentSublistIndex getCurrentSublistSubrecord ' +
  'getSublistSubrecord hasSubrecord hasSublistSubrecord hasCurrentSublistSubrecord removeSubrecord removeSublistSubrecord ' +
  'removeCurrentSublistSubrecord getField getFields getSublist getSublists getSublistField getSublistFields ' +
  'getCurrentSublistField moveLine executeMacro getMacro getMacros getMatrixHeaderCount getMatrixHeaderField ' +
  'getMatrixHeaderValue getMatrixSublistField getMatrixSublistValue getCurrentMatrixSublistValue ' +
  'setMatrixHeaderValue setMatrixSublistValue setCurrentMatrixSublistValue findMatrixSublistLineWithValue';

function unsupported(): Methods {
  return Object.fromEntries(
    UNSUPPORTED.split(' ').map((name) => [name, () => notSupported(`Record.${name}`)]),
  );
}

function sublist(options: Options): string {
  return options.requiredText('sublistId');
}

function line(call: string, options: Options): number {
  const given = options.get('line');
  if (given === undefined || given === null) missing(`Record.${call}`, 'line');
  return Number(given);
}

// An empty text or null clears a field; only leaving the value out is an error.
function value(call: string, options: Options): FieldValue {
  const given = options.get('value');
  if (given === undefined) missing(`Record.${call}`, 'value');
  return toFieldValue(given);
}

function findLine(record: RecordSession, options: Options): number {
  const wanted = textOf(options.get('value') ?? '');
  const fieldId = options.requiredText('fieldId');
  const count = record.getLineCount(sublist(options));
  for (let index = 0; index < count; index += 1) {
    if (textOf(record.getSublistValue(sublist(options), fieldId, index)) === wanted) return index;
  }
  return -1;
}
