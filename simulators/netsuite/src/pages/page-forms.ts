// The forms of the pages: run a deployment, move the clock, steer the queue, order faults.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refuse } from '../account/failure.ts';
import { ClockMove, FaultOrder, moveClock, startDeployment } from '../http/steer.ts';
import type { Simulator } from '../runtime/simulator.ts';
import type { Page } from './frame.ts';
import { path } from './html.ts';
import type { Send } from './answer.ts';

const Run = z.object({ script: z.string(), deployment: z.string() });
const Queue = z.object({ action: z.enum(['hold', 'release', 'step']) });
const Blank = z.object({ clear: z.string().optional() });

export function addPageForms(server: FastifyInstance, simulator: Simulator, send: Send): void {
  const form = (
    url: readonly string[],
    back: readonly string[],
    take: (body: unknown) => Promise<void> | void,
  ): void => {
    server.post(path(url), async (request, reply) => {
      const refused = await refusalOf(async () => {
        checkOrigin(request.headers['sec-fetch-site']);
        await take(request.body);
      });
      if (refused === null) return reply.redirect(path(back), 303);
      return send(reply, (): Page => {
        throw refused;
      });
    });
  };
  const { host } = simulator;
  form(['scripts', 'run'], ['scripts'], (body) => {
    startDeployment(simulator, Run.parse(body));
  });
  form(['steering', 'clock'], ['steering'], async (body) => {
    await moveClock(simulator, ClockMove.parse(numbered(body)));
  });
  form(['steering', 'queue'], ['steering'], async (body) => {
    const { action } = Queue.parse(body);
    if (action === 'step') await host.tasks.queue.step();
    else host.tasks.queue[action]();
  });
  form(['steering', 'faults'], ['steering'], (body) => {
    if (Blank.parse(body).clear === 'true') host.faults.clear();
    else host.faults.set(FaultOrder.parse(numbered(body)));
  });
}

async function refusalOf(work: () => Promise<void>): Promise<Error | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

// A page of another site must not press our buttons.
function checkOrigin(site: string | string[] | undefined): void {
  if (site === 'cross-site' || site === 'same-site')
    refuse('INVALID_REQUEST', 'The form was sent by a page of another site.');
}

const NUMBERS = new Set(['advanceMs', 'delayMs', 'afterInvocations']);

// Forms send texts; the control API's shapes have numbers and switches.
function numbered(body: unknown): unknown {
  const texts = z.record(z.string(), z.string()).parse(body ?? {});
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      NUMBERS.has(name) ? Number(text) : name === 'run' ? text === 'true' : text,
    ]),
  );
}
