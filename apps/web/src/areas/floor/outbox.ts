// What was scanned goes to the server when there is a way, in its order, and stays here until it has arrived: a stock
// room has no signal. Said twice it is said once, so what was under way when the signal went is sent again.

import { ApiError } from '@sendsale/api';
import type { FloorView, PicksRequest } from '@sendsale/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { api } from '../../api/client.ts';

const Waiting = z.object({
  facilityId: z.string(),
  orderId: z.string(),
  itemSeq: z.string(),
  change: z.enum(['pick', 'unpick']),
  scanned: z.boolean(),
});
export type WaitingPick = z.infer<typeof Waiting>;

const KEY = 'sendsale.outbox';
const AGAIN_MS = 4000;
const SENT_MAX = 200;

let waiting: readonly WaitingPick[] = read();
let isSending = false;
const listeners = new Set<() => void>();

function read(): readonly WaitingPick[] {
  try {
    return Waiting.array().parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

function write(next: readonly WaitingPick[]): void {
  waiting = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function addPick(pick: WaitingPick): void {
  write([...waiting, pick]);
}

export function useWaitingPicks(): readonly WaitingPick[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
}

export interface SentPick extends WaitingPick {
  readonly isGone: boolean;
}

/** Sends what waits whenever there is something. @param told hears of each row the server has taken or refused */
export function useOutbox(told: (sent: readonly SentPick[]) => void): void {
  const client = useQueryClient();
  const picks = useWaitingPicks();
  const isEmpty = picks.length === 0;
  useEffect(() => {
    if (isEmpty) return undefined;
    const send = (): void => {
      void flush().then(async (sent) => {
        if (sent.length === 0) return;
        told(sent);
        await client.invalidateQueries({ queryKey: ['floor'] });
      });
    };
    send();
    const timer = setInterval(send, AGAIN_MS);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [client, isEmpty, picks, told]);
}

/** @returns what the server has answered; empty when it could not be reached */
async function flush(): Promise<readonly SentPick[]> {
  const [first] = waiting;
  if (isSending || first === undefined) return [];
  const { facilityId } = first;
  const batch = waiting.filter((one) => one.facilityId === facilityId).slice(0, SENT_MAX);
  isSending = true;
  try {
    const picks: PicksRequest['picks'] = batch.map(({ orderId, itemSeq, change, scanned }) => ({
      orderId,
      itemSeq,
      change,
      scanned,
    }));
    const { outcomes } = await api.recordPicks(facilityId, { picks });
    drop(batch);
    return batch.map((pick, index) => ({ ...pick, isGone: outcomes[index] === 'GONE' }));
  } catch (error) {
    // What the server refuses for good would stand in the way of everything behind it.
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 401) return [];
    drop(batch);
    return batch.map((pick) => ({ ...pick, isGone: true }));
  } finally {
    isSending = false;
  }
}

function drop(batch: readonly WaitingPick[]): void {
  write(waiting.filter((one) => !batch.includes(one)));
}

/** The floor as it is once everything that waits has arrived. */
export function withWaiting(floor: FloorView, picks: readonly WaitingPick[]): FloorView {
  const mine = picks.filter((one) => one.facilityId === floor.facilityId);
  if (mine.length === 0) return floor;
  const last = new Map(mine.map((one) => [`${one.orderId}/${one.itemSeq}`, one.change]));
  return {
    ...floor,
    orders: floor.orders.map((order) => ({
      ...order,
      items: order.items.map((item) => {
        const change = last.get(`${order.orderId}/${item.seq}`);
        if (change === 'pick' && item.state === 'PICKING') return { ...item, state: 'PICKED' };
        if (change === 'unpick' && item.state === 'PICKED') return { ...item, state: 'PICKING' };
        return item;
      }),
    })),
  };
}
