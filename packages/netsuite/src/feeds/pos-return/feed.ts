// Goods that came back of cash sales and of invoiced orders: authorised, received, credited and refunded in
// one go by the script. Contract §14.1.

import type { ProblemFacts } from '@sendsale/domain';
import type { DueReturn, FindMapping } from '@sendsale/store/read';
import { dueReturns, readMappings } from '@sendsale/store/read';
import { EXPORT_FILE_PREFIXES, fileTimeMs } from '../../contract/index.ts';
import { defineExportFeed } from '../export-feed.ts';
import type { Selection } from '../export-feed.ts';
import { bookReturn, missingMappings } from './book-return.ts';
import type { BookedReturn } from './book-return.ts';
import { encodeReturns } from './encode.ts';

export const posReturnFeed = defineExportFeed({
  name: 'pos-return',
  label: 'Returns to NetSuite',
  fileName: (at, page) => `${EXPORT_FILE_PREFIXES['pos-return']}${page}-${fileTimeMs(at)}.json`,
  limits: { rowsPerFile: 500, subjectsPerRun: 2_000 },
  obstacles: ['SETTING_MISSING', 'PAYMENT_METHOD_UNMAPPED', 'ITEM_NOT_IN_NETSUITE'],
  select: async (db, { limit }) => {
    const due = await dueReturns(db, { limit });
    const mapping = await readMappings(db, { kinds: ['NETSUITE_ITEM', 'NETSUITE_PMT_MTHD'] });
    return sortReturns(due, mapping);
  },
  rowCount: () => 1,
  encode: encodeReturns,
  script: 'createPosReturns',
  answeredBy: ['exportReturnIds'],
});

/** Returns with everything they need are units; the others wait with their problems. */
export function sortReturns(
  due: readonly DueReturn[],
  mapping: FindMapping,
): Selection<BookedReturn> {
  const units: BookedReturn[] = [];
  const problems: ProblemFacts[] = [];
  for (const one of due) {
    const missing = missingMappings(one, mapping);
    if (missing.length === 0) units.push(bookReturn(one, mapping));
    else problems.push(...missing);
  }
  return { units, problems, examined: due.map((one) => one.subject) };
}
