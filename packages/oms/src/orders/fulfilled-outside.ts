// Shopify counts units of an order as fulfilled that nobody shipped here: a person must look before
// anything ships twice.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';

/** The problem, or none when there are no such units. */
export function fulfilledOutside(orderId: string, units: number): readonly Problem[] {
  if (units === 0) return [];
  const message = `Shopify counts ${units} units as fulfilled that were not shipped here.`;
  const detail = { units };
  return [problem({ code: 'FULFILLED_OUTSIDE', subject: orderId, orderId, message, detail })];
}
