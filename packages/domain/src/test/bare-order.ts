// An incoming order that says nothing of itself, for tests that are about some of its parts.

import type { IncomingOrder } from '../orders/incoming-order.ts';

/** A POS order of nothing that comes to nothing, but for the parts given. */
export function bareOrder(parts: Partial<IncomingOrder>): IncomingOrder {
  return {
    shopId: 'shop',
    shopifyId: '1',
    name: '#1',
    channel: 'POS',
    currency: 'USD',
    orderedAt: new Date(0),
    updatedAt: new Date(0),
    cancelledAt: null,
    cancelReason: null,
    test: false,
    customer: null,
    email: null,
    phone: null,
    shipTo: null,
    billTo: null,
    till: null,
    note: null,
    tags: [],
    shipGroups: [],
    adjustments: [],
    payments: [],
    total: 0,
    ...parts,
  };
}
