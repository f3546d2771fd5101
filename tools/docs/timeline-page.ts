// docs/timeline.md: every word a timeline speaks, what it says happened, and the feed that leaves it.

import { FEED_STEPS, TIMELINE_STEPS } from '@sendsale/domain';
import type { FeedSteps } from '@sendsale/domain';
import { generatedFrom, table } from './page.ts';
import type { Page } from './page.ts';

/** What each step says; tests/tidy wants one for every step. */
export const STEP_MEANINGS: Readonly<Record<string, string>> = {
  downloaded: 'The order is ours, read from the stored message the step names.',
  revised: 'A later version of the order was taken over.',
  edited: 'Lines were added, changed or removed after the order was booked.',
  returned: 'Units came back, or are on their way back.',
  exchanged: 'Units were exchanged for others.',
  'Shopify told of a cancellation': 'Shopify has the cancellation that was made here.',
  'Shopify told of a facility':
    'Its fulfillment orders are at the location that was chosen to ship, as far as Shopify moves them.',
  'Shopify told of a hold': 'Shopify holds the fulfillment orders, as we do.',
  'Shopify told of a release': 'Shopify has let the fulfillment orders go on.',
  'customer exported': 'The file with the customer is handed over.',
  'customer id received': 'NetSuite has the customer; the step names its id.',
  'order exported': 'The file with the sales order is handed over.',
  'order id received': 'NetSuite has the sales order; the step names its id.',
  'line ids received': 'Every line of the sales order has its number.',
  'deposit exported': 'The file with a payment is handed over.',
  'deposit created': 'NetSuite has the customer deposit.',
  approved: 'The order may be brokered.',
  held: 'The order is stopped.',
  released: 'The order goes on.',
  brokered: 'Facilities are chosen and their stock is reserved; the detail says why these.',
  unfillable: 'No facility can ship the items.',
  'allocation exported': 'The file that tells NetSuite which location ships is handed over.',
  rejected: 'A facility does not ship the item; it is brokered again.',
  fulfilled: 'Items have left: by whom, from where, with which tracking number.',
  'fulfillment exported': 'The file with the shipment is handed over.',
  'fulfillment received': 'NetSuite told of the shipment of its warehouse, or has booked ours.',
  'Shopify told': 'Shopify has the fulfillment with its tracking number.',
  invoiced: 'NetSuite invoiced the order; the step names the invoice.',
  'cash sale exported': 'The file with the cash sale is handed over.',
  'cash sale id received': 'NetSuite has the cash sale; the step names its id.',
  'items cancelled': 'Some items are cancelled.',
  cancelled: 'Everything that had not left is cancelled.',
  'item close exported': 'The file that closes the lines in NetSuite is handed over.',
  refunded: 'Money was given back in Shopify.',
  'refund exported': 'The file with the refund is handed over.',
  'refund created': 'NetSuite has the customer refund.',
  'variance exported': 'The file that corrects the stock in NetSuite is handed over.',
};

export function timelinePage(): Page {
  const rows = TIMELINE_STEPS.map((step) => [step, STEP_MEANINGS[step] ?? '', feedOf(step)]);
  return {
    path: 'docs/timeline.md',
    content: [
      '# Timeline\n',
      generatedFrom('packages/domain/src/orders/timeline-step.ts and tools/docs/timeline-page.ts'),
      'What can happen to an order, one row each with its time, who did it, and the file or call it travelled in.\n' +
        "`npx sendsale order show '#1001'` prints an order's timeline; the HTTP API returns it.\n",
      table(['Step', 'Says', 'Left by the feed'], rows),
    ].join('\n'),
  };
}

function feedOf(step: string): string {
  const feeds = Object.entries<FeedSteps>(FEED_STEPS).filter(
    ([, steps]) => steps.handedOver === step || steps.accepted === step,
  );
  return feeds.map(([feed]) => feed).join(', ');
}
