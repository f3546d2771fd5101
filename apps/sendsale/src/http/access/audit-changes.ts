// Writes the audit log for the routes that declare how: the record before the call, and after it, where they differ.

import type { Json, JsonObject } from '@sendsale/domain';
import { writeAudit } from '@sendsale/oms';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Oms } from '../../compose.ts';
import { callerOf } from './caller.ts';
import type { Audited } from './declared.ts';

declare module 'fastify' {
  interface FastifyRequest {
    auditedBefore: JsonObject | null;
  }
}

export function auditChanges(server: FastifyInstance, oms: Oms): void {
  server.decorateRequest('auditedBefore', null);
  server.addHook('preHandler', async (request) => {
    const rule = ruleOf(request);
    if (rule?.read !== undefined) request.auditedBefore = await rule.read(oms, request);
  });
  // Before the answer leaves: whoever hears of a success finds it in the log.
  server.addHook('onSend', async (request, reply, payload) => {
    const rule = ruleOf(request);
    if (rule !== null && reply.statusCode < 400) await write(oms, request, rule);
    return payload;
  });
}

function ruleOf(request: FastifyRequest): Audited | null {
  const { audit } = request.routeOptions.config;
  return typeof audit === 'object' ? audit : null;
}

async function write(oms: Oms, request: FastifyRequest, rule: Audited): Promise<void> {
  const { kind, name } = callerOf(request);
  const entry = {
    actor: name,
    via: kind === 'PERSON' ? 'screens' : 'HTTP API',
    at: oms.clock.now(),
    action: rule.action,
    subject: rule.subject(request),
  };
  if (rule.read === undefined) {
    // The body was validated by the route's schema; it is JSON.
    const sent = rule.sent?.(request) ?? ((request.body ?? null) as JsonObject | null);
    await writeAudit(oms.db, { ...entry, before: null, after: sent });
    return;
  }
  const changed = difference(request.auditedBefore ?? {}, (await rule.read(oms, request)) ?? {});
  if (changed !== null) await writeAudit(oms.db, { ...entry, ...changed });
}

/** The parts that differ; null when none does. */
function difference(
  before: JsonObject,
  after: JsonObject,
): { readonly before: JsonObject; readonly after: JsonObject } | null {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return null;
  return { before: only(before, names), after: only(after, names) };
}

function only(whole: JsonObject, names: readonly string[]): JsonObject {
  const parts = names.flatMap((name): Array<[string, Json]> => {
    const part = whole[name];
    return part === undefined ? [] : [[name, part]];
  });
  return Object.fromEntries(parts);
}
