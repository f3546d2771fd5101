// What the N/* modules and the engines of the script types may reach.

import type { Account } from '../account/account.ts';
import type { Calendar } from '../account/calendar.ts';
import type { ProjectDeployment, ProjectScript } from '../sdf/project.ts';
import type { SftpBridge } from '../sftp/bridge.ts';
import type { Executions } from './executions.ts';
import type { Faults } from './faults.ts';
import type { Registry } from './registry.ts';
import type { Tasks } from './tasks.ts';
import type { UserEvents } from './user-events.ts';

export interface ScriptHost {
  readonly account: Account;
  readonly calendar: Calendar;
  readonly accountId: string;
  readonly registry: Registry;
  readonly executions: Executions;
  readonly tasks: Tasks;
  readonly userEvents: UserEvents;
  readonly sftp: SftpBridge;
  /** API secrets: id to password or private key. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly faults: Faults;
  /** Where N/sftp connects instead of the host a script names; for tests behind other ports. */
  readonly sftpHostOverride: { readonly host: string; readonly port: number } | null;
}

/** A deployment that runs, with the values of its parameters. */
export interface RunningScript {
  readonly script: ProjectScript;
  readonly deployment: ProjectDeployment;
  /** By parameter id, as texts; those given at submission win over the deployment's and the script's. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly taskId: string | null;
}
