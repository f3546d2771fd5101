// The problems use cases return when they are asked for something that is not there or not possible.

import { problem } from '@sendsale/domain';
import type { Problem } from '@sendsale/domain';

export function orderUnknown(orderId: string): Problem {
  return problem({
    code: 'ORDER_UNKNOWN',
    subject: orderId,
    message: `There is no order ${orderId}.`,
  });
}

export function itemUnknown(orderId: string, seq: string): Problem {
  const message = `Order ${orderId} has no item ${seq}.`;
  return problem({ code: 'ITEM_UNKNOWN', subject: `${orderId}/${seq}`, orderId, message });
}

/** @param record kind and id, e.g. "shipment S10001" */
export function recordUnknown(record: string, via: string): Problem {
  const message = `There is no ${record}; it was named by ${via}.`;
  return problem({ code: 'RECORD_UNKNOWN', subject: record, message, detail: { via } });
}

/** A row of a file names a record of an order that is not stored here. */
export function rowOrderUnknown(record: string, via: string): Problem {
  const message = `${via} names ${record}, which is not stored here.`;
  return problem({ code: 'FEED_ROW_ORDER_UNKNOWN', subject: record, message, detail: { via } });
}

export function identifierConflict(
  record: string,
  facts: {
    readonly orderId: string | null;
    readonly has: string;
    readonly got: string;
    readonly via: string;
  },
): Problem {
  const { orderId, has, got, via } = facts;
  const message = `${record} has ${has}; ${via} says ${got}.`;
  const detail = { has, got, via };
  return problem({ code: 'IDENTIFIER_CONFLICT', subject: record, orderId, message, detail });
}

/** @param step what was asked for, e.g. "cancel"; @param why in a sentence */
export function stepNotAllowed(orderId: string, step: string, why: string): Problem {
  const detail = { step };
  return problem({ code: 'STEP_NOT_ALLOWED', subject: orderId, orderId, message: why, detail });
}
