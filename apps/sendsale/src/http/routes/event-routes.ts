// A stream of server-sent events that says what has changed, so that open screens read it again.

import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Oms } from '../../compose.ts';
import { watchChanges } from '../../live/watch-changes.ts';
import { may } from '../access/declared.ts';

const BEAT_MS = 20_000;
/** What a browser waits before it comes again. */
const RETRY_MS = 2000;

export function eventRoutes(oms: Oms): FastifyPluginAsync {
  return async (server) => {
    const watch = watchChanges(oms);
    const streams = new Set<() => void>();
    server.addHook('preClose', async () => {
      for (const end of streams) end();
      await watch.stop();
    });
    server.get('/api/events', { config: may('SIGNED_IN'), schema: { hide: true } }, (_, reply) => {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...headersOf(reply.getHeaders()),
        'content-type': 'text/event-stream',
        // Proxies must not wait for the end.
        'x-accel-buffering': 'no',
      });
      raw.write(`retry: ${RETRY_MS}\nevent: hello\ndata: {}\n\n`);
      const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS);
      const silence = watch.listen((change) => raw.write(`data: ${JSON.stringify(change)}\n\n`));
      const end = (): void => {
        clearInterval(beat);
        silence();
        streams.delete(end);
        raw.end();
      };
      streams.add(end);
      raw.on('close', end);
    });
  };
}

function headersOf(
  headers: ReturnType<FastifyReply['getHeaders']>,
): Record<string, string | string[]> {
  const known: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (Array.isArray(value)) known[name] = value;
    else if (value !== undefined) known[name] = String(value);
  }
  return known;
}
