// What lies on the shop's desk and is no order: drafts, edits that have begun, bulk operations.
import type { Gid, Instant, Order } from './model.ts';

/** A draft order: the cart it would become, and an order priced from it that shows its sums. */
export interface Draft {
  readonly id: Gid;
  readonly number: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly invoiceUrl: string;
  updatedAt: Instant;
  completedAt: Instant | null;
  invoiceSentAt: Instant | null;
  status: 'OPEN' | 'INVOICE_SENT' | 'COMPLETED';
  /** What Cart.parse made of the input. */
  cart: unknown;
  priced: Order;
  visibleToCustomer: boolean;
  reserveUntil: Instant | null;
  reserved: { readonly variantId: Gid; readonly locationId: Gid; readonly quantity: number }[];
  orderId: Gid | null;
}

/** An edit that has begun and is not committed. */
export interface EditSession {
  readonly id: Gid;
  readonly orderId: Gid;
  readonly added: {
    readonly id: Gid;
    /** What CartLine.parse made of it. */
    readonly line: unknown;
    quantity: number;
  }[];
  readonly quantities: Record<Gid, { readonly quantity: number; readonly restock: boolean }>;
}

export interface BulkOperation {
  readonly id: Gid;
  readonly query: string;
  readonly createdAt: Instant;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'CANCELING' | 'CANCELED' | 'FAILED' | 'EXPIRED';
  errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  completedAt: Instant | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  hasFile: boolean;
}
