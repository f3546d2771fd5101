// Every call that is not public is made by somebody: a person with a session cookie or a key. What they may not do is
// refused here, before anything of the call is read.

import { timingSafeEqual } from 'node:crypto';
import { PERMISSIONS, permissionsOf, permissionsOfKey, seesEveryFacility } from '@sendsale/domain';
import { apiKeyOwner, findSession } from '@sendsale/oms';
import type { SessionPerson } from '@sendsale/oms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Oms } from '../../compose.ts';
import { Refusal } from '../errors.ts';
import type { Caller } from './caller.ts';
import type { Access } from './declared.ts';
import { sessionToken, setSessionToken } from './session-cookie.ts';

/** The header that the screens send with every change. */
export const CSRF_HEADER = 'x-sendsale-csrf';
const READS = ['GET', 'HEAD', 'OPTIONS'];
const EVERYTHING = new Set(PERMISSIONS);

export function authenticate(
  oms: Oms,
  options: { readonly open: boolean },
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    if (isNoRoute(request)) return;
    const access = request.routeOptions.config.access ?? 'SIGNED_IN';
    if (access === 'PUBLIC') return;
    const caller = await findCaller(oms, request, reply);
    request.caller = caller ?? (options.open && sessionToken(request) === null ? OPEN : null);
    if (request.caller === null) throw new Refusal(401, SIGN_IN);
    refuseForged(request, request.caller);
    refuseWithoutPermission(request.caller, access);
  };
}

// An address of the screens, or one that nobody has.
function isNoRoute({ is404, url }: FastifyRequest): boolean {
  return is404 && !url.startsWith('/api/');
}

/** The person or key of a call; null when it carries nothing that counts. */
export async function findCaller(
  oms: Oms,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller | null> {
  const [scheme, key] = (request.headers.authorization ?? '').split(' ');
  if (scheme === 'Bearer' && key !== undefined) return callerOfKey(oms, key);
  const token = sessionToken(request);
  if (token === null) return null;
  const session = await findSession(oms.db, { token, at: oms.clock.now() });
  if (session === null) return null;
  if (session.newToken !== null) setSessionToken(request, reply, session.newToken);
  return callerOfSession(session);
}

export function callerOfSession(session: SessionPerson): Caller {
  const { name, roles, facilityIds } = session;
  return {
    kind: 'PERSON',
    name,
    permissions: permissionsOf(roles),
    facilityIds: seesEveryFacility(roles) ? null : facilityIds,
    session,
  };
}

async function callerOfKey(oms: Oms, key: string): Promise<Caller | null> {
  const owner = await apiKeyOwner(oms.db, key);
  if (owner === null) return null;
  const { name, role } = owner;
  const permissions = permissionsOfKey(role);
  // A key has no places; a role that sees its own places sees none through a key.
  const facilityIds = role === null || seesEveryFacility([role]) ? null : [];
  return { kind: 'KEY', name, permissions, facilityIds, session: null };
}

const OPEN: Caller = {
  kind: 'OPEN',
  name: 'demo',
  permissions: EVERYTHING,
  facilityIds: null,
  session: null,
};

// A cookie goes with every call of the browser, whoever makes it: a change needs what only our own screens know.
function refuseForged(request: FastifyRequest, { kind, session }: Caller): void {
  if (READS.includes(request.method) || kind === 'KEY') return;
  refuseOtherSite(request);
  const said = request.headers[CSRF_HEADER];
  const isKnown = session === null || (typeof said === 'string' && equal(said, session.csrf));
  if (!isKnown) throw new Refusal(403, FORGED);
}

/** Browsers say truly which site a call was made from. */
export function refuseOtherSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new Refusal(403, FORGED);
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refuseWithoutPermission({ permissions }: Caller, access: Exclude<Access, 'PUBLIC'>): void {
  if (access === 'SIGNED_IN' || permissions.has(access)) return;
  throw new Refusal(403, {
    code: 'NOT_PERMITTED',
    message: `This needs the permission ${access}.`,
    whatToDo: 'An administrator can give you a role that has it.',
  });
}

const SIGN_IN = {
  code: 'KEY_REQUIRED',
  message: 'This call needs somebody who is signed in, or a key that is known and not revoked.',
  whatToDo:
    'Sign in; or send a key as "Authorization: Bearer …" (make one with "sendsale key create NAME").',
};

const FORGED = {
  code: 'NOT_FROM_HERE',
  message: 'The call did not come from our own screens.',
  whatToDo: 'Reload the page and try again.',
};
