// What may be submitted to the job queue, by whom, and what it does there.

import { refuse } from '../account/failure.ts';
import type { ProjectDeployment, ProjectScript } from '../sdf/project.ts';
import type { CsvImports } from './csv-import-task.ts';
import { notBegun, runMapReduce } from './map-reduce/run.ts';
import type { MapReduceProgress } from './map-reduce/run.ts';
import { runScheduled } from './scheduled.ts';
import type { RunningScript, ScriptHost } from './script-host.ts';
import { exportSearch } from './search-task.ts';
import type { SearchExport } from './search-task.ts';
import type { InvocationType, Job } from './job.ts';
import type { NewTask, TaskQueue, TaskRecord } from './task-queue.ts';

export interface ScriptSubmission {
  readonly kind: 'SCHEDULED_SCRIPT' | 'MAP_REDUCE';
  readonly scriptId: string;
  /** Any free deployment when null. */
  readonly deploymentId: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** The script that submits, or null for a user or a schedule. */
  readonly by: RunningScript | null;
}

export interface StartOptions {
  readonly how: 'scheduled' | 'userinterface';
  /** As filled in on the deployment's page for this run. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface Tasks {
  readonly queue: TaskQueue;
  readonly imports: CsvImports;
  /** @returns the task id; null when a script submits its own running deployment. @throws SuiteScriptError */
  readonly submitScript: (submission: ScriptSubmission) => string | null;
  /** Starts a deployment as its schedule or an administrator would, whatever its status. @returns null while it runs. */
  readonly start: (
    script: ProjectScript,
    deployment: ProjectDeployment,
    start: StartOptions,
  ) => TaskRecord | null;
  readonly submitSearch: (request: SearchExport) => string;
  /** The work of a task that had not ended when the simulator was stopped. */
  readonly taskOf: (job: Job, record: TaskRecord) => NewTask;
}

/** The host needs the tasks and the tasks the host, so the host is asked for when something is submitted. */
export function createTasks(
  host: () => ScriptHost,
  parts: Pick<Tasks, 'queue' | 'imports'>,
): Tasks {
  const { queue } = parts;
  return {
    ...parts,
    submitScript: (submission) => {
      const script = submittedScript(host(), submission);
      const deployment = submittedDeployment(host(), script, submission);
      const isSelf = isOwnDeployment(submission.by, script, deployment);
      checkFree(queue, { script, deployment, isSelf });
      const record = enqueueScript(
        host(),
        { script, deployment, parameters: submission.parameters },
        'ondemand',
      );
      return isSelf ? null : record.id;
    },
    start: (script, deployment, { how, parameters = {} }) => {
      if (queue.unfinished(script.id, deployment.id).length > 0) return null;
      return enqueueScript(host(), { script, deployment, parameters }, how);
    },
    submitSearch: (request) => queue.enqueue(searchTask(host(), request)).id,
    taskOf: (job, record) => {
      switch (job.kind) {
        case 'csv-import':
          return parts.imports.resume(job, record);
        case 'search':
          return searchTask(host(), job.request);
        case 'script':
          return resumedScript(host(), job, record);
      }
    },
  };
}

function searchTask(host: ScriptHost, request: SearchExport): NewTask {
  return {
    kind: 'SEARCH',
    script: null,
    deployment: null,
    job: () => ({ kind: 'search', request }),
    run: async () => Promise.resolve(exportSearch(host.account, request)),
  };
}

// A map/reduce script goes on with the keys that were left, another one starts again from its beginning. One that is
// no longer installed fails.
function resumedScript(
  host: ScriptHost,
  job: Extract<Job, { kind: 'script' }>,
  { kind }: TaskRecord,
): NewTask {
  const script = host.registry.script(job.script);
  const deployment = script === null ? null : host.registry.deployment(script, job.deployment);
  if (script === null || deployment === null)
    return {
      kind,
      script: job.script,
      deployment: job.deployment,
      job: () => job,
      run: async () => Promise.reject(new Error(`${job.script} is no longer installed.`)),
    };
  const { parameters, how } = job;
  const progress = job.progress === null ? notBegun() : { ...job.progress, isResumed: true };
  return scriptTask(host, { script, deployment, parameters }, { how, progress });
}

function failedToSubmit(reason: string): never {
  refuse('FAILED_TO_SUBMIT_JOB_REQUEST_1', `Failed to submit job request: ${reason}`);
}

function submittedScript(
  { registry }: ScriptHost,
  { kind, scriptId }: ScriptSubmission,
): ProjectScript {
  const script =
    registry.script(scriptId) ?? failedToSubmit(`the script ${scriptId} does not exist.`);
  const type = kind === 'MAP_REDUCE' ? 'mapreducescript' : 'scheduledscript';
  if (script.type !== type) failedToSubmit(`${scriptId} is a ${script.type}.`);
  return script;
}

function submittedDeployment(
  host: ScriptHost,
  script: ProjectScript,
  submission: ScriptSubmission,
): ProjectDeployment {
  const { registry, tasks } = host;
  const isFree = (one: ProjectDeployment): boolean =>
    tasks.queue.unfinished(script.id, one.id).length === 0;
  if (submission.deploymentId === null) {
    const usable = script.deployments.filter((one) => canBeSubmitted(host, script, one));
    return (
      usable.find(isFree) ??
      refuse(
        'NO_DEPLOYMENTS_AVAILABLE',
        `All deployments of ${script.id} are in use or cannot be submitted.`,
      )
    );
  }
  const deployment =
    registry.deployment(script, submission.deploymentId) ??
    failedToSubmit(`${script.id} has no deployment ${submission.deploymentId}.`);
  if (!canBeSubmitted(host, script, deployment)) {
    const { status, isDeployed } = registry.state(script, deployment);
    failedToSubmit(
      `${deployment.id} is ${isDeployed ? status : 'not deployed'}; only deployed NOTSCHEDULED deployments can be submitted.`,
    );
  }
  return deployment;
}

function canBeSubmitted(
  { registry }: ScriptHost,
  script: ProjectScript,
  deployment: ProjectDeployment,
): boolean {
  const { status, isDeployed } = registry.state(script, deployment);
  return isDeployed && status === 'NOTSCHEDULED';
}

function isOwnDeployment(
  by: RunningScript | null,
  script: ProjectScript,
  deployment: ProjectDeployment,
): boolean {
  return by !== null && by.script.id === script.id && by.deployment.id === deployment.id;
}

interface Candidate {
  readonly script: ProjectScript;
  readonly deployment: ProjectDeployment;
  readonly isSelf: boolean;
}

// The running task itself does not stand in the way of its successor; a waiting one does.
function checkFree(queue: TaskQueue, { script, deployment, isSelf }: Candidate): void {
  const unfinished = queue.unfinished(script.id, deployment.id);
  const blocking = isSelf ? unfinished.filter((record) => record.status === 'PENDING') : unfinished;
  if (blocking.length === 0) return;
  if (script.type === 'mapreducescript') {
    refuse(
      'MAP_REDUCE_ALREADY_RUNNING',
      `The map/reduce script deployment ${deployment.id} is already running.`,
    );
  }
  failedToSubmit(
    blocking.some((record) => record.status === 'PROCESSING') ? 'INPROGRESS' : 'INQUEUE',
  );
}

type Start = Omit<RunningScript, 'taskId'>;

function enqueueScript(host: ScriptHost, start: Start, how: InvocationType): TaskRecord {
  return host.tasks.queue.enqueue(scriptTask(host, start, { how, progress: notBegun() }));
}

interface HowFar {
  readonly how: InvocationType;
  readonly progress: MapReduceProgress;
}

function scriptTask(host: ScriptHost, start: Start, { how, progress }: HowFar): NewTask {
  const { script, deployment } = start;
  const parameters = { ...host.registry.parameters(script, deployment), ...start.parameters };
  const isMapReduce = script.type === 'mapreducescript';
  return {
    kind: isMapReduce ? 'MAP_REDUCE' : 'SCHEDULED_SCRIPT',
    script: script.id,
    deployment: deployment.id,
    job: () => ({
      kind: 'script',
      script: script.id,
      deployment: deployment.id,
      parameters: start.parameters,
      how,
      progress: isMapReduce ? progress : null,
    }),
    run: async (record) => {
      const running: RunningScript = { script, deployment, parameters, taskId: record.id };
      const outcome = isMapReduce
        ? await runMapReduce(host, running, { record, progress })
        : runScheduled(host, running, how);
      record.error = outcome;
      return outcome === null;
    },
  };
}
