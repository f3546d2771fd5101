// pg-boss over our own pool: one adapter for both engines, and the queue settings that make a queue of a job.

import type pg from 'pg';
import { PgBoss, type ConstructorOptions, type QueueOptions } from 'pg-boss';
import type { OpenDatabase } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import { listen } from './listen.ts';

type BossDatabase = NonNullable<ConstructorOptions['db']>;

/** A claim not refreshed for this long is taken from a process that died. */
const HEARTBEAT_SECONDS = 20;
/** The longest a run may take before its signal is aborted and it counts as failed. */
const RUN_SECONDS_MAX = 15 * 60;
/** How long pg-boss keeps its own rows of finished runs; ours are in job_run. */
const FINISHED_KEPT_SECONDS = 600;

/**
 * Every job is one queue of policy `stately` and every message in it has the same key, so the database
 * itself (a unique index on queue, state and key) holds at most one waiting and one running.
 */
export const QUEUE_POLICY = 'stately';
export const ONLY_KEY = 'job';

/** Queue settings. Retries of pg-boss come in only when a process died; a throw is ours (run-job.ts). */
export const queueOptions: QueueOptions = {
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: RUN_SECONDS_MAX,
  deleteAfterSeconds: FINISHED_KEPT_SECONDS,
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
};

/** A pg-boss that is not started. `works` is false for a process that only wakes jobs. */
export function makeBoss<Tables>(
  database: OpenDatabase<Tables>,
  options: { readonly log: Logger; readonly works: boolean },
): PgBoss {
  const isServer = database.engine === 'postgres';
  const settings: ConstructorOptions = {
    db: adapt(database, options.log),
    backend: database.engine,
    schema: 'pgboss',
    supervise: options.works,
    schedule: options.works,
    useListenNotify: options.works && isServer,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 600,
    flowIntervalSeconds: 3600,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 1,
    registerInstance: false,
    openTelemetry: { enabled: false },
    // Upkeep that an embedded engine with one session and no autovacuum cannot use.
    reindex: isServer,
    monitorVacuum: isServer,
  };
  const boss = new PgBoss(settings);
  boss.on('error', (error) =>
    options.log.error({ err: error }, 'The job queue reported an error.'),
  );
  boss.on('warning', (warning) => options.log.warn({ warning }, 'The job queue warns.'));
  return boss;
}

function adapt<Tables>(database: OpenDatabase<Tables>, log: Logger): BossDatabase {
  const { pool, url } = database;
  const executeSql: BossDatabase['executeSql'] = async (text, values) =>
    execute(pool, text, values);
  if (url === null) return { executeSql };
  const onError = (error: Error): void =>
    log.warn({ err: error }, 'Wakes come by polling for now.');
  return {
    executeSql,
    listen: async (channel, onNotification, onListening) =>
      listen({ url, channel, onNotification, onListening, onError }),
  };
}

// Not pool.query: it ends the connection after a failed statement, and the embedded engine has only one.
// Texts of several statements with a begin of their own may fail in the middle, hence the rollback.
async function execute(
  pool: pg.Pool,
  text: string,
  values: unknown[] | undefined,
): Promise<pg.QueryResult> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await client.query(text, values);
  } catch (error) {
    await client.query('rollback').catch((second: Error) => (broken = second));
    throw error;
  } finally {
    client.release(broken);
  }
}
