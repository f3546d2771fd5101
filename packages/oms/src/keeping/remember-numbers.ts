// After a restore: the numbers NetSuite knows records by, which the restored data has not given yet.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { countFrom, saveGivenNumbers } from '@sendsale/store/write';
import type { GivenNumber, NumberLetter } from '@sendsale/store/write';

export interface RememberNumbersOptions {
  readonly numbers: readonly GivenNumber[];
  /** The highest number of each kind that is in use somewhere. */
  readonly highest: Readonly<Partial<Record<NumberLetter, number>>>;
}

/** Orders and customers get their numbers again when they are read; the counters go on behind all of them. */
export async function rememberNumbers(
  db: Database,
  { numbers, highest }: RememberNumbersOptions,
): Promise<{ readonly remembered: number }> {
  return inTransaction(db, async (tx) => {
    await countFrom(tx, highest);
    return { remembered: await saveGivenNumbers(tx, numbers) };
  });
}
