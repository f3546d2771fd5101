// The NetSuite administrator adds the item an order waits for, with a few pieces of it.

import { defined } from '@sendsale/std';
import { VARIANTS } from '../retailer/catalogue.ts';
import { netsuiteItem, stockRecord } from '../retailer/netsuite-seed.ts';
import { UNKNOWN_ITEM_STOCK } from '../retailer/stock.ts';
import type { Scene } from './scene.ts';

export async function addUnknownItem({ netsuite, unknownSku }: Scene): Promise<void> {
  const variant = defined(
    VARIANTS.find(({ sku }) => sku === unknownSku),
    'The unknown item is in the catalogue.',
  );
  const cells = Object.entries(UNKNOWN_ITEM_STOCK).map(([placeId, quantity]) => ({
    placeId,
    sku: unknownSku,
    quantity,
  }));
  await netsuite.create([netsuiteItem(variant), stockRecord(`STOCK-${unknownSku}`, cells)]);
}
