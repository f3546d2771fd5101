// A ship group while its lines and charges are being collected.

import type { Delivery, DeliveryEvidence, IncomingLine } from '@sendsale/domain';

export interface DraftGroup {
  readonly key: string;
  readonly delivery: Delivery;
  readonly evidence: DeliveryEvidence;
  readonly shippingTitle: string | null;
  readonly locationId: string | null;
  /** Shipping lines that Shopify ties to the group's units. */
  readonly shippingLineIds: Set<string>;
  readonly lines: IncomingLine[];
}
