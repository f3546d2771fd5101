// A file lies where the other side reads it.

import { feedSteps } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, beginHandOver, handOverFile, ordersOfFile } from '@sendsale/store/write';

export interface MarkHandedOverOptions {
  readonly fileId: number;
  readonly at: Date;
}

/** Marks the file and its rows, and writes the feed's timeline step for each order in it. Repeating it changes nothing. */
export async function markHandedOver(
  db: Database,
  options: MarkHandedOverOptions,
): Promise<{ readonly isNew: boolean; readonly orderIds: readonly string[] }> {
  const { fileId, at } = options;
  return inTransaction(db, async (tx) => {
    const file = await handOverFile(tx, fileId, at);
    if (file === null) return { isNew: false, orderIds: [] };
    const step = feedSteps(file.feed).handedOver;
    const orderIds = step === null ? [] : await ordersOfFile(tx, fileId);
    if (step !== null) {
      const entry = {
        step,
        at,
        actor: 'OMS',
        via: file.name,
        detail: { directory: file.directory },
      };
      await appendTimeline(
        tx,
        orderIds.map((orderId) => ({ orderId, ...entry })),
      );
    }
    return { isNew: true, orderIds };
  });
}

/** Notes, before anything is sent, that the files may be on the server from now on. */
export async function beginFiles(
  db: Database,
  options: { readonly fileIds: readonly number[]; readonly at: Date },
): Promise<void> {
  if (options.fileIds.length > 0) await beginHandOver(db, options);
}
