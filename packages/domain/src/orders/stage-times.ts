// The stages an order may be stuck at, and how long each may take where the setting stage-minutes says nothing.

export interface StageTime {
  /** What the order waits for, in words that follow "waits for". */
  readonly waitsFor: string;
  readonly minutes: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const STAGE_TIMES = {
  CUSTOMER: { waitsFor: 'NetSuite to take its customer', minutes: HOUR },
  BOOKING: { waitsFor: 'NetSuite to book it', minutes: HOUR },
  LINES: { waitsFor: 'the line ids from NetSuite', minutes: HOUR },
  APPROVAL: { waitsFor: 'approval', minutes: HOUR },
  HOLD: { waitsFor: 'somebody to release it', minutes: 3 * DAY },
  BROKERING: { waitsFor: 'a facility to be chosen', minutes: 2 * HOUR },
  STOCK: { waitsFor: 'a facility that has the item', minutes: DAY },
  SHIPPING: { waitsFor: 'the facility to ship', minutes: 2 * DAY },
  SHOPIFY: { waitsFor: 'Shopify to be told of the shipment', minutes: HOUR },
  FULFILLMENT: { waitsFor: 'NetSuite to book the shipment', minutes: 4 * HOUR },
  INVOICE: { waitsFor: 'the invoice in NetSuite', minutes: DAY },
} as const satisfies Readonly<Record<string, StageTime>>;

export type StageName = keyof typeof STAGE_TIMES;

export const STAGE_NAMES = Object.keys(STAGE_TIMES) as readonly StageName[];
