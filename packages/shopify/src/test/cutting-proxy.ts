// Stands between the connector and the simulator on the real wire, and does what networks and servers do to one
// chosen call: its answer is lost after it was carried out, it always fails, or its answer is damaged.

import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';

export interface CuttingProxy {
  readonly url: string;
  /** The next call whose body contains `words` is carried out, and its answer is lost. */
  readonly cut: (words: string) => void;
  /** Calls whose body contains `words` are answered with HTTP 500, until null. */
  readonly refuse: (words: string | null) => void;
  /** In answers to whole orders that contain `words`, the text `from` becomes `to`, until null. */
  readonly spoil: (words: string | null, change?: readonly [string, string, string]) => void;
  readonly close: () => Promise<void>;
}

export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  let victim: string | null = null;
  let refused: string | null = null;
  let spoiled: { words: string; change: readonly [string, string, string] } | null = null;
  const server = createServer((request, response) => {
    void forward(request, target).then(({ body, answer }) => {
      if (victim !== null && body.includes(victim)) {
        victim = null;
        response.destroy();
        return;
      }
      const failing = refused !== null && body.includes(refused);
      response.writeHead(failing ? 500 : answer.status, { 'content-type': 'application/json' });
      response.end(failing ? '{"errors":"Internal"}' : damaged(answer.text, body, spoiled));
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has a port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: (words) => {
      victim = words;
    },
    refuse: (words) => {
      refused = words;
    },
    spoil: (words, change = ['', '', '']) => {
      spoiled = words === null ? null : { words, change };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}

function damaged(
  text: string,
  body: string,
  spoiled: { words: string; change: readonly [string, string, string] } | null,
): string {
  if (spoiled === null || !body.includes(spoiled.words)) return text;
  const [only, from, to] = spoiled.change;
  return text.includes(only) ? text.replace(from, to) : text;
}

async function forward(
  request: IncomingMessage,
  target: string,
): Promise<{ body: string; answer: { status: number; text: string } }> {
  const chunks: Buffer[] = [];
  // A request is a stream of buffers unless an encoding is set on it.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const token = request.headers['x-shopify-access-token'];
  const answer = await fetch(target + (request.url ?? ''), {
    method: request.method ?? 'POST',
    headers: {
      'content-type': 'application/json',
      ...(typeof token === 'string' ? { 'x-shopify-access-token': token } : {}),
    },
    body,
  });
  return { body, answer: { status: answer.status, text: await answer.text() } };
}
