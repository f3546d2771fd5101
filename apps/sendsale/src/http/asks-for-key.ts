// Every call but the health check carries a key; whom it belongs to is the actor of what the call does.

import { apiKeyName } from '@sendsale/oms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Oms } from '../compose.ts';
import { WEBHOOK_PATH } from './routes/webhook-routes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Name of the key the call was made with; undefined where none is asked for. */
    actor?: string;
  }
}

export function asksForKey(
  oms: Oms,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    // Webhooks prove themselves by their signature.
    if (request.url === '/health' || request.url.startsWith(`${WEBHOOK_PATH}/`)) return undefined;
    const [scheme, key] = (request.headers.authorization ?? '').split(' ');
    const name = scheme === 'Bearer' && key !== undefined ? await apiKeyName(oms.db, key) : null;
    if (name === null) return reply.code(401).send(UNAUTHORIZED);
    request.actor = name;
    return undefined;
  };
}

const UNAUTHORIZED = {
  error: {
    code: 'KEY_REQUIRED',
    message: 'This call needs a key that is known and not revoked.',
    whatToDo: 'Send it as "Authorization: Bearer …"; make one with "sendsale key create NAME".',
  },
};
