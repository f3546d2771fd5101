// What was scanned or taken by hand, in the order it happened, perhaps sent long after: a stock room has no signal. Said
// twice it changes nothing, and each row is answered by itself.

import { nextPickState, pickStateOf } from '@sendsale/domain';
import type { PickState } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { lockFloorItems, setPicked, setUnpicked } from '@sendsale/store/write';
import type { FloorItem } from '@sendsale/store/write';

export interface PickRow {
  readonly orderId: string;
  readonly itemSeq: string;
  readonly change: 'pick' | 'unpick';
  /** The article was scanned. */
  readonly scanned: boolean;
}

/** GONE: it is no longer this facility's, or on nobody's list; a picked article goes back to its shelf. */
export type PickOutcome = 'DONE' | 'SAME' | 'GONE';

export interface RecordPicksOptions {
  readonly facilityId: string;
  readonly picks: readonly PickRow[];
  readonly actor: string;
  readonly at: Date;
}

/** @returns an outcome a row, in their order */
export async function recordPicks(
  db: Database,
  options: RecordPicksOptions,
): Promise<readonly PickOutcome[]> {
  const { facilityId, picks, actor, at } = options;
  return inTransaction(db, async (tx) => {
    const orderIds = [...new Set(picks.map(({ orderId }) => orderId))];
    const items = await lockFloorItems(tx, { facilityId, orderIds });
    const before = new Map(items.map((item) => [keyOf(item), pickStateOf(item.pick)]));
    const after = new Map(before);
    const outcomes = picks.map((row) => apply(row, after));
    const moved = items.filter((item) => before.get(keyOf(item)) !== after.get(keyOf(item)));
    const of = (state: PickState): number[] =>
      moved.filter((item) => after.get(keyOf(item)) === state).map((item) => item.allocationId);
    const scannedKeys = new Set(picks.filter(({ scanned }) => scanned).map(keyOf));
    const scanned = moved.filter((item) => scannedKeys.has(keyOf(item)));
    await setPicked(tx, {
      allocationIds: of('PICKED'),
      scanned: scanned.map((item) => item.allocationId),
      actor,
      at,
    });
    await setUnpicked(tx, of('PICKING'));
    return outcomes;
  });
}

function apply(row: PickRow, states: Map<string, PickState>): PickOutcome {
  const state = states.get(keyOf(row));
  if (state === undefined || state === 'TO_PICK') return 'GONE';
  const next = nextPickState(state, row.change);
  // Picked already, or in the box: what was said is so. Out of the box it comes by unpacking.
  if (next === null) return row.change === 'unpick' && state === 'PACKED' ? 'GONE' : 'SAME';
  states.set(keyOf(row), next);
  return 'DONE';
}

function keyOf({ orderId, itemSeq }: Pick<FloorItem, 'orderId' | 'itemSeq'>): string {
  return `${orderId}/${itemSeq}`;
}
