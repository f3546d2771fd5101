// The control API's scripts, jobs, clock and faults.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refuse } from '../account/failure.ts';
import type { Simulator } from '../runtime/simulator.ts';

const Run = z.strictObject({
  script: z.string(),
  deployment: z.string().optional(),
  wait: z.boolean().default(false),
});
const Clock = z.union([
  z.strictObject({ at: z.iso.datetime(), schedules: z.boolean().default(true) }),
  z.strictObject({ advanceMs: z.number().int().positive(), schedules: z.boolean().default(true) }),
  z.strictObject({ run: z.literal(true) }),
]);
const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sftp-down') }),
  z.strictObject({ kind: z.literal('sftp-authentication') }),
  z.strictObject({ kind: z.literal('slow-queue'), delayMs: z.number().int().positive() }),
  z.strictObject({
    kind: z.literal('restart'),
    script: z.string(),
    stage: z.enum(['map', 'reduce']).default('map'),
    afterInvocations: z.number().int().positive().default(1),
  }),
  z.strictObject({ kind: z.literal('response-lost'), script: z.string() }),
  z.strictObject({
    kind: z.literal('row-refused'),
    containing: z.string(),
    message: z.string().default('An unexpected error occurred.'),
  }),
]);
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
    const task = startDeployment(simulator, wanted.script, wanted.deployment);
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

// As the Save & Execute button does: any deployment that is not running.
function startDeployment(
  { host }: Simulator,
  scriptId: string,
  deploymentId: string | undefined,
): object {
  const script =
    host.registry.script(scriptId) ?? refuse('RCRD_DSNT_EXIST', `There is no script ${scriptId}.`);
  const wanted = deploymentId ?? script.deployments[0]?.id ?? '';
  const deployment =
    host.registry.deployment(script, wanted) ??
    refuse('RCRD_DSNT_EXIST', `${scriptId} has no deployment ${wanted}.`);
  if (script.type !== 'scheduledscript' && script.type !== 'mapreducescript')
    refuse('SSS_INVALID_API_USAGE', `A ${script.type} is not run by the queue.`);
  return (
    host.tasks.start(script, deployment, 'userinterface') ??
    refuse('FAILED_TO_SUBMIT_JOB_REQUEST_1', `${deployment.id} is running or waiting already.`)
  );
}

function addClockRoutes(server: FastifyInstance, { clock, scheduler }: Simulator): void {
  const state = (): object => ({ now: clock.now().toISOString(), stopped: clock.isStopped() });
  server.get('/control/clock', state);
  server.post('/control/clock', async (request) => {
    const wanted = Clock.parse(request.body);
    const wasStopped = clock.isStopped();
    if (!('run' in wanted)) {
      const at =
        'at' in wanted ? new Date(wanted.at) : new Date(clock.now().getTime() + wanted.advanceMs);
      if (wanted.schedules) await scheduler.advanceTo(at);
      else scheduler.jumpTo(at);
    }
    // A clock that ran goes on running from where it was put.
    if ('run' in wanted || ('advanceMs' in wanted && !wasStopped)) clock.run();
    return state();
  });
}

function addFaultRoutes(server: FastifyInstance, { host }: Simulator): void {
  server.get('/control/faults', () => host.faults.list());
  server.post('/control/faults', (request) => {
    host.faults.set(Fault.parse(request.body));
    return host.faults.list();
  });
  server.delete('/control/faults', () => {
    host.faults.clear();
    return host.faults.list();
  });
}
