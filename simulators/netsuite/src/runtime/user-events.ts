// User event scripts: the deployments on a record type run around each of its events. They never set off one another.
// [documented]

import type { RecordEvent, RecordListener } from '../account/records/events.ts';
import { SuiteScriptError } from '../account/failure.ts';
import type { ProjectDeployment, ProjectScript } from '../sdf/project.ts';
import { runInvocation } from './invocation.ts';
import type { EntryPoints, Invocation } from './invocation.ts';
import { recordClass } from './modules/record-object.ts';
import { notSupported } from './not-supported.ts';
import type { ScriptHost } from './script-host.ts';

export interface UserEvents extends RecordListener {
  /** Runs work whose events have this execution context, e.g. CSVIMPORT. */
  readonly within: <T>(trigger: string, work: () => T) => T;
}

const TYPES =
  'APPROVE CANCEL CHANGEPASSWORD COPY CREATE DELETE DROPSHIP EDIT EDITFORECAST EMAIL MARKCOMPLETE ORDERITEMS PACK PAYBILLS ' +
  'PRINT QUICKVIEW REASSIGN REJECT SHIP SPECIALORDER TRANSFORM VIEW XEDIT';

/** The host is asked for when an event happens. */
export function createUserEvents(host: () => ScriptHost): UserEvents {
  const triggers: string[] = [];
  let isRunning = false;
  return {
    within: (trigger, work) => {
      triggers.push(trigger);
      try {
        return work();
      } finally {
        triggers.pop();
      }
    },
    listens: (recordType) => !isRunning && deploymentsOn(host(), recordType).length > 0,
    fire: (event) => {
      isRunning = true;
      try {
        const trigger = triggers.at(-1) ?? 'USERINTERFACE';
        for (const deployed of deploymentsOn(host(), event.recordType))
          runEvent(host(), { ...deployed, event, trigger });
      } finally {
        isRunning = false;
      }
    },
  };
}

interface Deployed {
  readonly script: ProjectScript;
  readonly deployment: ProjectDeployment;
}

// In the order they were installed. [assumed]
function deploymentsOn({ registry }: ScriptHost, recordType: string): Deployed[] {
  return registry
    .scripts()
    .filter((script) => script.type === 'usereventscript')
    .flatMap((script) =>
      script.deployments
        .filter((deployment) => deployment.recordType === recordType)
        .filter((deployment) => {
          const { status, isDeployed } = registry.state(script, deployment);
          // [documented] in testing it runs for its owner only, which no script of ours is.
          return isDeployed && status === 'RELEASED';
        })
        .map((deployment) => ({ script, deployment })),
    );
}

interface Firing extends Deployed {
  readonly event: RecordEvent;
  readonly trigger: string;
}

function runEvent(host: ScriptHost, { script, deployment, event, trigger }: Firing): void {
  const parameters = host.registry.parameters(script, deployment);
  const outcome = runInvocation({
    host,
    running: { script, deployment, parameters, taskId: null },
    kind: 'userevent',
    key: `${event.stage} ${event.type} ${event.recordType}`,
    trigger,
    call: (entryPoints, invocation) => callEvent(entryPoints, invocation, event),
  });
  if (outcome.ok) return;
  const { name, message } = outcome.error;
  throw new SuiteScriptError(name, `${message}${importNote(event, trigger)}`);
}

// What an import says of a record that is stored although its script failed. [documented]
function importNote({ stage, newRecord }: RecordEvent, trigger: string): string {
  if (stage !== 'afterSubmit' || trigger !== 'CSVIMPORT') return '';
  return ` [AFTERSUBMIT Script failed, record created with InternalId ${newRecord.id ?? ''}]`;
}

function callEvent(entryPoints: EntryPoints, invocation: Invocation, event: RecordEvent): unknown {
  if (!entryPoints.has(event.stage)) return undefined;
  const { realm } = invocation;
  const records = recordClass(invocation);
  const { newRecord, oldRecord } = event;
  const given = {
    newRecord: records.create({ session: newRecord, isNew: newRecord.id === null }),
    oldRecord: oldRecord === null ? null : records.create({ session: oldRecord, isNew: false }),
    types: realm.give(Object.fromEntries(TYPES.split(' ').map((one) => [one, one.toLowerCase()]))),
  };
  const context = realm.defineClass<typeof given>({
    name: 'UserEventContext',
    methods: {},
    properties: {
      newRecord: { get: (state) => state.newRecord },
      oldRecord: { get: (state) => state.oldRecord },
      type: { get: () => event.type },
      UserEventType: { get: (state) => state.types },
      form: { get: () => notSupported('the form of a user event') },
      request: { get: () => null },
    },
  });
  return entryPoints.call(event.stage, context.create(given));
}
