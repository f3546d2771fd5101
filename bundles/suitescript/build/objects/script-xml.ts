// Scripts and their deployments as SDF objects.

import type {
  ProjectDeployment,
  ProjectRecurrence,
  ProjectScript,
  ScriptKind,
  ScriptParameter,
} from '../../project/scripts.ts';
import { scriptPath } from '../script-path.ts';
import { element, type Element, leaves } from './xml.ts';

export function scriptXml(script: ProjectScript): Element {
  return element(
    script.kind,
    [
      ...leaves({
        description: script.description,
        isinactive: 'F',
        name: script.name,
        notifyadmins: 'F',
        notifyemails: '',
        notifyowner: 'T',
        notifyuser: 'F',
        scriptfile: `[${scriptPath(script)}]`,
      }),
      element('scriptcustomfields', (script.parameters ?? []).map(parameterXml)),
      element(
        'scriptdeployments',
        script.deployments.map((deployment) => deploymentXml(deployment, script.kind)),
      ),
    ],
    { scriptid: script.id },
  );
}

function parameterXml({ id, label, help }: ScriptParameter): Element {
  return element(
    'scriptcustomfield',
    leaves({
      accesslevel: '2',
      applyformatting: 'F',
      checkspelling: 'F',
      defaultchecked: 'F',
      defaultvalue: '',
      description: '',
      displaytype: 'NORMAL',
      fieldtype: 'TEXT',
      help,
      ismandatory: 'F',
      label,
      storevalue: 'T',
    }),
    { scriptid: id },
  );
}

/** What a deployment of each kind says beside its status. */
const SETTINGS: Readonly<Record<ScriptKind, Readonly<Record<string, string>>>> = {
  scheduledscript: {},
  mapreducescript: {
    buffersize: '1',
    concurrencylimit: '1',
    queueallstagesatonce: 'T',
    yieldaftermins: '60',
  },
  // The published RESTlets were open to every role. Add the integration's role to the audience.
  restlet: {
    allemployees: 'F',
    allpartners: 'F',
    allroles: 'F',
    audslctrole: 'ADMINISTRATOR',
    auddepartment: '',
    audemployee: '',
    audgroup: '',
    audpartner: '',
    audsubsidiary: '',
  },
};

function deploymentXml(deployment: ProjectDeployment, kind: ScriptKind): Element {
  const { recurrence } = deployment;
  return element(
    'scriptdeployment',
    [
      ...leaves({
        ...SETTINGS[kind],
        isdeployed: 'T',
        loglevel: 'AUDIT',
        status: deployment.status,
        title: deployment.title,
      }),
      ...(recurrence === null ? [] : [element('recurrence', [recurrenceXml(recurrence)])]),
    ],
    { scriptid: deployment.id },
  );
}

function recurrenceXml(recurrence: ProjectRecurrence): Element {
  return element(recurrence.kind, [
    ...leaves(recurrence.kind === 'daily' ? { everyxdays: '1' } : {}),
    ...leaves({
      repeat: recurrence.repeat ?? '',
      startdate: recurrence.startDate,
      starttime: recurrence.startTime,
    }),
  ]);
}
