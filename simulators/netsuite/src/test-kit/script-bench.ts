// Runs script texts in an empty account, for tests of what a script sees.

import type { ScriptType } from '../account/definitions.ts';
import type { Execution } from '../runtime/executions.ts';
import { createSimulator } from '../runtime/simulator.ts';
import type { Simulator, SimulatorOptions } from '../runtime/simulator.ts';
import type { TaskRecord } from '../runtime/task-queue.ts';
import type { Project, ProjectDeployment, ProjectScript } from '../sdf/project.ts';

export interface ScriptBench {
  readonly simulator: Simulator;
  /** Runs the body of a scheduled script's `execute`, with `N` as its modules by short name; its log lines come back. */
  readonly execute: (body: string) => Promise<Run>;
  /** Runs a whole script file. */
  readonly run: (
    type: ScriptType,
    source: string,
    parameters?: Readonly<Record<string, string>>,
  ) => Promise<Run>;
  readonly addFile: (path: string, source: string) => void;
  readonly close: () => Promise<void>;
}

export interface Run {
  readonly task: TaskRecord;
  /** In the order they happened. */
  readonly executions: readonly Execution[];
  /** `title: details` of all log lines. */
  readonly log: readonly string[];
  /** What the last invocation threw, as `NAME: message`; null when it ended well. */
  readonly error: string | null;
}

const MODULES = [
  'encode',
  'error',
  'file',
  'format',
  'record',
  'runtime',
  'search',
  'sftp',
  'task',
];

export function startScriptBench(options: SimulatorOptions = {}): ScriptBench {
  const simulator = createSimulator({ stopClockAt: new Date('2026-11-24T12:00:00Z'), ...options });
  const { host } = simulator;
  let count = 0;
  const run: ScriptBench['run'] = async (type, source, parameters = {}) => {
    count += 1;
    const script = scriptOf({ type, source, id: `customscript_bench_${count}`, parameters });
    const project = projectOf(script);
    host.account.install(project.definitions);
    host.registry.add(project);
    const [deployment] = script.deployments;
    const task =
      deployment === undefined
        ? null
        : host.tasks.start(script, deployment, { how: 'userinterface' });
    if (task === null) throw new Error('The bench script did not start.');
    await host.tasks.queue.idle();
    return runOf(task, host.executions.list({ script: script.id, limit: 5_000 }).toReversed());
  };
  return {
    simulator,
    run,
    execute: async (body) => {
      const ids = MODULES.map((name) => `'N/${name}'`).join(', ');
      return run(
        'scheduledscript',
        `define([${ids}], function (${MODULES.join(', ')}) { return { execute: function (context) { ${body} } }; });`,
      );
    },
    addFile: (path, source) => {
      host.registry.add({ ...projectOf(null), files: new Map([[path, source]]) });
    },
    close: simulator.close,
  };
}

function runOf(task: TaskRecord, executions: readonly Execution[]): Run {
  const failed = executions.at(-1)?.error ?? null;
  const lines = executions.flatMap(({ log, error }) =>
    log.filter(({ details }) => details !== error?.message),
  );
  return {
    task,
    executions,
    log: lines.map(({ title, details }) => (title === '' ? details : `${title}: ${details}`)),
    error: failed === null ? null : `${failed.name}: ${failed.message}`,
  };
}

interface BenchScript {
  readonly id: string;
  readonly type: ScriptType;
  readonly source: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function scriptOf({ id, type, source, parameters }: BenchScript): ProjectScript {
  const deployment: ProjectDeployment = {
    id: 'customdeploy_bench',
    title: 'Bench',
    status: 'NOTSCHEDULED',
    isDeployed: true,
    recurrence: null,
    schedule: null,
    logLevel: 'DEBUG',
    parameters,
    runAsRole: '',
    yieldAfterMinutes: 60,
  };
  const fields = Object.keys(parameters).map((name) => ({
    id: name,
    kind: 'other' as const,
    label: name,
    fieldType: 'TEXT',
    appliesTo: ['script'],
  }));
  return {
    id,
    name: id,
    type,
    file: `/SuiteScripts/bench/${id}.js`,
    source,
    parameters: fields,
    parameterDefaults: {},
    deployments: [deployment],
  };
}

function projectOf(script: ProjectScript | null): Project {
  return {
    directory: '',
    name: 'bench',
    definitions: {
      customFields: [],
      customRecords: [],
      savedSearches: [],
      csvImports: [],
      scripts: script === null ? [] : [script],
    },
    files: new Map(script === null ? [] : [[script.file, script.source]]),
    notes: [],
  };
}
