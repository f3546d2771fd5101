// Webhooks acknowledged a second: our route (signature, one insert that drops what came before, the reading woken)
// beside a plain Fastify handler that inserts the body into the same database and checks nothing.

import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { systemClock } from '@sendsale/platform/clock';
import { makeLog } from '@sendsale/platform/log';
import { createTestDatabase, seedNetwork } from '@sendsale/test-kit';
import type { TestDatabase } from '@sendsale/test-kit';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { webhookRoutes } from '../../../apps/sendsale/src/http/routes/webhook-routes.ts';
import { startPostgres } from '../intake/throwaway-postgres.ts';

const AT_ONCE = 32;
const RUNS = 3;
const SECRET = 'bench';
/** As long as the body of a usual order. */
const BODY_BYTES = 8_000;

export async function benchWebhooks(count: number): Promise<void> {
  const postgres = await startPostgres();
  const kit = await createTestDatabase(postgres?.url ?? null);
  try {
    await seedNetwork(kit.db);
    await sql`create table plain_webhook (id bigint generated always as identity primary key, body text)`.execute(
      kit.db,
    );
    const ours = await listen(await ourServer(kit));
    const plain = await listen(await plainServer(kit));
    const sides = { ours: [] as Load[], plain: [] as Load[] };
    for (let run = 0; run < RUNS; run += 1) {
      sides.ours.push(await load(ours.port, { path: '/webhooks/shopify/shop', count, run }));
      sides.plain.push(await load(plain.port, { path: '/', count, run }));
    }
    await ours.server.close();
    await plain.server.close();
    console.log(`webhooks: ${count} a run, ${AT_ONCE} at once, median of ${RUNS} runs`);
    print('ours ', sides.ours);
    print('plain', sides.plain);
  } finally {
    await kit.close();
    await postgres?.close();
  }
}

async function ourServer(kit: TestDatabase): Promise<FastifyInstance> {
  const server = Fastify();
  const shops = [{ shopId: 'shop', webhookSecrets: [SECRET] }];
  const log = makeLog({ level: 'error', name: 'bench' });
  // Waking is one row in the queue; the coalescing before it is ours and measured.
  const wake = async (): Promise<void> => void (await sql`select 1`.execute(kit.db));
  const context = { shopify: { shops } };
  await server.register(
    webhookRoutes({ db: kit.db, clock: systemClock, log, jobs: { wake }, context }),
  );
  return server;
}

async function plainServer(kit: TestDatabase): Promise<FastifyInstance> {
  const server = Fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
  server.post('/', async (incoming, reply) => {
    await sql`insert into plain_webhook (body) values (${incoming.body})`.execute(kit.db);
    return reply.code(200).send();
  });
  return server;
}

async function listen(server: FastifyInstance) {
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has a port.');
  return { server, port: address.port };
}

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(
  port: number,
  what: { readonly path: string; readonly count: number; readonly run: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const times: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < what.count) {
      const index = (next += 1);
      const body = JSON.stringify({ id: index, pad: 'x'.repeat(BODY_BYTES) });
      const started = performance.now();
      const status = await post({ port, path: what.path, body, agent, id: `${what.run}-${index}` });
      times.push(performance.now() - started);
      if (status !== 200) throw new Error(`HTTP ${status}`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return { perSecond: what.count / seconds, p50: at(0.5), p99: at(0.99) };
}

async function post(call: {
  readonly port: number;
  readonly path: string;
  readonly body: string;
  readonly agent: Agent;
  readonly id: string;
}): Promise<number> {
  const { port, path, body, agent, id } = call;
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': 'orders/updated',
    'x-shopify-webhook-id': id,
    'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent });
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.end(body);
  });
}

function print(name: string, runs: readonly Load[]): void {
  const median = (pick: (run: Load) => number): number =>
    runs.map(pick).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  console.log(
    `  ${name} ${median((run) => run.perSecond).toFixed(0)} acknowledged/s, ` +
      `p50 ${median((run) => run.p50).toFixed(1)} ms, p99 ${median((run) => run.p99).toFixed(1)} ms`,
  );
}
