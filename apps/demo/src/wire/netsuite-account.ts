// The NetSuite account as its users see it: records read and made over the simulator's control API.

import { defined } from '@sendsale/std';
import { z } from 'zod';
import type { SeedRecord } from '../retailer/netsuite-seed.ts';
import { callJson } from './call-json.ts';

const Value = z.unknown();
const Stored = z.object({
  type: z.string(),
  id: z.string(),
  fields: z.record(z.string(), Value),
  sublists: z.record(z.string(), z.array(z.record(z.string(), Value))),
  statusText: z.string().nullable(),
});
export type Stored = z.infer<typeof Stored>;

export interface NetsuiteAccount {
  /** Every record of a type, oldest first. */
  readonly records: (type: string) => Promise<Stored[]>;
  readonly record: (type: string, id: string) => Promise<Stored>;
  readonly create: (records: readonly SeedRecord[]) => Promise<void>;
  /** Fields and lines by position, as a user edits them. */
  readonly edit: (type: string, id: string, changes: RecordChanges) => Promise<void>;
  readonly remove: (type: string, id: string) => Promise<void>;
  /** An administrator runs a script to its end, if the account has it. */
  readonly runScript: (scriptId: string) => Promise<void>;
  /** Warehouse staff ship everything of an order that lies at a location. */
  readonly shipFrom: (shipment: WarehouseShipment) => Promise<void>;
}

export interface RecordChanges {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly sublists?: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
}

export interface WarehouseShipment {
  readonly salesOrderId: string;
  readonly locationId: string;
  readonly tracking: string;
  readonly carrier: string;
}

export function netsuiteAccount(baseUrl: string): NetsuiteAccount {
  return {
    records: async (type) =>
      Stored.array().parse(await callJson(`${baseUrl}/control/records/${type}`)),
    record: async (type, id) =>
      Stored.parse(await callJson(`${baseUrl}/control/records/${type}/${id}`)),
    create: async (records) => {
      await callJson(`${baseUrl}/control/records`, records);
    },
    edit: async (type, id, changes) => {
      await callJson(`${baseUrl}/control/records/${type}/${id}`, {
        fields: {},
        sublists: {},
        ...changes,
      });
    },
    remove: async (type, id) => {
      await callJson(`${baseUrl}/control/records/${type}/${id}`, undefined, 'DELETE');
    },
    runScript: async (scriptId) => {
      const scripts = z
        .array(z.object({ id: z.string() }))
        .parse(await callJson(`${baseUrl}/control/scripts`));
      if (!scripts.some(({ id }) => id === scriptId)) return;
      await callJson(`${baseUrl}/control/run`, { script: scriptId, wait: true });
    },
    shipFrom: async (shipment) => {
      await callJson(`${baseUrl}/control/item-fulfillments`, shipment);
    },
  };
}

/** A lookup from external id to the internal id, over the record types the settings name. */
export async function netsuiteIds(
  account: NetsuiteAccount,
  types: readonly string[],
): Promise<(type: string, externalId: string) => string> {
  const ids = new Map<string, string>();
  for (const type of types) {
    for (const { id, fields } of await account.records(type)) {
      ids.set(`${type}/${String(fields['externalid'])}`, id);
    }
  }
  return (type, externalId) =>
    defined(ids.get(`${type}/${externalId}`), `NetSuite has no ${type} ${externalId}.`);
}
