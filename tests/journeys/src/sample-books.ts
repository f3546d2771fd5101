// A day of the reconciliation: two orders compared, and one of them without its invoice.

import { recordComparison } from '@sendsale/oms';
import type { Database, OrderComparison } from '@sendsale/oms';

const CURRENCY = 'USD';
const AMOUNT = 12_900;

export async function seedBooks(
  db: Database,
  orders: readonly {
    readonly orderId: string;
    readonly shopifyId: string;
    readonly name: string;
  }[],
): Promise<void> {
  const at = new Date();
  const day = at.toISOString().slice(0, 10);
  const compared = orders.map((order, index): OrderComparison => {
    const isBilled = index > 0;
    return {
      ...order,
      shopId: 'shop',
      day,
      currency: CURRENCY,
      figures: (['SALES', 'RECEIVED', 'BILLED'] as const).map((measure) => ({
        measure,
        shopify: measure === 'BILLED' ? null : AMOUNT,
        oms: AMOUNT,
        netsuite: measure === 'BILLED' && !isBilled ? 0 : AMOUNT,
        variance: 0,
      })),
      differences: isBilled ? [] : [NOT_BILLED],
    };
  });
  await recordComparison(db, { orders: compared, at });
}

const NOT_BILLED = {
  code: 'INVOICE_MISSING',
  kind: 'DIFFERENCE',
  record: 'invoice',
  shopify: null,
  oms: AMOUNT,
  netsuite: null,
  amount: -AMOUNT,
  cause: 'The invoice is not made yet.',
  travels: true,
} as const satisfies OrderComparison['differences'][number];
