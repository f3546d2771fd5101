// Stock corrections that follow rejections, to become inventory adjustments in NetSuite. Contract §15.2.

import type { ProblemFacts } from '@sendsale/domain';
import type { DueVariance, FindMapping } from '@sendsale/store/read';
import { dueVariances, readMappings } from '@sendsale/store/read';
import { defineExportFeed } from '../export-feed.ts';
import type { Selection } from '../export-feed.ts';
import { sortByLocation } from '../located-lines.ts';
import type { Located } from '../located-lines.ts';
import { encodeVariances } from './encode.ts';
import type { BookableVariance } from './encode.ts';

const ACCOUNT = { mappingKind: 'NETSUITE_ACCOUNT', mappingKey: 'ADJUSTMENT' } as const;

export const inventoryAdjustmentFeed = defineExportFeed({
  name: 'inventory-adjustment',
  label: 'Inventory adjustments to NetSuite',
  limits: { rowsPerFile: 1_000, subjectsPerRun: 5_000 },
  obstacles: ['SETTING_MISSING', 'ITEM_NOT_IN_NETSUITE'],
  select: async (db, { limit }) => {
    const due = await dueVariances(db, { limit });
    const mapping = await readMappings(db, { kinds: [ACCOUNT.mappingKind] });
    return sortVariances(
      sortByLocation(due, (variance) => variance.subject),
      mapping,
    );
  },
  rowCount: () => 1,
  encode: encodeVariances,
  script: 'importInventoryAdjustments',
  answeredBy: [],
});

function sortVariances(
  located: Selection<Located<DueVariance>>,
  mapping: FindMapping,
): Selection<BookableVariance> {
  const units: BookableVariance[] = [];
  const problems: ProblemFacts[] = [...located.problems];
  for (const variance of located.units) {
    const { netsuiteItemId } = variance;
    const accountId = mapping(ACCOUNT.mappingKind, variance.shopId, ACCOUNT.mappingKey);
    if (accountId === null) problems.push(accountMissing(variance));
    else if (netsuiteItemId === null) problems.push(itemMissing(variance));
    else units.push({ ...variance, accountId, netsuiteItemId });
  }
  return { units, problems, examined: located.examined };
}

function accountMissing({ subject, orderId }: DueVariance): ProblemFacts {
  return {
    code: 'SETTING_MISSING',
    subject,
    orderId,
    message: `The mapping ${ACCOUNT.mappingKind} has no value for ${ACCOUNT.mappingKey}.`,
    detail: ACCOUNT,
  };
}

function itemMissing({ subject, orderId, sku }: DueVariance): ProblemFacts {
  return {
    code: 'ITEM_NOT_IN_NETSUITE',
    subject: `${subject}/${sku}`,
    orderId,
    message: `NetSuite has no item ${sku}.`,
    detail: { sku },
  };
}
