// Appends to the timelines of orders.

import type { JsonObject, TimelineStep } from '@sendsale/domain';
import type { Database } from '../database.ts';
import { insertGraph, part } from './insert-graph.ts';
import type { GraphPart } from './insert-graph.ts';

export interface TimelineEntry {
  readonly orderId: string;
  readonly step: TimelineStep;
  readonly at: Date;
  readonly actor: string;
  /** The file, message or call it travelled in. */
  readonly via: string;
  readonly detail?: JsonObject;
}

/** The entries as rows, for callers that insert other rows with them. */
export function timelinePart(entries: readonly TimelineEntry[]): GraphPart {
  return part(
    'order_timeline',
    entries.map((entry) => ({
      order_id: entry.orderId,
      step: entry.step,
      at: entry.at,
      actor: entry.actor,
      via: entry.via,
      detail: entry.detail ?? {},
    })),
  );
}

export async function appendTimeline(
  db: Database,
  entries: readonly TimelineEntry[],
): Promise<void> {
  await insertGraph(db, [timelinePart(entries)]);
}
