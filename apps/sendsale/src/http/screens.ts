// Hands out the screens: files with a hash in their name for ever, and the page itself for every other address.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may } from './access/declared.ts';
import { contentSecurityPolicy } from './access/security-headers.ts';
import { answerNotFound } from './errors.ts';

const BUILT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
const NONCE = /__NONCE__/g;
const SERVER_PATHS = /^\/(api|docs|webhooks|health|openapi\.json)(\/|\?|$)/;

/** @param folder where Vite has built the screens */
export async function serveScreens(server: FastifyInstance, folder = BUILT): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    server.setNotFoundHandler(answerNotFound);
    return;
  }
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  const send = (_: FastifyRequest, reply: FastifyReply): void => sendPage(reply, page);
  server.get('/', { config: may('PUBLIC'), schema: { hide: true } }, send);
  server.setNotFoundHandler((request, reply) => {
    const { method, url, headers } = request;
    const isPage = method === 'GET' && (headers.accept ?? '').includes('text/html');
    if (isPage && !SERVER_PATHS.test(url)) sendPage(reply, page);
    else answerNotFound(request, reply);
  });
}

function sendPage(reply: FastifyReply, page: string): void {
  const nonce = randomBytes(16).toString('base64');
  void reply
    .code(200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .send(page.replace(NONCE, nonce));
}
