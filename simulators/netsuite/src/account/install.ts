// Installs what an SDF project defines. Installing the same ids again replaces them, as a deployment does.

import type { FileCabinet } from './account.ts';
import type {
  Definitions,
  DeploymentDefinition,
  Recurrence,
  SavedSearchDefinition,
  CsvImportDefinition,
  ScriptDefinition,
} from './definitions.ts';
import type { Engine } from './engine.ts';
import type { StoredData, Values } from './store/stored-data.ts';
import { textOf } from './store/stored-data.ts';

/** Where the definitions go. */
export interface Installation {
  readonly engine: Engine;
  readonly files: FileCabinet;
  readonly addSearch: (definition: SavedSearchDefinition) => void;
  readonly addImport: (definition: CsvImportDefinition) => void;
}

/** Adds or replaces everything the definitions name. */
export function install(installation: Installation, definitions: Definitions): void {
  const { schema } = installation.engine;
  for (const field of definitions.customFields) schema.addCustomField(field);
  for (const record of definitions.customRecords) schema.addCustomRecord(record);
  for (const search of definitions.savedSearches) installation.addSearch(search);
  for (const csvImport of definitions.csvImports) installation.addImport(csvImport);
  for (const script of definitions.scripts) installScript(installation, script);
}

function installScript(installation: Installation, script: ScriptDefinition): void {
  const { engine, files } = installation;
  for (const parameter of script.parameters) {
    engine.schema.addCustomField({ ...parameter, kind: 'other', appliesTo: ['scriptdeployment'] });
  }
  saveSource(files, script);
  const id = upsert(
    engine,
    { family: 'script', type: script.type, scriptId: script.id },
    {
      name: script.name,
      scriptid: script.id,
      scriptfile: script.file,
      scripttype: SCRIPT_TYPES[script.type],
      isinactive: false,
    },
  );
  for (const deployment of script.deployments)
    installDeployment(engine, { script, id, deployment });
}

// The values of the search field `scripttype`. [documented]
const SCRIPT_TYPES: Readonly<Record<ScriptDefinition['type'], string>> = {
  scheduledscript: 'SCHEDULED',
  mapreducescript: 'MAPREDUCE',
  restlet: 'RESTLET',
  clientscript: 'CLIENT',
  usereventscript: 'USEREVENT',
};

function saveSource(files: FileCabinet, script: ScriptDefinition): void {
  const parts = script.file.split('/');
  const name = parts.pop() ?? script.id;
  const folder = files.folder(parts.join('/'));
  files.save({ name, folder, fileType: 'JAVASCRIPT', content: script.source });
}

function installDeployment(
  engine: Engine,
  target: { script: ScriptDefinition; id: string; deployment: DeploymentDefinition },
): void {
  const { script, id, deployment } = target;
  upsert(
    engine,
    { family: 'scriptdeployment', type: 'scriptdeployment', scriptId: deployment.id, script: id },
    {
      script: id,
      scriptid: deployment.id,
      deploymentid: deployment.id,
      title: deployment.title,
      status: deployment.status,
      isdeployed: deployment.isDeployed,
      scripttype: SCRIPT_TYPES[script.type],
      loglevel: 'DEBUG',
      recurringevent: recurringEvent(deployment.recurrence),
    },
  );
}

/** The JSON text of a deployment's schedule; the published RESTlet reads `repeatTimeInMinutes` from it. [seen] */
function recurringEvent(recurrence: Recurrence | null): string | null {
  if (recurrence === null) return null;
  return JSON.stringify({
    recurrenceType: recurrence.kind.toUpperCase(),
    startDate: recurrence.startAt.toISOString(),
    frequency: recurrence.everyDays,
    repeatTimeInMinutes: recurrence.repeatMinutes,
  });
}

interface ScriptKey {
  readonly family: string;
  readonly type: string;
  readonly scriptId: string;
  /** Deployment ids are unique within their script only: `customdeploy1` is common. */
  readonly script?: string;
}

function upsert(engine: Engine, key: ScriptKey, fields: Values): string {
  const before = engine.store.list(key.type).find((record) => matches(record, key));
  const id = before?.id ?? String(engine.store.next(`id:${key.family}`));
  const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  engine.store.put({ type: key.type, id, fields: kept, sublists: {}, subrecords: {} });
  return id;
}

function matches(record: StoredData, key: ScriptKey): boolean {
  if (textOf(record.fields, 'scriptid').toLowerCase() !== key.scriptId.toLowerCase()) return false;
  return key.script === undefined || textOf(record.fields, 'script') === key.script;
}
