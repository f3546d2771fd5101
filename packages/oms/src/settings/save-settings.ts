// Takes rows of settings over, all of them or none, and reads them back in the same shape.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { knownPlaces, storedSettings } from '@sendsale/store/read';
import { deleteMapping, setFacilityField, setShopSubsidiary } from '@sendsale/store/write';
import { saveMapping } from '../facilities/save-mapping.ts';
import { checkSettings } from './check-settings.ts';
import type { SettingFault, SettingRow } from './check-settings.ts';
import { SETTING_SECTIONS, sectionOf } from './sections.ts';
import type { SectionName } from './sections.ts';

export interface SavedSettings {
  /** How many rows were taken over: none when there are faults. */
  readonly changed: number;
  readonly faults: readonly SettingFault[];
}

/** One bad row and nothing is imported; every bad row is named. */
export async function saveSettings(
  db: Database,
  options: { readonly rows: readonly SettingRow[]; readonly at: Date },
): Promise<SavedSettings> {
  const { rows, at } = options;
  return inTransaction(db, async (tx) => {
    const faults = checkSettings(rows, await knownPlaces(tx));
    if (faults.length > 0) return { changed: 0, faults };
    for (const row of rows) await saveRow(tx, row, at);
    return { changed: rows.length, faults };
  });
}

async function saveRow(tx: Database, row: SettingRow, at: Date): Promise<void> {
  const section = sectionOf(row.section);
  if (section === null) return;
  const { key, value, shop: shopId } = row;
  if (section.store === 'MAPPING') {
    await saveMapping(tx, { kind: section.kind, shopId, key, value, at });
  } else if (section.field === 'netsuite_subsidiary_id') {
    await setShopSubsidiary(tx, { shopId: key, subsidiaryId: value });
  } else {
    await setFacilityField(tx, { facilityId: key, field: section.field, value });
  }
}

/**
 * Takes a setting away. False: there was none. What waited for it raises its problem again at the next look.
 * Who fulfils a facility cannot be taken away, only said otherwise; that is false as well.
 */
export async function removeSetting(
  db: Database,
  setting: Omit<SettingRow, 'value'>,
): Promise<boolean> {
  const { key, shop: shopId } = setting;
  const section = sectionOf(setting.section);
  return inTransaction(db, async (tx) => {
    const stored = await listSettings(tx);
    const isThere = stored.some(
      (row) => row.section === setting.section && row.key === key && row.shop === shopId,
    );
    if (section === null || !isThere) return false;
    if (section.store === 'MAPPING') await deleteMapping(tx, { kind: section.kind, shopId, key });
    else if (section.field === 'fulfilled_by') return false;
    else if (section.field === 'netsuite_subsidiary_id') {
      await setShopSubsidiary(tx, { shopId: key, subsidiaryId: null });
    } else await setFacilityField(tx, { facilityId: key, field: section.field, value: null });
    return true;
  });
}

/** Every setting there is, by section, shop and key; `saveSettings` takes the list as it is. */
export async function listSettings(db: Database): Promise<SettingRow[]> {
  const stored = await storedSettings(db);
  const sections = Object.keys(SETTING_SECTIONS) as SectionName[];
  return sections.flatMap((name) => {
    const section = SETTING_SECTIONS[name];
    const place = section.store === 'MAPPING' ? section.kind : section.field;
    return stored
      .filter((row) => row.place === place)
      .map(({ key, shop, value }) => ({ section: name, key, shop, value }));
  });
}
