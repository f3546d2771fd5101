// The queues and schedules of a catalogue, brought to what the definitions and the settings say.

import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { OpenDatabase } from '../db/index.ts';
import { ONLY_KEY, QUEUE_POLICY, queueOptions } from './boss.ts';
import type { JobDefinition } from './define-job.ts';
import { readSchedules } from './run-records.ts';

type Named = Pick<JobDefinition<never>, 'name' | 'schedule'>;

/** Makes the queues that are missing and gives all of them our settings. */
export async function openQueues(boss: PgBoss, definitions: readonly Named[]): Promise<void> {
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const { name } of definitions) {
    if (existing.has(name)) await boss.updateQueue(name, { ...queueOptions, notify: true });
    else await boss.createQueue(name, { ...queueOptions, notify: true, policy: QUEUE_POLICY });
  }
}

/**
 * Sets the cron schedules. A slot missed while nothing ran is made up for once; several machines file a
 * slot once, under its name.
 */
export async function openSchedules<Tables>(
  boss: PgBoss,
  database: OpenDatabase<Tables>,
  definitions: readonly Named[],
): Promise<void> {
  const overrides = await readSchedules(database.kysely);
  const current = new Map((await boss.getSchedules()).map((row) => [row.name, row.cron]));
  for (const { name, schedule } of definitions) {
    const wanted = overrides.get(name) ?? schedule;
    if (wanted === (current.get(name) ?? null)) continue;
    if (wanted === null) await boss.unschedule(name);
    else {
      const options = { tz: 'UTC', missed: 'once', singletonKey: ONLY_KEY } as const;
      await boss.schedule(name, wanted, null, options);
    }
  }
}

/**
 * An embedded database has one process, so a run that is still marked as going on was cut off with the
 * process before: it waits again, from now. (On PostgreSQL the missing heartbeat shows it.)
 */
export async function recoverCutOff<Tables>(
  boss: PgBoss,
  database: OpenDatabase<Tables>,
): Promise<void> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from pgboss.job where state = 'active'`.execute(database.kysely);
  for (const { id, name } of rows) {
    await boss.fail(name, id, { message: 'The process ended.' });
    await boss.update({ name, options: { id, startAfter: 0 } });
  }
}
