// Starts the simulator: the shop on its clock, the Admin API, the till, the control API and webhooks.
import type { Clock } from '@sendsale/std';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { createBulkDesk } from '../bulk/run-bulk.ts';
import { createBucket } from '../graphql/bucket.ts';
import { API_VERSION } from '../graphql/resolvers/shop.ts';
import { servedSchema } from '../graphql/schema.ts';
import { runDue } from '../orders/hand-over.ts';
import { ShopSeed } from '../seed.ts';
import type { ShopSeedInput } from '../seed.ts';
import { openShop } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import { keepSnapshot, readSnapshot } from '../state/snapshot.ts';
import { startWebhooks } from '../webhooks/deliver.ts';
import type { Carry } from '../webhooks/deliver.ts';
import { adminRoutes } from './admin-routes.ts';
import { controlRoutes } from './control-routes.ts';
import { troubleRoutes } from './trouble-routes.ts';
import { createFaults } from './faults.ts';
import { shiftableClock, wallClock } from './clock.ts';
import { tillChangeRoutes } from './till-change-routes.ts';
import { tillPage } from './till-page.ts';
import { tillRoutes } from './till-routes.ts';
import { createTokens } from './tokens.ts';

export interface ShopifyOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly seed: ShopSeedInput;
  /** The real time by default. */
  readonly clock?: Clock;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** Where the state is kept between runs; in memory only when left out. */
  readonly snapshotFile?: string;
}

export interface RunningShopify {
  /** The address of the Admin API, the till and the control API, without a path. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** Starts listening. Throws when the seed is wrong or the port is taken. */
export async function startShopify(options: ShopifyOptions): Promise<RunningShopify> {
  const { server, base, close } = buildShopify(options);
  await server.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  const port = portOf(server);
  base.url = `http://${options.host ?? '127.0.0.1'}:${port}`;
  return { url: base.url, port, close };
}

/** A simulator in this very process. */
export interface ShopifyInside {
  /** Answers as the server would; only the path of `url` counts. */
  readonly send: (url: URL, init: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The same simulator without a network, for whoever simulates that too. */
export function openShopifyInside(
  options: Omit<ShopifyOptions, 'port' | 'host'> & { readonly carry: Carry },
): ShopifyInside {
  const { server, close } = buildShopify(options);
  return {
    send: async ({ pathname, search }, { method, headers, body }) => {
      const answer = await server.inject({
        method: method === 'POST' ? 'POST' : 'GET',
        url: pathname + search,
        headers: Object.fromEntries(new Headers(headers)),
        ...(typeof body === 'string' ? { payload: body } : {}),
      });
      const type = answer.headers['content-type'];
      return new Response(answer.payload, {
        status: answer.statusCode,
        headers: typeof type === 'string' ? { 'content-type': type } : {},
      });
    },
    close,
  };
}

interface BuiltShopify {
  readonly server: FastifyInstance;
  /** The address bulk results are fetched from; set once it is known. */
  readonly base: { url: string };
  readonly close: () => Promise<void>;
}

function buildShopify(
  options: Omit<ShopifyOptions, 'port' | 'host'> & { readonly carry?: Carry },
): BuiltShopify {
  const seed = ShopSeed.parse(options.seed);
  const { clock, advance } = shiftableClock(options.clock ?? wallClock);
  const kept = options.snapshotFile === undefined ? null : readSnapshot(options.snapshotFile);
  const shop = openShop(seed, clock, kept);
  const snapshot =
    options.snapshotFile === undefined ? null : keepSnapshot(options.snapshotFile, shop.state);
  const now = (): number => clock.now().getTime();
  const webhooks = startWebhooks(shop, API_VERSION, options.carry);
  shop.listeners.push(() => snapshot?.mark());

  const server = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
  const faults = createFaults();
  const beat = (): void => runDue(shop);
  const schema = servedSchema();
  const bulk = createBulkDesk(shop, schema);
  const base = { url: '' };
  const endpoint = {
    schema,
    bucket: createBucket(seed.limits, now),
    onFault: (error: Error) =>
      process.stderr.write(`shopify simulator: ${error.stack ?? error.message}\n`),
  };
  const tokens = createTokens(seed, now);
  adminRoutes(server, { shop, endpoint, faults, beat, tokens, bulk, base });
  const changed = (dueMs: number): void => {
    snapshot?.mark();
    if (dueMs > 0) void clock.sleep(dueMs).then(beat);
  };
  tillRoutes(server, shop, changed);
  tillChangeRoutes(server, shop, changed);
  tillPage(server, shop);
  troubleRoutes(server, { shop, webhooks, bulk, bucket: endpoint.bucket });
  controlRoutes(server, {
    shop,
    faults,
    webhooks,
    changed: () => snapshot?.mark(),
    advance: (milliseconds) => {
      advance(milliseconds);
      beat();
    },
  });
  scheduleKept(shop, beat);
  return {
    server,
    base,
    close: async () => {
      webhooks.stop();
      await server.close();
      snapshot?.close();
    },
  };
}

/** What a snapshot left due is done when its time comes. */
function scheduleKept(shop: Shop, beat: () => void): void {
  for (const due of shop.state.due) {
    const milliseconds = Math.max(0, due.at - shop.clock.now().getTime());
    void shop.clock.sleep(milliseconds).then(beat);
  }
}

function portOf(server: FastifyInstance): number {
  // A server that listens on TCP has an address record, never a pipe's name.
  return (server.server.address() as AddressInfo).port;
}
