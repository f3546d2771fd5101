// An order in the database, the way every order gets there.

import type { IncomingOrder } from '@sendsale/domain';
import { acceptOrder } from '@sendsale/oms';
import type { Database } from '@sendsale/store/read';
import { T0 } from './seed-network.ts';

/** Accepts the order, or a later version of it. @returns its id; throws when it is refused */
export async function takeOrder(db: Database, incoming: IncomingOrder, at = T0): Promise<string> {
  const accepted = await acceptOrder(db, { incoming, messageId: null, at });
  if (!accepted.ok) throw new Error(accepted.error.message);
  return accepted.value.orderId;
}
