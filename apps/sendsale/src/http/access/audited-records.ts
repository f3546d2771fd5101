// How the audit log sees the records that routes change: what it is called, and what of it is compared.

import type { JsonObject } from '@sendsale/domain';
import { listSettings } from '@sendsale/oms';
import { listJobs } from '@sendsale/platform/jobs';
import {
  activeRules,
  facilityGroups,
  facilityLimits,
  facilityToday,
  showOrder,
} from '@sendsale/store/read';
import type { FastifyRequest } from 'fastify';
import type { Oms } from '../../compose.ts';
import type { Audited } from './declared.ts';

type Reader = NonNullable<Audited['read']>;

/** An order named in the path. */
export function auditedOrder(action: string): Audited {
  const name = (request: FastifyRequest): string => param(request, 'name');
  return { action, subject: (request) => `order ${name(request)}`, read: orderBy(name) };
}

/** An order named in the body. */
export function auditedOrderOfBody(action: string): Audited {
  const orderId = (request: FastifyRequest): string =>
    // Read after the schema of the route has validated it.
    (request.body as { readonly orderId: string }).orderId;
  return { action, subject: (request) => `order ${orderId(request)}`, read: orderBy(orderId) };
}

export function auditedJob(action: string): Audited {
  return {
    action,
    subject: (request) => `job ${param(request, 'name')}`,
    read: async (oms, request) => {
      const jobs = await listJobs(oms.db, oms.jobDefinitions);
      const job = jobs.find(({ name }) => name === param(request, 'name'));
      return job === undefined ? null : { paused: job.paused, schedule: job.schedule };
    },
  };
}

/** What was asked for, where there is no record to compare. */
export function auditedCall(action: string, parameter?: string): Audited {
  const what = action.split('.')[0] ?? action;
  return {
    action,
    subject: (request) => (parameter === undefined ? what : `${what} ${param(request, parameter)}`),
  };
}

export const AUDITED_SETTINGS: Audited = {
  action: 'settings.change',
  subject: () => 'settings',
  read: async (oms) =>
    Object.fromEntries(
      (await listSettings(oms.db)).map(({ section, key, shop, value }) => [
        `${section}/${shop}/${key}`,
        value,
      ]),
    ),
};

export const AUDITED_RULES: Audited = {
  action: 'brokering.rules',
  subject: () => 'brokering rules',
  read: async (oms) => asJson(await activeRules(oms.db)),
};

export const AUDITED_GROUP: Audited = {
  action: 'facility.group',
  subject: (request) => `facility group ${param(request, 'id')}`,
  read: byId(async (oms) => facilityGroups(oms.db), 'id'),
};

export const AUDITED_LIMITS: Audited = {
  action: 'facility.limits',
  subject: (request) => `facility ${param(request, 'id')}`,
  read: byId(async (oms) => facilityLimits(oms.db), 'facilityId'),
};

export const auditedFacilityDay: Audited = {
  action: 'facility.today',
  subject: (request) => `facility ${param(request, 'id')}`,
  read: async (oms, request) => {
    const at = oms.clock.now();
    const today = await facilityToday(oms.db, { facilityId: param(request, 'id'), at });
    return today === null ? null : { off: today.off, orders: today.ordersToday };
  },
};

function byId<Name extends string>(
  list: (oms: Oms) => Promise<ReadonlyArray<Readonly<Record<Name, string>>>>,
  name: Name,
): Reader {
  return async (oms, request) => {
    const found = (await list(oms)).find((one) => one[name] === param(request, 'id'));
    return found === undefined ? null : asJson(found);
  };
}

function orderBy(nameOf: (request: FastifyRequest) => string): Reader {
  return async (oms, request) => {
    const order = await showOrder(oms.db, nameOf(request));
    if (order === null) return null;
    const shown: Record<string, string> = { status: order.status };
    for (const { seq, status, facilityId, queue } of order.items) {
      shown[`item ${seq}`] = [status, facilityId ?? queue ?? ''].join(' ').trim();
    }
    return shown;
  };
}

function param(request: FastifyRequest, name: string): string {
  return (request.params as Readonly<Record<string, string>>)[name] ?? '';
}

function asJson(value: object): JsonObject {
  // What came from the database as JSON, with dates as text.
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

/** A sale placed: what and where, and nothing of the customer. */
export const AUDITED_SALE: Audited = {
  action: 'sale.place',
  subject: (request) => `sale ${(request.body as { readonly requestKey: string }).requestKey}`,
  sent: (request) => {
    const { sellingFacilityId, associate, items, completion } = request.body as JsonObject;
    return asJson({ sellingFacilityId, associate, items, completion });
  },
};
