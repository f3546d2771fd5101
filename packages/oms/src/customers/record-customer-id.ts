// NetSuite says which customer record it has for ours.

import type { Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';
import { appendTimeline, lockCustomer, setCustomerId } from '@sendsale/store/write';
import { acceptRow } from '../exchange/accept-row.ts';
import { identifierConflict, recordUnknown } from '../problems/refusals.ts';

export interface RecordCustomerIdOptions {
  readonly customerId: string;
  readonly netsuiteId: string;
  readonly via: string;
  readonly at: Date;
}

/** RECORD_UNKNOWN, IDENTIFIER_CONFLICT; the same id again changes nothing. Each order of the customer gets a step. */
export async function recordCustomerId(
  db: Database,
  options: RecordCustomerIdOptions,
): Promise<Result<{ readonly customerId: string; readonly isNew: boolean }, Problem>> {
  const { customerId, netsuiteId, via, at } = options;
  return inTransaction(db, async (tx) => {
    const customer = await lockCustomer(tx, customerId);
    if (customer === null) return fail(recordUnknown(`customer ${customerId}`, via));
    if (customer.netsuiteId === netsuiteId) return ok({ customerId, isNew: false });
    if (customer.netsuiteId !== null) {
      const facts = { orderId: null, has: customer.netsuiteId, got: netsuiteId, via };
      return fail(identifierConflict(`customer ${customerId}`, facts));
    }
    const orderIds = await setCustomerId(tx, customerId, netsuiteId);
    const row = { feed: 'customer', subject: customerId, remoteId: netsuiteId, via, at };
    await acceptRow(tx, row);
    const step = 'customer id received';
    const detail = { customerId, netsuiteId };
    await appendTimeline(
      tx,
      orderIds.map((orderId) => ({ orderId, step, at, actor: 'NetSuite', via, detail })),
    );
    return ok({ customerId, isNew: true });
  });
}
