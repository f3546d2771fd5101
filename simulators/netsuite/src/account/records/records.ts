// N/record on the account: create, load, copy, transform, delete and submitFields.

import type {
  CreateOptions,
  FieldValue,
  Records,
  RecordSession,
  StoredRecord,
  SubmitFieldsOptions,
  TransformOptions,
} from '../account.ts';
import type { Engine } from '../engine.ts';
import { notSupported, refuse, refuseMissingRecord } from '../failure.ts';
import { statusOf } from '../lifecycle/statuses.ts';
import { coerce } from '../schema/coerce.ts';
import type { StoredData } from '../store/stored-data.ts';
import { bodyField, setBodyValue } from './body-access.ts';
import type { Draft } from './draft.ts';
import { draftOf, newDraft } from './draft.ts';
import type { EventType } from './events.ts';
import { announceLoad, withEvents } from './events.ts';
import { deleteRecord } from './save.ts';
import { createSession, storedDraft, submitDraft } from './session.ts';

/** The records of an account. */
export function createRecords(engine: Engine): Records {
  return {
    create: (options) => create(engine, options),
    load: ({ type, id, isDynamic }) => {
      const draft = draftOf(
        engine.schema.type(type),
        storedRecord(engine, type, id),
        isDynamic === true,
      );
      engine.behaviourOf(draft.schema.type).open(engine, draft);
      return opened(engine, draft, 'edit');
    },
    copy: (options) => copy(engine, options),
    transform: (options) => transform(engine, options),
    delete: ({ type, id }) => deleteWithEvents(engine, type, String(id)),
    submitFields: (options) => submitFields(engine, options),
    list: (type) => engine.store.list(engine.schema.type(type).type).map(shown),
  };
}

/** A stored record with the status a user sees. */
function shown(record: StoredData): StoredRecord {
  return { ...record, statusText: statusOf(record)?.label ?? null };
}

/** A record by type and id. @throws RCRD_DSNT_EXIST */
function storedRecord(engine: Engine, type: string, id: string): StoredData {
  const known = engine.schema.type(type).type;
  return engine.store.get(known, String(id)) ?? refuseMissingRecord(known, String(id));
}

function create(engine: Engine, options: CreateOptions): RecordSession {
  const schema = engine.schema.type(options.type);
  checkCreatable(engine, schema.type);
  const draft = newDraft(schema, { origin: 'create', isDynamic: options.isDynamic === true });
  startDraft(engine, draft, options.defaultValues ?? {});
  return opened(engine, draft, 'create');
}

function opened(engine: Engine, draft: Draft, type: EventType): RecordSession {
  announceLoad(engine, draft, { type, sessionOf: (each) => createSession(engine, each) });
  return createSession(engine, draft);
}

function deleteWithEvents(engine: Engine, type: string, id: string): string {
  const schema = engine.schema.type(type);
  if (engine.store.get(schema.type, id) === undefined) return refuseMissingRecord(schema.type, id);
  return withEvents(engine, storedDraft(engine, schema, id), {
    type: 'delete',
    sessionOf: (each) => createSession(engine, each),
    submit: () => deleteRecord(engine, schema, id),
    after: (stored) => storedDraft(engine, schema, stored),
  });
}

// Fulfillments, receipts and deposit applications exist by transform only. [documented]; the code is [assumed]
function checkCreatable(engine: Engine, type: string): void {
  if (engine.behaviourOf(type).isCreatable) return;
  refuse(
    'INVALID_RCRD_INITIALIZE',
    `You can not initialize ${type}: it can only be made from another record with record.transform.`,
  );
}

function copy(
  engine: Engine,
  options: { type: string; id: string; isDynamic?: boolean },
): RecordSession {
  const schema = engine.schema.type(options.type);
  checkCreatable(engine, schema.type);
  const source = storedRecord(engine, options.type, options.id);
  const stored = draftOf(schema, source, options.isDynamic === true);
  const draft: Draft = { ...stored, id: null, before: null, source, origin: 'copy' };
  for (const field of [
    'externalid',
    'tranid',
    'entityid',
    'createddate',
    'datecreated',
    'created',
  ]) {
    draft.fields.delete(field);
  }
  for (const [sublistId, lines] of draft.sublists) {
    const copied = lines.map((line) => ({ ...line, before: null }));
    for (const line of copied) for (const field of LINE_IDS) line.values.delete(field);
    draft.sublists.set(sublistId, copied);
  }
  startDraft(engine, draft, {});
  return opened(engine, draft, 'copy');
}

const LINE_IDS = ['line', 'lineuniquekey', 'orderline'];

function transform(engine: Engine, options: TransformOptions): RecordSession {
  const from = engine.schema.type(options.fromType).type;
  const schema = engine.schema.type(options.toType);
  if (from === 'customerpayment' && schema.type === 'customerrefund')
    return notSupported('the transform customerpayment to customerrefund');
  if (!engine.behaviourOf(from).transformsTo.includes(schema.type)) {
    return refuse(
      'INVALID_RCRD_TRANSFRM',
      `That type of record transformation is not allowed: ${from} to ${schema.type}.`,
    );
  }
  const source = engine.store.get(from, String(options.fromId));
  if (source === undefined) return refuseInitialize(schema.type, String(options.fromId));
  const draft = newDraft(schema, {
    origin: 'transform',
    isDynamic: options.isDynamic === true,
    source,
  });
  startDraft(engine, draft, options.defaultValues ?? {});
  return opened(engine, draft, 'create');
}

/** Refuses a transform that has nothing to do. The text's start is [documented] and [seen]; the code [assumed]. */
function refuseInitialize(type: string, id: string): never {
  return refuse(
    'INVALID_INITIALIZE_REF',
    `You can not initialize ${type}: invalid reference ${id}.`,
  );
}

// Default values that are fields of the record are set first; the behaviour sees all of them.
function startDraft(
  engine: Engine,
  draft: Draft,
  defaultValues: Readonly<Record<string, FieldValue>>,
): void {
  const defaults = new Map<string, FieldValue>();
  for (const [name, value] of Object.entries(defaultValues)) {
    const id = name.toLowerCase();
    const field = draft.schema.fields.get(id);
    const kept = field === undefined ? value : coerce(field, value, engine.calendar);
    defaults.set(id, kept);
    if (field !== undefined && !field.readOnly) draft.fields.set(id, kept);
  }
  engine.behaviourOf(draft.schema.type).start(engine, draft, defaults);
}

/** Custom fields, and standard ones with inline editing; never lines or subrecords. [documented] */
function submitFields(engine: Engine, options: SubmitFieldsOptions): string {
  const draft = draftOf(
    engine.schema.type(options.type),
    storedRecord(engine, options.type, options.id),
    false,
  );
  for (const [fieldId, value] of Object.entries(options.values)) {
    const field = bodyField(draft, fieldId);
    if (!field.inlineEditable) {
      return refuse(
        'SSS_INVALID_API_USAGE',
        `submitFields cannot set ${field.id} of ${draft.schema.type}: it has no inline editing.`,
      );
    }
    setBodyValue(engine, draft, { fieldId: field.id, value });
  }
  return submitDraft(engine, draft, {
    type: 'xedit',
    ignoreMandatoryFields: options.ignoreMandatoryFields === true,
  });
}
