// The network between the product and the servers it calls: a call may never arrive, be answered with an
// error, or have its effect and lose its answer.

import type { Fetch } from '@sendsale/platform/http';
import type { SimProcess } from './incarnation.ts';

/** What a server does with a request. */
export type Serve = (url: URL, init: RequestInit) => Promise<Response>;

/** @param servers by host */
export function carryOver(servers: ReadonlyMap<string, Serve>, process: SimProcess): Fetch {
  return async (url, init) => {
    const serve = servers.get(url.hostname);
    if (serve === undefined) throw failed('ENOTFOUND');
    await process.yield(`call ${url.hostname}`);
    process.pass(`before call ${url.hostname}${url.pathname}`);
    if (process.meets('NETWORK', `before ${url.hostname}${url.pathname}`)) return trouble(process);
    const response = await serve(url, init);
    process.pass(`after call ${response.status}`);
    if (process.meets('NETWORK', `after ${url.hostname}${url.pathname}`)) throw lostAnswer(process);
    return response;
  };
}

function trouble(process: SimProcess): Response {
  const way = process.pick(['ECONNREFUSED', 500, 502, 503, 429] as const);
  if (way === 'ECONNREFUSED') throw failed(way);
  const headers = way === 429 ? { 'retry-after': '2.0' } : {};
  return new Response('{"errors":"simulated"}', { status: way, headers });
}

function lostAnswer(process: SimProcess): Error {
  const way = process.pick(['ECONNRESET', 'TIMEOUT'] as const);
  if (way === 'ECONNRESET') return failed(way);
  return Object.assign(new Error('The operation timed out.'), { name: 'TimeoutError' });
}

function failed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
