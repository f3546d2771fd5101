// A facility says how many orders it takes today, or that it takes none. Tomorrow it is as always.

import { inTransaction } from '@sendsale/platform/db';
import { facilityExists } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import { saveFacilityDay } from '@sendsale/store/write';

export interface FacilityDayOptions {
  readonly facilityId: string;
  /** Takes no more orders: brokering and holds pass it by. What it has already stays its work. */
  readonly off: boolean;
  /** null: as many as on every day. */
  readonly orders: number | null;
  readonly actor: string;
  readonly at: Date;
}

/** @returns whether there is such a facility */
export async function sayFacilityDay(db: Database, options: FacilityDayOptions): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await facilityExists(tx, options.facilityId))) return false;
    await saveFacilityDay(tx, options);
    return true;
  });
}
