// What a list of a whole shop's orders leads to: orders to be read again, and the record of the list itself.

import type { BulkPurpose } from '@sendsale/domain';
import type { Database } from '@sendsale/store/read';
import { askForOrders, closeBulkRun, openBulkRun, ordersWereRead } from '@sendsale/store/write';

export interface AskForOrdersOptions {
  readonly shopId: string;
  /** Legacy ids. */
  readonly shopifyIds: readonly string[];
  /** For a person: "nightly check", "asked for by Ada". */
  readonly reason: string;
  readonly at: Date;
}

/** Has the orders read by their ids at the next run. @returns how many did not wait already */
export async function requestOrders(db: Database, options: AskForOrdersOptions): Promise<number> {
  return askForOrders(db, options);
}

/** What was read needs no further reading, unless it was asked for again since. */
export async function recordOrdersRead(
  db: Database,
  options: {
    readonly shopId: string;
    readonly orders: readonly { readonly shopifyId: string; readonly askedAt: Date }[];
  },
): Promise<void> {
  await ordersWereRead(db, options);
}

/** Records that Shopify writes a list for us. @returns null when it writes one already */
export async function recordBulkStarted(
  db: Database,
  options: {
    readonly shopId: string;
    readonly purpose: BulkPurpose;
    readonly operationId: string;
    readonly at: Date;
  },
): Promise<number | null> {
  return openBulkRun(db, options);
}

export async function recordBulkEnded(
  db: Database,
  options: {
    readonly id: number;
    readonly state: 'DONE' | 'FAILED';
    readonly listed: number;
    readonly differing: number;
    readonly error: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await closeBulkRun(db, options);
}
