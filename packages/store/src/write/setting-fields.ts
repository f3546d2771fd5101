// Single fields of shops and facilities that are settings of their own.

import type { FulfilledBy } from '@sendsale/domain';
import type { Database } from '../database.ts';

export interface FacilityField {
  readonly facilityId: string;
  readonly field: 'netsuite_location_id' | 'netsuite_department_id' | 'fulfilled_by';
  /** Null takes it away; not for `fulfilled_by`. */
  readonly value: string | null;
}

export async function setFacilityField(db: Database, change: FacilityField): Promise<void> {
  const { facilityId, field, value } = change;
  const update = db.updateTable('facility').where('id', '=', facilityId);
  if (field === 'fulfilled_by') {
    // Checked against the two words before.
    await update.set({ fulfilled_by: value as FulfilledBy }).execute();
  } else {
    await update.set({ [field]: value }).execute();
  }
}

export async function setShopSubsidiary(
  db: Database,
  change: { readonly shopId: string; readonly subsidiaryId: string | null },
): Promise<void> {
  await db
    .updateTable('shop')
    .set({ netsuite_subsidiary_id: change.subsidiaryId })
    .where('id', '=', change.shopId)
    .execute();
}
