// N/task: submitting scripts, CSV imports and search exports, and asking how they fare.

import { refuse } from '../../account/failure.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { isPlain, readOptions, textOf } from '../options.ts';
import type { Options } from '../options.ts';
import type { TaskRecord } from '../task-queue.ts';
import { fileClass } from './file-object.ts';
import { Constants } from '../realm.ts';

const TYPES =
  'SCHEDULED_SCRIPT MAP_REDUCE CSV_IMPORT ENTITY_DEDUPLICATION WORKFLOW_TRIGGER SEARCH QUERY SUITE_QL RECORD_ACTION DOCUMENT_CAPTURE';
const STATUSES = 'PENDING PROCESSING COMPLETE FAILED';
const STAGES = 'GET_INPUT MAP SHUFFLE REDUCE SUMMARIZE';

export function taskModule(invocation: Invocation): object {
  const { realm, host, charge } = invocation;
  return realm.object({
    create: realm.method('create', (args) => {
      charge('task.create', 0);
      return createTask(invocation, readOptions('task.create', args, ['taskType']));
    }),
    checkStatus: realm.method('checkStatus', (args) => {
      charge('task.checkStatus', 0);
      const id = readOptions('task.checkStatus', args, ['taskId']).requiredText('taskId');
      const record =
        host.tasks.queue.find(id) ?? refuse('SSS_INVALID_TASK_ID', `No task has the id ${id}.`);
      return statusObject(invocation, record);
    }),
    TaskType: new Constants(sameNames(TYPES)),
    TaskStatus: new Constants(sameNames(STATUSES)),
    MapReduceStage: new Constants(sameNames(STAGES)),
  });
}

function sameNames(names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, name]));
}

type Submit = (invocation: Invocation, task: Options) => string | null;

interface Kind {
  readonly properties: readonly string[];
  readonly submit: Submit;
}

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'SCHEDULED_SCRIPT',
    {
      properties: ['scriptId', 'deploymentId', 'params'],
      submit: submitScript('SCHEDULED_SCRIPT'),
    },
  ],
  [
    'MAP_REDUCE',
    { properties: ['scriptId', 'deploymentId', 'params'], submit: submitScript('MAP_REDUCE') },
  ],
  [
    'CSV_IMPORT',
    {
      properties: ['importFile', 'mappingId', 'name', 'queueId', 'linkedFiles'],
      submit: submitCsvImport,
    },
  ],
  ['SEARCH', { properties: ['savedSearchId', 'fileId', 'filePath'], submit: submitSearch }],
]);

// A task is a plain object whose properties scripts set before they submit it.
function createTask(invocation: Invocation, options: Options): object {
  const { realm } = invocation;
  const type = options.requiredText('taskType');
  const kind = KINDS.get(type);
  if (kind === undefined) {
    if (TYPES.split(' ').includes(type)) notSupported(`task.create for ${type}`);
    refuse('SSS_INVALID_TYPE_ARG', `task.create: ${type} is no task.TaskType.`);
  }
  const task: object = realm.object({
    taskType: type,
    ...Object.fromEntries(kind.properties.map((name) => [name, options.get(name)])),
    submit: realm.method('submit', () =>
      kind.submit(invocation, readOptions('Task.submit', [task], ['taskType'])),
    ),
    addInboundDependency: realm.method('addInboundDependency', () =>
      notSupported('addInboundDependency of N/task'),
    ),
  });
  return task;
}

function submitScript(kind: 'SCHEDULED_SCRIPT' | 'MAP_REDUCE'): Submit {
  return ({ host, running, charge }, task) => {
    charge('task.submit', 20);
    return host.tasks.submitScript({
      kind,
      scriptId: task.requiredText('scriptId'),
      deploymentId: task.text('deploymentId', '') || null,
      parameters: readParameters(task.get('params')),
      by: running,
    });
  };
}

function readParameters(params: unknown): Readonly<Record<string, string>> {
  if (!isPlain(params)) return {};
  const entries = Object.entries(params).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'boolean' ? (value ? 'T' : 'F') : textOf(value),
    ]),
  );
}

const IN_MAP_REDUCE: ReadonlySet<string> = new Set(['getInputData', 'map', 'reduce', 'summarize']);

function submitCsvImport(invocation: Invocation, task: Options): string {
  const { host, kind, charge } = invocation;
  charge('task.submit', 100);
  // Oracle lists bundle installation, scheduled and RESTlet scripts (section_4345798668).
  if (IN_MAP_REDUCE.has(kind)) {
    refuse(
      'FAILED_TO_SUBMIT_JOB_REQUEST_1',
      'Failed to submit job request: CSV imports cannot be submitted by map/reduce scripts.',
    );
  }
  if (task.has('linkedFiles')) notSupported('linkedFiles of a CSV import task');
  const given = task.required('importFile');
  const file = fileClass(invocation).stateOf(given);
  return host.tasks.imports.submit({
    mappingId: task.requiredText('mappingId'),
    name: task.text('name', file?.name ?? 'CSV Import'),
    content: file === null ? textOf(given) : file.content,
  });
}

function submitSearch({ host, charge }: Invocation, task: Options): string {
  charge('task.submit', 100);
  if (task.has('fileId') && task.has('filePath')) {
    refuse('MUTUALLY_EXCLUSIVE_ARGUMENTS', 'Only one of fileId, filePath may be given.');
  }
  if (task.has('fileId')) notSupported('fileId of a search task; use filePath');
  return host.tasks.submitSearch({
    savedSearchId: task.requiredText('savedSearchId'),
    filePath: task.requiredText('filePath'),
  });
}

function statusObject({ realm }: Invocation, record: TaskRecord): object {
  const counters =
    'getPercentageCompleted getCurrentTotalSize getPendingMapCount getPendingReduceCount getPendingOutputCount getTotalMapCount getTotalReduceCount getTotalOutputCount';
  return realm.object({
    taskId: record.id,
    status: record.status,
    scriptId: record.script,
    deploymentId: record.deployment,
    stage: record.stage,
    ...Object.fromEntries(
      counters
        .split(' ')
        .map((name) => [
          name,
          realm.method(name, () =>
            name === 'getPercentageCompleted' ? record.percent : notSupported(name),
          ),
        ]),
    ),
  });
}
