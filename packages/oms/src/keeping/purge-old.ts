// Removes what the retailer does not want to keep any longer, by the setting retention-days.

import { RETENTION_DAYS, RETENTION_NAMES } from '@sendsale/domain';
import type { RetentionName } from '@sendsale/domain';
import { readMappings } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { purgeFiles, purgeMessages, purgeProblems, purgeTimelines } from '@sendsale/store/write';

const DAY_MS = 24 * 60 * 60_000;
const PURGED_AT_ONCE = 1_000;

const PURGES = {
  MESSAGES: purgeMessages,
  FILES: purgeFiles,
  TIMELINES: purgeTimelines,
  PROBLEMS: purgeProblems,
} as const satisfies Readonly<Record<RetentionName, unknown>>;

/** One bounded round. @returns how many of each were purged, and whether there may be more */
export async function purgeOld(
  db: Database,
  options: { readonly at: Date; readonly limit?: number },
): Promise<{ readonly purged: Readonly<Record<RetentionName, number>>; readonly isFull: boolean }> {
  const { at, limit = PURGED_AT_ONCE } = options;
  const find = await readMappings(db, { kinds: ['RETENTION_DAYS'] });
  const purged = { MESSAGES: 0, FILES: 0, TIMELINES: 0, PROBLEMS: 0 };
  for (const name of RETENTION_NAMES) {
    const days = Number(find('RETENTION_DAYS', '*', name) ?? RETENTION_DAYS[name]);
    if (days === 0) continue;
    const before = new Date(at.getTime() - days * DAY_MS);
    purged[name] = await PURGES[name](db, { before, at, limit });
  }
  return { purged, isFull: Object.values(purged).some((count) => count === limit) };
}
