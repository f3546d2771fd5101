// The control API's scripts, jobs, clock and faults.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../runtime/simulator.ts';
import { ClockMove, FaultOrder, moveClock, startDeployment } from './steer.ts';

const Run = z.strictObject({
  script: z.string(),
  deployment: z.string().optional(),
  wait: z.boolean().default(false),
  parameters: z.record(z.string(), z.string()).default({}),
});
const Executions = z.object({
  script: z.string().optional(),
  task: z.string().optional(),
  failed: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().positive().max(5_000).default(100),
});

export function addRunRoutes(server: FastifyInstance, simulator: Simulator): void {
  const { host } = simulator;
  server.get('/control/scripts', () => listScripts(simulator));
  server.get('/control/executions', ({ query }) => {
    const { script, task, failed, limit } = Executions.parse(query);
    return host.executions.list({
      limit,
      failedOnly: failed === 'true',
      ...(script === undefined ? {} : { script }),
      ...(task === undefined ? {} : { taskId: task }),
    });
  });
  server.get('/control/tasks', () => host.tasks.queue.list());
  server.get('/control/csv-imports', () => host.tasks.imports.list());
  server.post('/control/run', async (request, reply) => {
    const wanted = Run.parse(request.body);
    const task = startDeployment(simulator, wanted);
    if (wanted.wait) await host.tasks.queue.idle();
    return reply.code(202).send(task);
  });
  server.get('/control/idle', async () => {
    await host.tasks.queue.idle();
    return { idle: true };
  });
  server.post('/control/queue/hold', () => {
    host.tasks.queue.hold();
    return { held: true };
  });
  server.post('/control/queue/release', () => {
    host.tasks.queue.release();
    return { held: false };
  });
  server.post('/control/queue/step', async () => ({ ran: await host.tasks.queue.step() }));
  addClockRoutes(server, simulator);
  addFaultRoutes(server, simulator);
}

function listScripts({ host }: Simulator): object {
  return host.registry.scripts().map((script) => ({
    id: script.id,
    name: script.name,
    type: script.type,
    file: script.file,
    deployments: script.deployments.map((deployment) => ({
      id: deployment.id,
      title: deployment.title,
      ...host.registry.state(script, deployment),
      recurrence: deployment.recurrence,
    })),
  }));
}

function addClockRoutes(server: FastifyInstance, simulator: Simulator): void {
  const { clock } = simulator;
  const state = (): object => ({ now: clock.now().toISOString(), stopped: clock.isStopped() });
  server.get('/control/clock', state);
  server.post('/control/clock', async (request) => {
    await moveClock(simulator, ClockMove.parse(request.body));
    return state();
  });
}

function addFaultRoutes(server: FastifyInstance, { host }: Simulator): void {
  server.get('/control/faults', () => host.faults.list());
  server.post('/control/faults', (request) => {
    host.faults.set(FaultOrder.parse(request.body));
    return host.faults.list();
  });
  server.delete('/control/faults', () => {
    host.faults.clear();
    return host.faults.list();
  });
}
