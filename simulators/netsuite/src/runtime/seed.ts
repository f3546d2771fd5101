// Records given as plain data and created through the record engine, so that seeds obey the account's rules.

import { z } from 'zod';
import type { Account, FieldValue, RecordSession } from '../account/account.ts';
import { SuiteScriptError } from '../account/failure.ts';

const Reference = z.strictObject({ $ref: z.string(), type: z.string() });
const Moment = z.strictObject({ $date: z.iso.datetime() });
const Value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  Reference,
  Moment,
]);
const Values = z.record(z.string(), Value);

/** One record; `{"$ref": externalid, "type"}` stands for an internal id, `{"$date": ISO}` for a date. */
export const RecordSpec = z.strictObject({
  type: z.string(),
  externalid: z.string().optional(),
  fields: Values.default({}),
  sublists: z.record(z.string(), z.array(Values)).default({}),
  subrecords: z.record(z.string(), Values).default({}),
});
export type RecordSpec = z.infer<typeof RecordSpec>;
export const RecordSpecs = z.array(RecordSpec);

export interface CreatedRecord {
  readonly type: string;
  readonly id: string;
  readonly externalid: string | null;
}

/** Creates the records in their order. @throws SeedRefused naming the record that failed; those before it stay. */
export function createRecords(
  account: Account,
  specs: readonly RecordSpec[],
): readonly CreatedRecord[] {
  const resolver = createResolver(account);
  return specs.map((spec, index) => {
    try {
      const session = account.records.create({
        type: spec.type,
        defaultValues: defaultsOf(spec, resolver),
      });
      fill(session, spec, resolver);
      const id = session.save({ ignoreMandatoryFields: true });
      resolver.add(spec, id);
      return { type: spec.type, id, externalid: spec.externalid ?? null };
    } catch (error) {
      if (error instanceof SuiteScriptError) throw new SeedRefused(spec, index, error);
      throw error;
    }
  });
}

// What NetSuite lists for a customer is there from the start only when the customer is, as in a script.
function defaultsOf({ fields, sublists }: RecordSpec, { resolve }: Resolver) {
  const customer = fields['customer'] ?? fields['entity'];
  const isListed = Object.values(sublists)
    .flat()
    .some((line) => line['internalid'] !== undefined);
  return isListed && customer !== undefined ? { entity: resolve(customer) } : {};
}

/** Edits a record: the fields, lines by their position, and subrecords of `spec` are set, the rest stays. */
export function editRecord(account: Account, id: string, spec: RecordSpec): string {
  const session = account.records.load({ type: spec.type, id });
  fill(session, spec, createResolver(account));
  return session.save({ ignoreMandatoryFields: true });
}

export class SeedRefused extends Error {
  readonly code: string;

  constructor(spec: RecordSpec, index: number, cause: SuiteScriptError) {
    super(
      `Record ${index} (${spec.type} ${spec.externalid ?? ''}): ${cause.name}: ${cause.message}`,
    );
    this.name = 'SeedRefused';
    this.code = cause.name;
  }
}

interface Resolver {
  readonly add: (spec: RecordSpec, id: string) => void;
  readonly resolve: (value: z.infer<typeof Value>) => FieldValue;
}

// The account is asked once a type; what the seed itself makes is added as it comes.
function createResolver(account: Account): Resolver {
  const byType = new Map<string, Map<string, string>>();
  const idsOf = (type: string): Map<string, string> => {
    const known = byType.get(type) ?? storedIds(account, type);
    byType.set(type, known);
    return known;
  };
  return {
    add: ({ type, externalid }, id) => {
      if (externalid !== undefined) idsOf(type).set(externalid, id);
    },
    resolve: (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      if ('$date' in value) return new Date(value.$date);
      const id = idsOf(value.type).get(value.$ref);
      if (id !== undefined) return id;
      throw new SuiteScriptError(
        'RCRD_DSNT_EXIST',
        `There is no ${value.type} with external id ${value.$ref}.`,
      );
    },
  };
}

function storedIds(account: Account, type: string): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id, fields } of account.records.list(type)) {
    const externalId = fields['externalid'];
    if (typeof externalId === 'string') ids.set(externalId, id);
  }
  return ids;
}

function fill(session: RecordSession, spec: RecordSpec, { resolve }: Resolver): void {
  if (spec.externalid !== undefined) session.setValue('externalid', spec.externalid);
  for (const [field, value] of Object.entries(spec.fields)) session.setValue(field, resolve(value));
  for (const [sublist, lines] of Object.entries(spec.sublists)) {
    lines.forEach(({ internalid, ...line }, position) => {
      const index =
        internalid === undefined ? position : lineOf(session, sublist, String(resolve(internalid)));
      if (index >= session.getLineCount(sublist)) session.insertLine(sublist, index);
      for (const [field, value] of Object.entries(line)) {
        session.setSublistValue(sublist, field, index, resolve(value));
      }
    });
  }
  for (const [subrecord, values] of Object.entries(spec.subrecords)) {
    const part = session.getSubrecord(subrecord);
    for (const [field, value] of Object.entries(values)) part.setValue(field, resolve(value));
  }
}

// A list NetSuite fills itself, such as the invoices a payment may pay: its lines are known by their record.
function lineOf(session: RecordSession, sublist: string, id: string): number {
  const count = session.getLineCount(sublist);
  for (let line = 0; line < count; line += 1) {
    if (String(session.getSublistValue(sublist, 'internalid', line)) === id) return line;
  }
  throw new SuiteScriptError(
    'SSS_INVALID_SUBLIST_OPERATION',
    `${sublist} has no line of record ${id}.`,
  );
}
