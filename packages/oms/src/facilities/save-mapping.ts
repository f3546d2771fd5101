// Records how a word of ours, of Shopify and of NetSuite stand for each other.

import { inTransaction } from '@sendsale/platform/db';
import type { Database } from '@sendsale/store/read';
import { giveShippingMethod, resolveMappingProblems, upsertMapping } from '@sendsale/store/write';

export const MAPPING_KINDS = [
  'CHANNEL',
  'SHOPIFY_RULE',
  'SHIPPING_METHOD',
  'NETSUITE_SHP_MTHD',
  'NETSUITE_PMT_MTHD',
  'NETSUITE_PRICE_LEVEL',
  'NETSUITE_TAX_CODE',
  'NETSUITE_DISC_MTHD',
  'NETSUITE_ITEM',
  'NETSUITE_CHANNEL',
  'NETSUITE_ACCOUNT',
  // Times of the ledger, the inbox and the purge: numbers, in these units.
  'ANSWER_MINUTES',
  'STAGE_MINUTES',
  'RETENTION_DAYS',
  'RECONCILIATION',
] as const;
export type MappingKind = (typeof MAPPING_KINDS)[number];

export interface SaveMappingOptions {
  readonly kind: MappingKind;
  /** Left out: every shop. */
  readonly shopId?: string;
  readonly key: string;
  readonly value: string;
  readonly at: Date;
}

/**
 * Inserts or updates the mapping. Ship groups that waited for their shipping method get it. Open problems
 * whose detail names this mapping (`mappingKind`, and `mappingKey` equal to the key, or any key when the key
 * is DEFAULT) are resolved: every raiser of a missing mapping puts these two words into the detail.
 */
export async function saveMapping(db: Database, options: SaveMappingOptions): Promise<void> {
  const { kind, key, value, at } = options;
  const shopId = options.shopId ?? '*';
  await inTransaction(db, async (tx) => {
    await upsertMapping(tx, { kind, shopId, key, value });
    if (kind === 'SHIPPING_METHOD') {
      await giveShippingMethod(tx, { shopId, title: key, method: value });
    }
    await resolveMappingProblems(tx, { kind, shopId, key, at });
  });
}
