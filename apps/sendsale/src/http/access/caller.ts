// Who makes a call: a person with a session, a key, or nobody in particular where no key is asked for.

import type { Permission } from '@sendsale/domain';
import type { SessionPerson } from '@sendsale/oms';
import { assert } from '@sendsale/std';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors.ts';

export interface Caller {
  readonly kind: 'PERSON' | 'KEY' | 'OPEN';
  /** The actor of what the call does. */
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The places it may see; null: all of them. */
  readonly facilityIds: readonly string[] | null;
  readonly session: SessionPerson | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the body is read, on every route but the public ones. */
    caller: Caller | null;
  }
}

export function callerOf(request: FastifyRequest): Caller {
  assert(request.caller !== null, `${request.url} is not public, so somebody calls it.`);
  return request.caller;
}

/** The name a change is recorded under. */
export function actorOf(request: FastifyRequest): string {
  return callerOf(request).name;
}

/** 403 for rights that the caller lacks: nobody makes a person or a key that may do more than the maker. */
export function refuseGivingMore(request: FastifyRequest, given: ReadonlySet<Permission>): void {
  const { permissions } = callerOf(request);
  const beyond = [...given].filter((permission) => !permissions.has(permission));
  if (beyond.length === 0) return;
  throw new Refusal(403, {
    code: 'NOT_PERMITTED',
    message: `This gives ${beyond.join(', ')}, which you may not do yourself.`,
    whatToDo: 'Ask somebody whose role has it.',
  });
}

/** 403 for a place the caller does not work at. */
export function refuseOtherFacility(request: FastifyRequest, facilityId: string): void {
  const { facilityIds } = callerOf(request);
  if (facilityIds === null || facilityIds.includes(facilityId)) return;
  throw new Refusal(403, {
    code: 'OTHER_FACILITY',
    message: `You do not work at ${facilityId}.`,
    whatToDo: 'An administrator can add the facility to your account.',
  });
}
