// What the retailer calls Shopify's sources: source name → channel, the shop's own rows before those of every shop.

import { CHANNELS } from '@sendsale/domain';
import type { Channel } from '@sendsale/domain';
import type { Database } from '../../database.ts';

/** Values that are no channel are left out. */
export async function channelMappings(
  db: Database,
  options: { readonly shopId: string },
): Promise<ReadonlyMap<string, Channel>> {
  const rows = await db
    .selectFrom('mapping')
    .select(['shop_id', 'key', 'value'])
    .where('kind', '=', 'CHANNEL')
    .where('shop_id', 'in', ['*', options.shopId])
    .execute();
  const ownLast = rows.toSorted((a, b) => Number(b.shop_id === '*') - Number(a.shop_id === '*'));
  const channels = new Map<string, Channel>();
  for (const row of ownLast) {
    const channel = CHANNELS.find((one) => one === row.value);
    if (channel !== undefined) channels.set(row.key, channel);
  }
  return channels;
}
