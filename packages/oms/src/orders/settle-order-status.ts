// Gives an order the status its items have earned.

import { statusFromItems } from '@sendsale/domain';
import type { ItemStatus, OrderStatus } from '@sendsale/domain';
import { setOrderStatus } from '@sendsale/store/write';
import type { Database } from '@sendsale/store/write';

/** @param statuses of all the order's items, as they are now. @returns the order's status now */
export async function settleOrderStatus(
  tx: Database,
  order: { readonly id: string; readonly status: OrderStatus },
  statuses: readonly ItemStatus[],
): Promise<OrderStatus> {
  const status = statusFromItems(order.status, statuses);
  if (status !== order.status) await setOrderStatus(tx, order.id, status);
  return status;
}
