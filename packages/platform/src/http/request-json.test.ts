// Requests against a real server on the loopback: what is sent, and the name of everything that goes wrong.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLog } from '../log/index.ts';
import { requestJson, type JsonRequest } from './index.ts';

let server: Server;
let baseUrl: string;
const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] =
  [];

const answers: Record<string, (response: ServerResponse) => void> = {
  '/base/ok': (response) => response.end('{"id": 7}'),
  '/base/empty': (response) => response.writeHead(204).end(),
  '/base/html': (response) => response.end('<html>'),
  '/base/refused': (response) => response.writeHead(422).end('{"errors": ["Name is blank"]}'),
  '/base/throttled': (response) =>
    response.writeHead(429, { 'retry-after': '2.0' }).end('slow down'),
  '/base/failed': (response) => response.writeHead(503).end('away'),
  '/base/moved': (response) => response.writeHead(302, { location: '/base/ok' }).end(),
  '/base/broken': (response) => response.destroy(),
  '/base/slow': () => undefined,
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      answers[url.split('?')[0] ?? '']?.(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is not a pipe's name.
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function ask(path: string, more: Partial<JsonRequest> = {}) {
  return requestJson({ baseUrl, path, timeoutMs: 2000, ...more });
}

describe('a request', () => {
  it('sends method, query, headers and JSON, and gives the parsed answer', async () => {
    const more = { query: { script: 'a b', deploy: '1' }, headers: { authorization: 'Bearer x' } };
    const result = await ask('/ok', { method: 'POST', body: { a: 1 }, ...more });
    expect(result).toMatchObject({ ok: true, value: { status: 200, body: { id: 7 } } });
    expect(seen.at(-1)).toMatchObject({
      method: 'POST',
      url: '/base/ok?script=a+b&deploy=1',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });

  it('sends a form when it is given one', async () => {
    await ask('ok', { method: 'POST', body: new URLSearchParams({ grant_type: 'client' }) });
    expect(seen.at(-1)?.headers['content-type']).toMatch('application/x-www-form-urlencoded');
    expect(seen.at(-1)?.body).toBe('grant_type=client');
  });

  it('takes an answer without text for null', async () => {
    expect(await ask('empty')).toMatchObject({ ok: true, value: { status: 204, body: null } });
  });

  const failures: [string, object][] = [
    ['html', { code: 'NOT_JSON', status: 200, answer: '<html>' }],
    ['refused', { code: 'REFUSED', status: 422, answer: { errors: ['Name is blank'] } }],
    ['throttled', { code: 'THROTTLED', status: 429, retryAfterMs: 2000 }],
    ['failed', { code: 'FAILED', status: 503, answer: 'away' }],
    ['moved', { code: 'UNREACHABLE', status: null }],
    ['broken', { code: 'UNREACHABLE', status: null }],
  ];
  it.each(failures)('answered with %s fails by name', async (path, error) => {
    expect(await ask(path)).toMatchObject({ ok: false, error });
  });

  it('fails as TIMEOUT when no answer comes in time, and as ABORTED when it is given up', async () => {
    const late = await ask('slow', { timeoutMs: 50 });
    expect(late).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
    const aborted = await ask('slow', { signal: AbortSignal.abort() });
    expect(aborted).toMatchObject({ ok: false, error: { code: 'ABORTED' } });
  });

  it('fails as UNREACHABLE when nobody listens', async () => {
    const result = await ask('ok', { baseUrl: 'http://127.0.0.1:1' });
    expect(result).toMatchObject({ ok: false, error: { code: 'UNREACHABLE' } });
  });

  it('does not carry query, headers or answer into a log', async () => {
    const secrets = { query: { code: 'hush' }, headers: { 'x-key': 'hush' } };
    const result = await ask('refused', secrets);
    let line = '';
    const destination = { write: (text: string) => (line += text) };
    const log = makeLog({ level: 'error', destination });
    log.error({ err: result.ok ? null : result.error }, 'Failed.');
    expect(line).toContain('answered 422');
    expect(line).not.toMatch(/hush|blank/);
  });
});
