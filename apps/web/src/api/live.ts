// Live updates: one stream says what has changed, and what is on the screen is read again.

import { LiveEvent } from '@sendsale/api';
import type { QueryClient, Query } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

export type Connection = 'CONNECTING' | 'LIVE' | 'LOST';

let connection: Connection = 'CONNECTING';
const listeners = new Set<() => void>();

function setConnection(next: Connection): void {
  if (connection === next) return;
  connection = next;
  for (const listener of listeners) listener();
}

/** Whether the screens hear of changes at once. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

const AGAIN_MS = 3000;

/** Keeps the stream open while somebody is signed in. Query keys begin with a topic: `['orders', …]`. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = (): void => {
      source = new EventSource('/api/events');
      source.addEventListener('hello', () => {
        // What changed while nobody listened is not known, so everything shown is read again.
        if (connection === 'LOST') void client.invalidateQueries();
        setConnection('LIVE');
      });
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        invalidate(client, LiveEvent.parse(JSON.parse(data)));
      });
      source.addEventListener('error', () => {
        setConnection('LOST');
        // The browser tries again by itself unless the server refused.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN_MS);
      });
    };
    connect();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [client]);
}

function invalidate(client: QueryClient, { topics, orderIds }: LiveEvent): void {
  for (const topic of topics) {
    void client.invalidateQueries({
      queryKey: [topic],
      predicate: (query) => concerns(query, orderIds),
    });
  }
}

// The page of one order, `['orders', 'one', …]`, is read again only when that order is named.
function concerns(query: Query, orderIds: readonly string[] | null): boolean {
  // A page under another name than the id can't be told apart.
  if (query.queryKey[1] !== 'one' || orderIds === null) return true;
  if (!/^M\d+$/.test(String(query.queryKey[2]))) return true;
  return orderIds.includes(String(query.queryKey[2]));
}
