// A project as it would be deployed: what the account installs, and what only the host of the scripts needs.

import type {
  DeploymentDefinition,
  Definitions,
  ScriptDefinition,
} from '../account/definitions.ts';
import type { Schedule } from './recurrence.ts';

export interface Project {
  readonly directory: string;
  readonly name: string;
  readonly definitions: Definitions & { readonly scripts: readonly ProjectScript[] };
  /** Every deployed File Cabinet file by its path there, e.g. /SuiteScripts/acme/export.js */
  readonly files: ReadonlyMap<string, string>;
  /** What was accepted without effect, e.g. subtabs and forms. */
  readonly notes: readonly string[];
}

export interface ProjectScript extends ScriptDefinition {
  readonly deployments: readonly ProjectDeployment[];
  /** Default values of the script parameters by field id. */
  readonly parameterDefaults: Readonly<Record<string, string>>;
}

export interface ProjectDeployment extends DeploymentDefinition {
  readonly schedule: Schedule | null;
  readonly logLevel: LogLevel;
  /** Parameter values set on the deployment, by field id. */
  readonly parameters: Readonly<Record<string, string>>;
  /** User event scripts only: the record type whose events it hears. */
  readonly recordType?: string;
  readonly runAsRole: string;
  /** Map/reduce only; minutes after which a stage gives up its processor. */
  readonly yieldAfterMinutes: number;
}

export type LogLevel = 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY';
