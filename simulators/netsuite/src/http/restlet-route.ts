// The address RESTlets are called at, with NetSuite's answers to bad calls.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Thrown } from '../runtime/executions.ts';
import { runRestlet } from '../runtime/restlet.ts';
import type { RestletMethod } from '../runtime/restlet.ts';
import type { RunningScript, ScriptHost } from '../runtime/script-host.ts';
import type { OAuth } from './oauth.ts';

const METHODS: Readonly<Record<string, RestletMethod>> = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  DELETE: 'delete',
};
const Query = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const PATH = '/app/site/hosting/restlet.nl';

export function addRestletRoute(server: FastifyInstance, host: ScriptHost, oauth: OAuth): void {
  server.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: PATH,
    handler: async (request, reply) => {
      if (!oauth.accepts(request.headers.authorization)) {
        return sendError(reply, 401, {
          name: 'INVALID_LOGIN_ATTEMPT',
          message: 'Invalid login attempt.',
        });
      }
      return answer(host, request, reply);
    },
  });
}

async function answer(
  host: ScriptHost,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = Query.safeParse(request.query).data ?? {};
  const { script, deploy, ...parameters } = query;
  const running = findRestlet(host, String(script ?? ''), String(deploy ?? '1'));
  if (running === null) {
    return sendError(reply, 404, {
      name: 'SSS_INVALID_SCRIPTLET_ID',
      message: 'That Suitelet is invalid, disabled, or no longer exists.',
    });
  }
  const method = METHODS[request.method] ?? 'get';
  const hasBody = method === 'post' || method === 'put';
  const outcome = runRestlet(host, running, { method, body: hasBody ? request.body : parameters });
  if (host.faults.takeLostResponse(running.script.id)) {
    request.raw.socket.destroy();
    return reply.hijack();
  }
  return outcome.ok ? sendValue(reply, outcome.value) : sendThrown(reply, outcome.error);
}

function findRestlet(
  { registry }: ScriptHost,
  scriptId: string,
  deploymentId: string,
): RunningScript | null {
  const script = registry.script(scriptId);
  if (script?.type !== 'restlet') return null;
  const deployment = registry.deployment(script, deploymentId);
  if (deployment === null) return null;
  const { status, isDeployed } = registry.state(script, deployment);
  if (!isDeployed || status !== 'RELEASED') return null;
  return {
    script,
    deployment,
    parameters: registry.parameters(script, deployment),
    taskId: null,
  };
}

// Texts go out as they are; everything else as JSON; nothing at all as an empty body.
async function sendValue(reply: FastifyReply, value: unknown): Promise<FastifyReply> {
  if (value === undefined || value === null)
    return reply.code(200).type('text/html; charset=utf-8').send('');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return reply.code(200).type('application/json; charset=utf-8').send(text);
}

// A method without a function is 405; what a script throws is 400, or 500 when it is no SuiteScript error.
async function sendThrown(reply: FastifyReply, thrown: Thrown): Promise<FastifyReply> {
  if (thrown.name === 'SSS_MISSING_ENTRY_POINT') {
    return sendError(reply, 405, { name: 'METHOD_NOT_ALLOWED', message: thrown.message });
  }
  const isScriptError = /^[A-Z0-9_]+$/.test(thrown.name);
  const { name, message } = thrown;
  return isScriptError
    ? sendError(reply, 400, { name, message })
    : sendError(reply, 500, { name: 'UNEXPECTED_ERROR', message: thrown.json });
}

async function sendError(
  reply: FastifyReply,
  status: number,
  error: { name: string; message: string },
): Promise<FastifyReply> {
  return reply.code(status).send({ error: { code: error.name, message: error.message } });
}
