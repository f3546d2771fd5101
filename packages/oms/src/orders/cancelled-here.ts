// Items cancelled here while others of the order stay or have left: until Shopify has taken them out of its order
// (`askCancellation`), it has their money. The refund comes home with the order's next download.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';

/** One problem of the order, or none when there are no units. */
export function cancelledHereOnly(orderId: string, units: number): readonly Problem[] {
  if (units === 0) return [];
  const message = `Shopify still has the money of ${units} cancelled unit${units === 1 ? '' : 's'}.`;
  const code = 'CANCELLED_HERE_ONLY';
  return [problem({ code, subject: orderId, orderId, message, detail: { units } })];
}

export function unitsOf(items: readonly { readonly quantity: number }[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0);
}
