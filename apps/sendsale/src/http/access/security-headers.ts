// The headers that tell a browser what it may do with our answers.

import type { FastifyInstance } from 'fastify';

// The scanner of bar codes is compiled code (wasm) of our own; everything else comes from here as files.
const BASE = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** @param nonce of the styles that components put into the page */
export function contentSecurityPolicy(nonce: string | null): string {
  const styles = nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`;
  return [...BASE, styles].join('; ');
}

// Swagger's page has styles in attributes.
const DOCS_POLICY = [...BASE, "style-src 'self' 'unsafe-inline'"].join('; ');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  // Browsers heed it over TLS only.
  'strict-transport-security': 'max-age=31536000',
};

export function sendSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    const policy = request.url.startsWith('/docs') ? DOCS_POLICY : contentSecurityPolicy(null);
    reply.header('content-security-policy', policy);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
