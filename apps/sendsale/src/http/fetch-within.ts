// The fetch of a client that lives in the same process as the server: no port, no network.

import type { Server } from './make-server.ts';

export function fetchWithin(server: Server): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const answer = await server.inject({
      // Fetch and Fastify spell the same methods.
      method: request.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      payload: await request.text(),
    });
    const { statusCode } = answer;
    const body = statusCode === 204 ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: statusCode });
  };
}
