// What each route declares: who may call it, and how the audit log tells what it changed. A route that declares
// nothing does not start.

import type { JsonObject, Permission } from '@sendsale/domain';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Oms } from '../../compose.ts';

/** PUBLIC: anybody, without a look at the database. SIGNED_IN: every person and key. */
export type Access = Permission | 'PUBLIC' | 'SIGNED_IN';

export interface Audited {
  readonly action: string;
  readonly subject: (request: FastifyRequest) => string;
  /** What of the call the entry says where there is no record to compare; the whole body unless said. */
  readonly sent?: (request: FastifyRequest) => JsonObject | null;
  /** The record as it is; asked before and after. */
  readonly read?: (oms: Oms, request: FastifyRequest) => Promise<JsonObject | null>;
}

/** BY_USE_CASE: written in the transaction of the change. NOTHING_KEPT: the call changes nothing of ours. */
export type AuditRule = Audited | 'BY_USE_CASE' | 'NOTHING_KEPT';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    audit?: AuditRule;
  }
}

interface Declared {
  readonly access: Access;
  readonly audit?: AuditRule;
}

/** The `config` of a route that reads. */
export function may(access: Access): Declared {
  return { access };
}

/** The `config` of a route that changes something. */
export function mayChange(access: Access, audit: AuditRule): Declared {
  return { access, audit };
}

/** Routes of plugins, which cannot declare anything themselves. */
const PLUGIN_ROUTES: ReadonlyArray<readonly [prefix: string, access: Access]> = [
  ['/docs', 'SIGNED_IN'],
  ['/assets/', 'PUBLIC'],
];

/** Refuses, while the server is put together, a route that does not say who may call it. */
export function refuseUndeclaredRoutes(server: FastifyInstance): void {
  server.addHook('onRoute', (route: RouteOptions) => {
    const plugin = PLUGIN_ROUTES.find(([prefix]) => route.url.startsWith(prefix));
    if (plugin !== undefined) route.config = { ...route.config, access: plugin[1] };
    const { access, audit } = route.config ?? {};
    const name = `${String(route.method)} ${route.url}`;
    if (access === undefined) throw new Error(`${name} does not declare who may call it.`);
    if (access === 'PUBLIC' || isRead(route) || audit !== undefined) return;
    throw new Error(`${name} does not declare how the audit log tells what it changes.`);
  });
}

function isRead({ method }: RouteOptions): boolean {
  const methods = Array.isArray(method) ? method : [method];
  return methods.every((one) => ['GET', 'HEAD', 'OPTIONS'].includes(one));
}
