// The Admin API at the wire: the token endpoint and GraphQL, with Shopify's headers and its answers to
// bad tokens and unknown versions.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BulkDesk } from '../bulk/run-bulk.ts';
import { answer } from '../graphql/answer.ts';
import type { Endpoint } from '../graphql/answer.ts';
import { API_VERSION } from '../graphql/resolvers/shop.ts';
import { gid } from '../state/gid.ts';
import type { Shop } from '../state/shop.ts';
import type { FaultQueue } from './faults.ts';
import type { Tokens } from './tokens.ts';

export interface AdminParts {
  readonly shop: Shop;
  readonly endpoint: Endpoint;
  readonly tokens: Tokens;
  readonly faults: FaultQueue;
  readonly bulk: BulkDesk;
  /** Known once the server listens. */
  readonly base: { readonly url: string };
  /** Counts what has happened; called before each answer. */
  readonly beat: () => void;
}

const BAD_TOKEN = '[API] Invalid API key or access token (unrecognized login or wrong password)';

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const Credentials = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.literal('client_credentials'),
});

export function adminRoutes(server: FastifyInstance, parts: AdminParts): void {
  let requests = 0;
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  server.addContentTypeParser('application/graphql', { parseAs: 'string' }, (_, body, done) =>
    done(null, { query: String(body) }),
  );
  server.post('/admin/oauth/access_token', (request, reply) => {
    const credentials = Credentials.safeParse(request.body);
    if (!credentials.success) {
      const description = 'Missing or invalid parameters for the client credentials grant.';
      return reply.code(400).send({ error: 'invalid_request', error_description: description });
    }
    const { client_id: id, client_secret: secret } = credentials.data;
    const grant = parts.tokens.grant(id, secret);
    if (grant !== null) return reply.send(grant);
    const description = 'The client credentials are not valid for this shop.';
    return reply.code(401).send({ error: 'invalid_client', error_description: description });
  });
  server.get<{ Params: { file: string } }>('/bulk/:file', ({ params }, reply) => {
    const text = parts.bulk.file(gid('BulkOperation', params.file.replace(/\.jsonl$/, '')));
    if (text === null) return reply.code(404).send({ errors: 'Not Found' });
    return reply.type('application/jsonl').send(text);
  });
  server.post<{ Params: { version: string } }>(
    '/admin/api/:version/graphql.json',
    async (request, reply) => answerRequest(parts, { request, reply, number: ++requests }),
  );
}

async function answerRequest(
  parts: AdminParts,
  call: {
    request: FastifyRequest<{ Params: { version: string } }>;
    reply: FastifyReply;
    number: number;
  },
): Promise<FastifyReply> {
  const { request, reply } = call;
  const requestId = requestIdOf(parts.shop, call.number);
  reply.header('x-request-id', requestId);
  if (request.params.version !== API_VERSION) return reply.code(404).send({ errors: 'Not Found' });
  reply.header('x-shopify-api-version', API_VERSION);
  const token = request.headers['x-shopify-access-token'];
  if (!parts.tokens.isGood(typeof token === 'string' ? token : undefined)) {
    return reply.code(401).send({ errors: BAD_TOKEN });
  }
  const fault = parts.faults.next();
  if (fault.slowMs > 0) await parts.shop.clock.sleep(fault.slowMs);
  if (fault.status !== null) return fail(reply, fault.status, requestId);
  const body = Body.safeParse(request.body);
  if (!body.success) {
    const message = 'Required parameter missing or invalid: query';
    return reply.code(400).send({ errors: { query: message } });
  }
  if (fault.throttle) parts.endpoint.bucket.empty();
  parts.beat();
  const { query, variables, operationName } = body.data;
  const result = answer(
    parts.endpoint,
    { query, variables: variables ?? {}, operationName: operationName ?? null, requestId },
    {
      shop: parts.shop,
      baseUrl: parts.base.url,
      bulk: parts.bulk,
      scopes: new Set(parts.shop.seed.app.scopes),
      searchNotes: [],
    },
  );
  if (fault.isCut) {
    request.raw.socket.destroy();
    return reply.hijack();
  }
  return reply.send(result);
}

function fail(reply: FastifyReply, status: number, requestId: string): FastifyReply {
  if (status === 429) {
    reply.header('retry-after', '2.0');
    return reply.code(429).send({ errors: 'Exceeded 2 calls per second for api client.' });
  }
  return reply.code(status).send({ errors: `Internal Server Error (request ${requestId})` });
}

function requestIdOf(shop: Shop, number: number): string {
  const hex = createHash('sha256').update(`${shop.seed.shop.domain}\n${number}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
