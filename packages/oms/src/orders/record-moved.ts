// Shopify has heard which facility ships an order.

import type { JsonObject } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, saveToldNotice } from '@sendsale/store/write';

export interface RecordMovedOptions {
  readonly orderId: string;
  /** Names the choice of facilities that was told. */
  readonly key: string;
  readonly outcome: JsonObject;
  readonly at: Date;
}

/** The same choice again changes nothing. */
export async function recordMoved(db: Database, options: RecordMovedOptions): Promise<void> {
  const { orderId, key, outcome, at } = options;
  await inTransaction(db, async (tx) => {
    if (!(await saveToldNotice(tx, { orderId, kind: 'MOVE', key, outcome, at }))) return;
    const step = 'Shopify told of a facility';
    const via = 'fulfillmentOrderMove';
    await appendTimeline(tx, [{ orderId, step, at, actor: 'OMS', via, detail: outcome }]);
  });
}
