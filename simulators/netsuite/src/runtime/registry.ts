// The installed scripts and their deployments. The deployment records of the account decide the present status,
// because scripts and users edit those.

import type { Account, StoredRecord } from '../account/account.ts';
import type { DeploymentDefinition } from '../account/definitions.ts';
import type { Project, ProjectDeployment, ProjectScript } from '../sdf/project.ts';

export interface Registry {
  readonly add: (project: Project) => void;
  readonly scripts: () => readonly ProjectScript[];
  /** By script id or internal id. */
  readonly script: (id: string) => ProjectScript | null;
  /** By deployment id, internal id, or position counted from 1, as RESTlet addresses write it. */
  readonly deployment: (script: ProjectScript, id: string) => ProjectDeployment | null;
  readonly state: (script: ProjectScript, deployment: ProjectDeployment) => DeploymentState;
  /** Values of the script's parameters: its defaults, those the project sets, those set on the deployment's record. */
  readonly parameters: (
    script: ProjectScript,
    deployment: ProjectDeployment,
  ) => Readonly<Record<string, string>>;
  /** Source text of a deployed File Cabinet file, or null. */
  readonly source: (path: string) => string | null;
  /** No invocation may run longer, whatever its kind; stands in for NetSuite's instruction count. */
  readonly longestSeconds: number;
}

export interface DeploymentState {
  readonly status: DeploymentDefinition['status'];
  readonly isDeployed: boolean;
}

export interface RegistryOptions {
  readonly longestSeconds: number;
}

const STATUSES = ['SCHEDULED', 'NOTSCHEDULED', 'TESTING', 'RELEASED'] as const;

export function createRegistry(account: Account, { longestSeconds }: RegistryOptions): Registry {
  const scripts = new Map<string, ProjectScript>();
  const files = new Map<string, string>();
  const script = (id: string): ProjectScript | null =>
    scripts.get(id.toLowerCase()) ?? byInternalId(account, scripts, id);
  return {
    add: (project) => {
      for (const one of project.definitions.scripts) scripts.set(one.id.toLowerCase(), one);
      for (const [path, content] of project.files) files.set(path, content);
    },
    scripts: () => [...scripts.values()],
    script,
    deployment: (owner, id) => findDeployment(account, owner, id),
    state: (owner, deployment) => {
      const record = deploymentRecord(account, owner, deployment.id);
      return record === null ? deployment : stateOf(record, deployment);
    },
    parameters: (owner, deployment) => ({
      ...owner.parameterDefaults,
      ...deployment.parameters,
      ...setParameters(owner, deploymentRecord(account, owner, deployment.id)),
    }),
    source: (path) => files.get(path) ?? null,
    longestSeconds,
  };
}

type Scripts = ReadonlyMap<string, ProjectScript>;

function byInternalId(account: Account, scripts: Scripts, id: string): ProjectScript | null {
  if (!/^\d+$/.test(id)) return null;
  for (const script of scripts.values()) {
    if (scriptRecord(account, script)?.id === id) return script;
  }
  return null;
}

function scriptRecord(account: Account, script: ProjectScript): StoredRecord | null {
  const records = account.records.list(script.type);
  return records.find((record) => sameText(record.fields['scriptid'], script.id)) ?? null;
}

function findDeployment(
  account: Account,
  script: ProjectScript,
  id: string,
): ProjectDeployment | null {
  const named = script.deployments.find((one) => one.id === id.toLowerCase());
  if (named !== undefined || !/^\d+$/.test(id)) return named ?? null;
  const nth = script.deployments[Number(id) - 1];
  if (nth !== undefined) return nth;
  return (
    script.deployments.find((one) => deploymentRecord(account, script, one.id)?.id === id) ?? null
  );
}

function deploymentRecord(
  account: Account,
  script: ProjectScript,
  id: string,
): StoredRecord | null {
  const owner = scriptRecord(account, script);
  if (owner === null) return null;
  const records = account.records.list('scriptdeployment');
  return (
    records.find(
      (record) =>
        sameText(record.fields['scriptid'], id) && sameText(record.fields['script'], owner.id),
    ) ?? null
  );
}

// Users set parameters on the deployment's page, where they are fields of its record. [documented]
function setParameters(
  script: ProjectScript,
  record: StoredRecord | null,
): Readonly<Record<string, string>> {
  const set: Record<string, string> = {};
  for (const { id } of script.parameters) {
    const value = record?.fields[id];
    if (typeof value === 'boolean') set[id] = value ? 'T' : 'F';
    else if (typeof value === 'string' || typeof value === 'number') set[id] = String(value);
  }
  return set;
}

function sameText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text.toLowerCase();
}

function stateOf(record: StoredRecord, fallback: DeploymentState): DeploymentState {
  const { status, isdeployed } = record.fields;
  return {
    status: STATUSES.find((known) => known === status) ?? fallback.status,
    isDeployed:
      isdeployed === undefined || isdeployed === null
        ? fallback.isDeployed
        : isdeployed === true || isdeployed === 'T',
  };
}
