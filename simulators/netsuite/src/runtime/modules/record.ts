// N/record: the module's own calls; the Record object is in record-object.ts.

import type { FieldValue, RecordSession } from '../../account/account.ts';
import { recordUnits } from '../limits.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { isPlain, readOptions, toFieldValue } from '../options.ts';
import type { Options } from '../options.ts';
import { recordClass } from './record-object.ts';
import { RECORD_TYPES } from './record-types.ts';
import { Constants } from '../realm.ts';

export function recordModule(invocation: Invocation): object {
  const { realm } = invocation;
  return realm.object({
    ...sessionCalls(invocation),
    delete: realm.method('delete', (args) => {
      const options = readOptions('record.delete', args, ['type', 'id']);
      const type = options.requiredText('type');
      invocation.charge('record.delete', recordUnits(type, 'write'));
      return Number(
        invocation.host.account.records.delete({ type, id: options.requiredText('id') }),
      );
    }),
    submitFields: realm.method('submitFields', (args) => submitFields(invocation, args)),
    attach: realm.method('attach', () => notSupported('record.attach')),
    detach: realm.method('detach', () => notSupported('record.detach')),
    Type: new Constants(RECORD_TYPES),
  });
}

function sessionCalls(invocation: Invocation): Record<string, unknown> {
  const { realm, charge, host } = invocation;
  const records = recordClass(invocation);
  const { account } = host;
  const open = (
    name: string,
    names: readonly string[],
    start: (options: Options) => RecordSession,
  ): unknown =>
    realm.method(name, (args) => {
      const options = readOptions(`record.${name}`, args, names);
      const type = options.requiredText(name === 'transform' ? 'toType' : 'type');
      charge(`record.${name}`, recordUnits(type, 'read'));
      return records.create({ session: start(options), isNew: name !== 'load' });
    });
  return {
    create: open('create', ['type', 'isDynamic', 'defaultValues'], (options) =>
      account.records.create({ type: options.requiredText('type'), ...modeOf(options) }),
    ),
    load: open('load', ['type', 'id', 'isDynamic'], (options) =>
      account.records.load({
        type: options.requiredText('type'),
        id: options.requiredText('id'),
        isDynamic: options.flag('isDynamic', false),
      }),
    ),
    copy: open('copy', ['type', 'id', 'isDynamic'], (options) =>
      account.records.copy({
        type: options.requiredText('type'),
        id: options.requiredText('id'),
        isDynamic: options.flag('isDynamic', false),
      }),
    ),
    transform: open(
      'transform',
      ['fromType', 'fromId', 'toType', 'isDynamic', 'defaultValues'],
      (options) =>
        account.records.transform({
          fromType: options.requiredText('fromType'),
          fromId: options.requiredText('fromId'),
          toType: options.requiredText('toType'),
          ...modeOf(options),
        }),
    ),
  };
}

interface Mode {
  readonly isDynamic: boolean;
  readonly defaultValues: Readonly<Record<string, FieldValue>>;
}

function modeOf(options: Options): Mode {
  return {
    isDynamic: options.flag('isDynamic', false),
    defaultValues: valuesOf(options.get('defaultValues')),
  };
}

function valuesOf(values: unknown): Readonly<Record<string, FieldValue>> {
  if (!isPlain(values)) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, toFieldValue(value)]),
  );
}

function submitFields({ host, charge }: Invocation, args: readonly unknown[]): unknown {
  const options = readOptions('record.submitFields', args, ['type', 'id', 'values', 'options']);
  const type = options.requiredText('type');
  charge('record.submitFields', recordUnits(type, 'read'));
  const how = readOptions('record.submitFields', [options.get('options')], []);
  const id = host.account.records.submitFields({
    type,
    id: options.requiredText('id'),
    values: valuesOf(options.required('values')),
    enableSourcing: how.flag('enableSourcing', true),
    ignoreMandatoryFields: how.flag('ignoreMandatoryFields', false),
  });
  return Number(id);
}
