// An id that came back settles the row that asked for it. What we never sent (the record was made by other
// hands) has no row to settle, and that is no problem: the id itself was recorded.

import { settleRow } from '@sendsale/oms';
import type { SettleRowOptions } from '@sendsale/oms';
import type { Database } from '@sendsale/store/read';

/** Accepts the row if there is one. @returns 1 when that changed it, else 0 */
export async function settleQuietly(
  db: Database,
  options: Omit<SettleRowOptions, 'outcome'>,
): Promise<number> {
  const settled = await settleRow(db, { ...options, outcome: 'ACCEPTED' });
  return settled.ok && settled.value.changed ? 1 : 0;
}
