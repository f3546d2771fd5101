// Where each kind of record stands, in one cheap question: what moved since the last time has changed.

import type { Topic } from '@sendsale/api';
import type { Database } from '@sendsale/store/read';
import { changedOrders, changeMarks } from '@sendsale/store/read';
import type { ChangeMarks } from '@sendsale/store/read';

export interface Change {
  readonly topics: readonly Topic[];
  readonly orderIds: readonly string[] | null;
}

const NAMED_ORDERS_MAX = 200;

const TOPICS_OF: Readonly<Record<keyof ChangeMarks, readonly Topic[]>> = {
  timeline: ['orders', 'sales', 'floor'],
  problems: ['problems', 'orders'],
  jobs: ['jobs'],
  feeds: ['feeds'],
  brokering: ['brokering'],
  audit: ['audit', 'sales', 'floor'],
};

/** What changed between two readings; null when nothing did. */
export async function readChange(
  db: Database,
  before: ChangeMarks,
): Promise<{ readonly marks: ChangeMarks; readonly change: Change | null }> {
  const marks = await changeMarks(db);
  const moved = MARKS.filter((name) => marks[name] !== before[name]);
  if (moved.length === 0) return { marks, change: null };
  const topics = [...new Set(moved.flatMap((name) => TOPICS_OF[name]))];
  const orderIds = moved.includes('timeline')
    ? await changedOrders(db, { afterId: Number(before.timeline), limit: NAMED_ORDERS_MAX })
    : [];
  const tooMany = moved.includes('problems') || orderIds.length >= NAMED_ORDERS_MAX;
  return { marks, change: { topics, orderIds: tooMany ? null : orderIds } };
}

const MARKS = ['timeline', 'problems', 'jobs', 'feeds', 'brokering', 'audit'] as const;
