// Takes a settings document over, all of it or nothing, and wakes what may have waited for it.

import type { SettingsDocument } from '@sendsale/api';
import { saveFacility, saveMapping, saveShop } from '@sendsale/oms';
import type { MappingKind } from '@sendsale/oms';
import { inTransaction } from '@sendsale/platform/db';
import type { Oms } from '../compose.ts';

export async function importSettings(oms: Oms, document: SettingsDocument): Promise<void> {
  const at = oms.clock.now();
  await inTransaction(oms.db, async (transaction) => {
    for (const shop of document.shops) {
      const anonymousCustomer = shop.anonymousCustomer ?? null;
      await saveShop(transaction, { ...shop, anonymousCustomer, at });
    }
    for (const facility of document.facilities)
      await saveFacility(transaction, { ...facility, at });
    for (const { kind, shopId, key, value } of document.mappings) {
      // The route has refused kinds that do not exist.
      await saveMapping(transaction, { kind: kind as MappingKind, shopId, key, value, at });
    }
  });
  for (const { name } of oms.jobDefinitions) await oms.jobs.wake(name);
}
