// The simulator's HTTP side: RESTlets, tokens, and the control API that stands for users and for trouble.

import fastify from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { SuiteScriptError } from '../account/failure.ts';
import { SeedRefused } from '../runtime/seed.ts';
import { addPageRoutes } from '../pages/routes.ts';
import type { Simulator } from '../runtime/simulator.ts';
import { addRecordRoutes } from './control-records.ts';
import { addRunRoutes } from './control-runs.ts';
import { createOAuth } from './oauth.ts';
import type { OAuthClient } from './oauth.ts';
import { addRestletRoute } from './restlet-route.ts';
import { addTokenRoute } from './token-route.ts';

export interface ServerOptions {
  readonly oauthClients: readonly OAuthClient[];
}

// RESTlet bodies are 10 MB at most; seeds of the control API may be larger.
const BODY_LIMIT = 64 * 1024 * 1024;

/** The routes, not yet listening. */
export function createServer(simulator: Simulator, options: ServerOptions): FastifyInstance {
  const server = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
  server.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const { status, code } = problemOf(error);
    return reply.code(status).send({ error: { code, message: error.message } });
  });
  const oauth = createOAuth(options.oauthClients, () => new Date());
  addTokenRoute(server, oauth);
  addRestletRoute(server, simulator.host, oauth);
  addRecordRoutes(server, simulator.host.account);
  addRunRoutes(server, simulator);
  addPageRoutes(server, simulator);
  return server;
}

function problemOf(error: Error): { status: number; code: string } {
  if (error instanceof SuiteScriptError) return { status: 422, code: error.name };
  if (error instanceof SeedRefused) return { status: 422, code: error.code };
  if (error instanceof ZodError) return { status: 400, code: 'INVALID_REQUEST' };
  const status: unknown = Reflect.get(error, 'statusCode');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { status, code: 'INVALID_REQUEST' };
  return { status: 500, code: 'UNEXPECTED_ERROR' };
}
