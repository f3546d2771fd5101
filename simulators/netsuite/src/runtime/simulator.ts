// The whole simulator without its HTTP pages: an account, its clock, its scripts, its job queue.

import { createCalendar } from '../account/calendar.ts';
import { createAccount } from '../account/create-account.ts';
import { defaultPreferences } from '../account/preferences.ts';
import type { Preferences } from '../account/preferences.ts';
import { createSftpBridge } from '../sftp/bridge.ts';
import { createClock } from './clock.ts';
import type { AccountClock } from './clock.ts';
import { createCsvImports } from './csv-import-task.ts';
import { createExecutions } from './executions.ts';
import { createFaults } from './faults.ts';
import { createRegistry } from './registry.ts';
import { createScheduler } from './scheduler.ts';
import type { Scheduler } from './scheduler.ts';
import type { ScriptHost } from './script-host.ts';
import { createTaskQueue } from './task-queue.ts';
import { createTasks } from './tasks.ts';
import { createUserEvents } from './user-events.ts';

export interface SimulatorOptions {
  /** e.g. TSTDRV0000001; with _SB1 behind it scripts see a sandbox. */
  readonly accountId?: string;
  readonly preferences?: Partial<Preferences>;
  /** The clock stands still at this instant; it runs with the real time when null. */
  readonly stopClockAt?: Date | null;
  /** API secrets: id to password or private key. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly sftpHostOverride?: ScriptHost['sftpHostOverride'];
  /** Script tasks that may run at the same time; NetSuite gives two without SuiteCloud Plus. */
  readonly processors?: number;
  /** No invocation may run longer than this. */
  readonly longestSeconds?: number;
}

export interface Simulator {
  readonly host: ScriptHost;
  readonly clock: AccountClock;
  readonly scheduler: Scheduler;
  readonly close: () => Promise<void>;
}

const DEFAULT_LONGEST_SECONDS = 300;

/** An account without projects or records; nothing runs by itself until the scheduler is started. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const clock = createClock(options.stopClockAt ?? null);
  const preferences = { ...defaultPreferences(), ...options.preferences };
  const faults = createFaults();
  const account = createAccount({
    now: clock.now,
    preferences,
    isPeriodClosed: faults.isPeriodClosed,
  });
  const registry = createRegistry(account, {
    longestSeconds: options.longestSeconds ?? DEFAULT_LONGEST_SECONDS,
  });
  const queue = createTaskQueue({
    now: clock.now,
    processors: options.processors ?? 2,
    delayMs: faults.queueDelayMs,
  });
  const userEvents = createUserEvents(() => host);
  account.listen(userEvents);
  const imports = createCsvImports(account, queue, { faults, userEvents });
  const sftp = createSftpBridge();
  const tasks = createTasks(() => host, { queue, imports });
  const host: ScriptHost = {
    account,
    calendar: createCalendar(preferences),
    accountId: options.accountId ?? 'TSTDRV0000001',
    registry,
    executions: createExecutions(),
    tasks,
    userEvents,
    sftp,
    secrets: new Map(Object.entries(options.secrets ?? {})),
    faults,
    sftpHostOverride: options.sftpHostOverride ?? null,
  };
  const scheduler = createScheduler({ clock, registry, tasks });
  return {
    host,
    clock,
    scheduler,
    close: async () => {
      scheduler.stop();
      await sftp.close();
    },
  };
}
