// An order on its way in, with all that was looked up for it.

import type { IncomingOrder } from '@sendsale/domain';
import type { IntakeFacts } from '@sendsale/store/read';
import type { OrderLinks } from './order-links.ts';

export interface Intake {
  readonly incoming: IncomingOrder;
  readonly messageId: number | null;
  readonly at: Date;
  readonly facts: IntakeFacts;
  readonly links: OrderLinks;
  /** Of the order's canonical text. */
  readonly digest: string;
  /** For the timeline: the message it came in. */
  readonly via: string;
}

/** Who the timeline says did what an incoming order tells of. */
export const INTAKE_ACTOR = 'Shopify';
