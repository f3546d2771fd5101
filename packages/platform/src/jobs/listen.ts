// A connection beside the pool that hears PostgreSQL's notifications, so that a wake on one machine starts
// the job on another at once. It comes back by itself; what was missed meanwhile is found by polling.

import pg from 'pg';

const RECONNECT_FIRST_MS = 500;
const RECONNECT_MAX_MS = 15_000;
const KEEP_ALIVE_MS = 10_000;

export interface Listening {
  readonly close: () => Promise<void>;
}

export interface Subscription {
  readonly url: string;
  readonly channel: string;
  readonly onNotification: (payload: string) => void;
  /** After each time it (again) listens. */
  readonly onListening: () => void;
  readonly onError: (error: Error) => void;
}

/** Listens until closed. Rejects when the first connection fails. */
export async function listen(subscription: Subscription): Promise<Listening> {
  const state: { client: pg.Client | null; timer: NodeJS.Timeout | null; isClosed: boolean } = {
    client: null,
    timer: null,
    isClosed: false,
  };
  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: subscription.url,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      application_name: 'sendsale listener',
    });
    state.client = client;
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) subscription.onNotification(payload);
    });
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(subscription.channel)}`);
    subscription.onListening();
  };
  const lost = (client: pg.Client): void => {
    if (state.isClosed || state.client !== client) return;
    state.client = null;
    subscription.onError(new Error('The connection that hears notifications was lost.'));
    void client.end().catch(() => undefined);
    retry(RECONNECT_FIRST_MS);
  };
  const retry = (delayMs: number): void => {
    if (state.isClosed) return;
    state.timer = setTimeout(() => {
      connect().catch(() => {
        state.client = null;
        retry(Math.min(RECONNECT_MAX_MS, delayMs * 2));
      });
    }, delayMs);
  };
  await connect();
  return {
    close: async () => {
      state.isClosed = true;
      if (state.timer !== null) clearTimeout(state.timer);
      await state.client?.end();
    },
  };
}
