// Scripts: the file they run with its header, and their deployments.

import { headerTags } from '../script-header.ts';
import { checkId } from './check-id.ts';
import { checkRecurrence } from './check-recurrence.ts';
import type { Report } from './problem.ts';
import { childrenOf, childText, type XmlElement } from './read-xml.ts';

const TYPES: Readonly<Record<string, string>> = {
  scheduledscript: 'ScheduledScript',
  mapreducescript: 'MapReduceScript',
  restlet: 'Restlet',
};

const QUEUED_STATUS = ['SCHEDULED', 'NOTSCHEDULED', 'TESTING'];
const RELEASED_STATUS = ['RELEASED', 'TESTING'];
const MAX_NAME = 40;
const MAX_TITLE = 100;

export function checkScript(
  root: XmlElement,
  files: ReadonlyMap<string, string>,
  report: Report,
): void {
  const name = childText(root, 'name');
  if (name === '') report('FIELD_MISSING', 'The script has no <name>');
  if (name.length > MAX_NAME) {
    report('NAME_TOO_LONG', `<name> has ${String(name.length)} characters; 40 are allowed`);
  }
  checkFile(root, files, report);
  const deployments = childrenOf(root, 'scriptdeployments').flatMap((list) =>
    childrenOf(list, 'scriptdeployment'),
  );
  if (deployments.length === 0) report('DEPLOYMENT_MISSING', 'The script is not deployed');
  const seen = new Set<string>();
  for (const deployment of deployments) {
    const id = deployment.attributes['scriptid'] ?? '';
    if (seen.has(id)) report('SCRIPTID_DUPLICATE', `Two deployments are called ${id}`);
    seen.add(id);
    checkId(id, 'customdeploy', report);
    checkDeployment(deployment, root.name, report);
  }
}

function checkFile(root: XmlElement, files: ReadonlyMap<string, string>, report: Report): void {
  const path = /^\[(\/.+)\]$/.exec(childText(root, 'scriptfile'))?.[1] ?? '';
  const text = files.get(`FileCabinet${path}`);
  if (text === undefined) {
    report('FILE_MISSING', `The script file "${path}" is not in the project`);
    return;
  }
  if (text.startsWith('\uFEFF')) {
    report('HEADER_INVALID', `${path} begins with a byte order mark`);
  }
  const { apiVersion, scriptType } = headerTags(text);
  const wanted = TYPES[root.name] ?? '';
  if (apiVersion !== '2.1' || scriptType !== wanted) {
    report(
      'HEADER_INVALID',
      `${path} must begin with a comment holding @NApiVersion 2.1 and @NScriptType ${wanted}`,
    );
  }
}

function checkDeployment(deployment: XmlElement, kind: string, report: Report): void {
  const id = deployment.attributes['scriptid'] ?? '';
  const status = childText(deployment, 'status');
  const isQueued = kind !== 'restlet';
  const allowed = isQueued ? QUEUED_STATUS : RELEASED_STATUS;
  if (!allowed.includes(status)) {
    report('STATUS_INVALID', `${id}: status "${status}" is not one of ${allowed.join(', ')}`);
  }
  const title = childText(deployment, 'title');
  if (title === '') report('FIELD_MISSING', `${id} has no <title>`);
  if (title.length > MAX_TITLE) report('NAME_TOO_LONG', `${id}: <title> is longer than 100`);
  if (childText(deployment, 'isdeployed') === '') {
    report('FIELD_MISSING', `${id} has no <isdeployed>`);
  }
  const [recurrence] = childrenOf(deployment, 'recurrence');
  if (recurrence !== undefined) checkRecurrence(recurrence, id, report);
  else if (status === 'SCHEDULED') {
    report('RECURRENCE_MISSING', `${id} is SCHEDULED without a <recurrence>`);
  }
}
