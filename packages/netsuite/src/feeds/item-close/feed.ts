// Lines cancelled here, to be closed in NetSuite, so that nothing ships them any more, and what that makes of the
// order's charges and discount. Contract §6.

import type { ProblemFacts } from '@sendsale/domain';
import { dueBodyDiscounts, dueClosings, readMappings } from '@sendsale/store/read';
import type { DueBodyDiscount, FindMapping } from '@sendsale/store/read';
import { defineExportFeed } from '../export-feed.ts';
import type { Selection } from '../export-feed.ts';
import { groupByOrder } from '../order-lines.ts';
import { encodeClosings } from './encode.ts';
import type { Closing } from './encode.ts';

const KIND = 'NETSUITE_DISC_MTHD';
const KEY = 'SHOPIFY_DISC';

export const itemCloseFeed = defineExportFeed({
  name: 'item-close',
  label: 'Cancelled lines to NetSuite',
  limits: { rowsPerFile: 25_000, subjectsPerRun: 5_000 },
  obstacles: ['SETTING_MISSING'],
  select: async (db, { limit }) => {
    const lines = await dueClosings(db, { limit });
    const mapping = await readMappings(db, { kinds: [KIND] });
    const bodies = withDiscountItem(await dueBodyDiscounts(db, { limit }), mapping);
    const units: Closing[] = [...lines, ...bodies.units].sort(byOrder);
    const examined = [...lines.map((line) => line.subject), ...bodies.examined];
    return groupByOrder({ units, problems: bodies.problems, examined });
  },
  rowCount: (lines) => lines.length,
  encode: encodeClosings,
  script: 'updateSalesOrders',
  answeredBy: [],
});

function withDiscountItem(
  due: readonly DueBodyDiscount[],
  mapping: FindMapping,
): Selection<DueBodyDiscount & { readonly discountItem: string }> {
  const units = [];
  const problems: ProblemFacts[] = [];
  for (const body of due) {
    const discountItem = mapping(KIND, body.shopId, KEY);
    if (discountItem !== null) units.push({ ...body, discountItem });
    else
      problems.push({
        code: 'SETTING_MISSING',
        subject: `${body.subject}/${KIND}/${KEY}`,
        orderId: body.orderId,
        message: `The mapping ${KIND} has no value for ${KEY}.`,
        detail: { mappingKind: KIND, mappingKey: KEY },
      });
  }
  return { units, problems, examined: due.map(({ subject }) => subject) };
}

// The lines of an order stay in the order they came in.
function byOrder(a: Closing, b: Closing): number {
  if (a.orderId === b.orderId) return 0;
  return a.orderId < b.orderId ? -1 : 1;
}
