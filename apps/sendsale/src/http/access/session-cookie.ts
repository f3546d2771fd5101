// The cookie with the token of a session: not readable by scripts, never sent from other sites, and over TLS only,
// but on the machine itself.

import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'sendsale_session';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;
const LIFE_SECONDS = 7 * 24 * 3600;

export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[nameFor(request)] ?? null;
}

export function setSessionToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(nameFor(request), token, { ...optionsFor(request), maxAge: LIFE_SECONDS });
}

export function clearSessionToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), optionsFor(request));
}

function isLoopback(request: FastifyRequest): boolean {
  return LOOPBACK.test(request.hostname);
}

// Browsers take a __Host- cookie only with Secure and the path /, and from this host alone.
function nameFor(request: FastifyRequest): string {
  return isLoopback(request) ? NAME : `__Host-${NAME}`;
}

function optionsFor(request: FastifyRequest) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: !isLoopback(request),
  } as const;
}
