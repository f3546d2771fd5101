// Sets a facility up.

import type { Address, FacilityKind, FulfilledBy } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { giveSellingFacility, upsertFacility } from '@sendsale/store/write';

export interface SaveFacilityOptions {
  readonly id: string;
  readonly name: string;
  readonly kind: FacilityKind;
  readonly fulfilledBy: FulfilledBy;
  /** false: brokering never chooses it. */
  readonly shipsOrders: boolean;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly address: Address;
  /** null: no limit */
  readonly ordersPerDay: number | null;
  readonly safetyStock: number;
  readonly netsuiteLocationId: string | null;
  readonly netsuiteDepartmentId: string | null;
  /** The Shopify locations (legacy ids) that are this facility. */
  readonly shopifyLocations: readonly { readonly shopId: string; readonly locationId: string }[];
  readonly at: Date;
}

/** Inserts or updates the facility; orders whose till stands there get it as selling facility. */
export async function saveFacility(db: Database, options: SaveFacilityOptions): Promise<void> {
  const { at, ...facility } = options;
  await inTransaction(db, async (tx) => {
    await upsertFacility(tx, facility);
    await giveSellingFacility(tx, { facilityId: facility.id, at });
  });
}
