// Script objects with their deployments: scheduled, map/reduce, RESTlet, user event and client scripts.

import type {
  CustomFieldDefinition,
  DeploymentDefinition,
  ScriptType,
} from '../account/definitions.ts';
import { readScriptParameter } from './custom-fields.ts';
import { dereference, readScriptId } from './object-context.ts';
import type { ObjectContext, ObjectReader } from './object-context.ts';
import type { LogLevel, ProjectDeployment, ProjectScript } from './project.ts';
import { readRecurrence, toRecurrence } from './recurrence.ts';
import type { Schedule } from './recurrence.ts';
import { readScriptHeader } from './script-header.ts';
import { childOf, isTrue, listOf, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

const HEADER_TYPES: Readonly<Record<ScriptType, string>> = {
  scheduledscript: 'ScheduledScript',
  mapreducescript: 'MapReduceScript',
  restlet: 'Restlet',
  clientscript: 'ClientScript',
  usereventscript: 'UserEventScript',
};

const VERSIONS: ReadonlySet<string> = new Set(['2.0', '2.1', '2.x', '2']);

type Status = DeploymentDefinition['status'];

// Queued scripts have schedules; the others are released or in testing.
const QUEUED_STATUSES: readonly Status[] = ['SCHEDULED', 'NOTSCHEDULED', 'TESTING'];
const RELEASED_STATUSES: readonly Status[] = ['RELEASED', 'TESTING'];
const LOG_LEVELS: readonly LogLevel[] = ['DEBUG', 'AUDIT', 'ERROR', 'EMERGENCY'];

/** A reader for one kind of script object. */
export function scriptReader(type: ScriptType): ObjectReader {
  return (element, context) => {
    const id = readScriptId(element, 'customscript', context);
    if (id === null) return;
    const file = readFilePath(element, id, context);
    if (file === null) return;
    checkHeader(type, file, context);
    const parameters = listOf(element, 'scriptcustomfields', 'scriptcustomfield');
    context.draft.scripts.push({
      id,
      name: textOf(element, 'name') || id,
      type,
      file: file.path,
      source: file.source,
      parameters: parameters.flatMap((child): CustomFieldDefinition[] => {
        const parameter = readScriptParameter(child, context);
        return parameter === null ? [] : [parameter];
      }),
      parameterDefaults: Object.fromEntries(
        parameters.map((child) => [
          child.attributes['scriptid'] ?? '',
          textOf(child, 'defaultvalue'),
        ]),
      ),
      deployments: readDeployments(element, { id, type }, context),
    });
  };
}

interface ScriptFile {
  readonly path: string;
  readonly source: string;
}

function readFilePath(element: XmlElement, id: string, context: ObjectContext): ScriptFile | null {
  const reference = textOf(element, 'scriptfile');
  const path = /^\[(.+)\]$/.exec(reference)?.[1] ?? reference;
  const source = context.files.get(path);
  if (source === undefined) {
    context.report(
      'FILE_MISSING',
      `${id} runs ${path || 'no file'}, which the project does not deploy.`,
    );
    return null;
  }
  return { path, source };
}

function checkHeader(type: ScriptType, file: ScriptFile, context: ObjectContext): void {
  const header = readScriptHeader(file.source);
  if (header.apiVersion === '' || header.scriptType === '') {
    context.report(
      'HEADER_MISSING',
      `${file.path} must begin with a comment holding @NApiVersion and @NScriptType.`,
    );
    return;
  }
  if (!VERSIONS.has(header.apiVersion)) {
    context.report(
      'HEADER_VERSION',
      `${file.path} has @NApiVersion ${header.apiVersion}; 2.0, 2.1 and 2.x can run.`,
    );
  }
  if (header.scriptType.toLowerCase() !== HEADER_TYPES[type].toLowerCase()) {
    context.report(
      'HEADER_TYPE',
      `${file.path} has @NScriptType ${header.scriptType} but is deployed as ${type}.`,
    );
  }
}

type Owner = Pick<ProjectScript, 'id' | 'type'>;

function readDeployments(
  element: XmlElement,
  owner: Owner,
  context: ObjectContext,
): readonly ProjectDeployment[] {
  const seen = new Set<string>();
  return listOf(element, 'scriptdeployments', 'scriptdeployment').flatMap((child) => {
    const deployment = readDeployment(child, owner, context);
    if (deployment === null) return [];
    if (seen.has(deployment.id))
      context.report('OBJECT_DUPLICATE', `${owner.id} has two deployments ${deployment.id}.`);
    seen.add(deployment.id);
    return [deployment];
  });
}

function readDeployment(
  element: XmlElement,
  owner: Owner,
  context: ObjectContext,
): ProjectDeployment | null {
  const id = readScriptId(element, 'customdeploy', context);
  if (id === null) return null;
  const status = readStatus(element, owner, context);
  const schedule = readSchedule(element, { owner, id, status }, context);
  return {
    id,
    title: textOf(element, 'title') || id,
    status,
    isDeployed: isTrue(element, 'isdeployed'),
    recurrence: schedule === null ? null : toRecurrence(schedule),
    schedule,
    logLevel: LOG_LEVELS.find((level) => level === textOf(element, 'loglevel')) ?? 'DEBUG',
    parameters: Object.fromEntries(
      element.children
        .filter((child) => child.name.startsWith('custscript'))
        .map((child) => [child.name, child.text]),
    ),
    ...readRecordType(element, { owner, id }, context),
    runAsRole: textOf(element, 'runasrole'),
    yieldAfterMinutes: readYield(element, id, context),
  };
}

function isQueued(type: ScriptType): boolean {
  return type === 'scheduledscript' || type === 'mapreducescript';
}

function readStatus(element: XmlElement, owner: Owner, context: ObjectContext): Status {
  const allowed = isQueued(owner.type) ? QUEUED_STATUSES : RELEASED_STATUSES;
  const text = textOf(element, 'status') || 'TESTING';
  const status = allowed.find((known) => known === text);
  if (status === undefined) {
    context.report(
      'DEPLOYMENT_STATUS',
      `${owner.id}: status ${text} is not one of ${allowed.join(', ')}.`,
    );
  }
  return status ?? 'TESTING';
}

interface DeploymentHead {
  readonly owner: Owner;
  readonly id: string;
  readonly status: Status;
}

function readSchedule(
  element: XmlElement,
  head: DeploymentHead,
  context: ObjectContext,
): Schedule | null {
  const recurrence = childOf(element, 'recurrence');
  if (!isQueued(head.owner.type)) return null;
  if (recurrence === null || recurrence.children.length === 0) {
    if (head.status === 'SCHEDULED') {
      context.report(
        'RECURRENCE_MISSING',
        `${head.id} of ${head.owner.id} is SCHEDULED without a recurrence.`,
      );
    }
    return null;
  }
  const schedule = readRecurrence(recurrence);
  if (!('code' in schedule)) return schedule;
  context.report(schedule.code, `${head.id} of ${head.owner.id}: ${schedule.message}`);
  return null;
}

// SALESORDER and the like, or a custom record by its script id. [documented]
function readRecordType(
  element: XmlElement,
  { owner, id }: { owner: Owner; id: string },
  context: ObjectContext,
): Pick<ProjectDeployment, 'recordType'> {
  if (owner.type !== 'usereventscript') return {};
  const text = dereference(textOf(element, 'recordtype')).toLowerCase();
  if (text === '')
    context.report('FIELD_INVALID', `${id} of ${owner.id} says no recordtype to run on.`);
  return { recordType: text };
}

function readYield(element: XmlElement, id: string, context: ObjectContext): number {
  const text = textOf(element, 'yieldaftermins') || '60';
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes >= 3 && minutes <= 60) return minutes;
  context.report('FIELD_INVALID', `${id}: yieldaftermins ${text} is not between 3 and 60.`);
  return 60;
}
