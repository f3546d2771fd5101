// Who a call is made by: the name of its key, or "demo" where none is asked for.

import type { FastifyRequest } from 'fastify';

export function actorOf(request: FastifyRequest): string {
  return request.actor ?? 'demo';
}
