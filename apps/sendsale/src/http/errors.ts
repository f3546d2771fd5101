// Failures as answers: a stable code, what happened, what to do. A bug's details stay in the log.

import type { ErrorBody } from '@sendsale/api';
import { PROBLEMS } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';
import type { Logger } from '@sendsale/platform/log';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** A use case said no. Thrown in routes only, to leave them at once. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody['error']) {
    super(body.message);
    this.status = status;
    this.body = { error: body };
  }
}

/** 404 for a record that is not there, 409 for one whose state does not allow it. */
export function refusalOf(problem: Problem): Refusal {
  const status = problem.code.endsWith('_UNKNOWN') ? 404 : 409;
  const { code, message } = problem;
  return new Refusal(status, { code, message, whatToDo: PROBLEMS[code].whatToDo });
}

export function notFound(what: string): Refusal {
  return new Refusal(404, { code: 'NOT_FOUND', message: `There is no ${what}.`, whatToDo: null });
}

export function answerError(
  log: Logger,
): (error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) => void {
  return (error, request, reply) => {
    if (error instanceof Refusal) return void reply.code(error.status).send(error.body);
    if (hasZodFastifySchemaValidationErrors(error)) {
      return void reply
        .code(400)
        .send(body('INVALID_REQUEST', error.message, 'Correct the request.'));
    }
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (status < 500) return void reply.code(status).send(body(error.code, error.message, null));
    log.error({ err: error, requestId: request.id, method: request.method }, 'A call failed.');
    const message = `Something went wrong on our side; the log knows it as ${request.id}.`;
    return void reply
      .code(500)
      .send(body('INTERNAL_ERROR', message, 'Try again, then look at the log.'));
  };
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const message = `There is no ${request.method} ${request.url.split('?')[0] ?? ''}.`;
  void reply.code(404).send(body('NOT_FOUND', message, 'See /docs for what there is.'));
}

function body(code: string, message: string, whatToDo: string | null): ErrorBody {
  return { error: { code, message, whatToDo } };
}
