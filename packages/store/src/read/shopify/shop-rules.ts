// What the retailer decided about a shop: the mapping SHOPIFY_RULE, the shop's own rows before those of every shop.

import type { Database } from '../../database.ts';

export interface ShopRules {
  /** Shopify writes to the customer when a shipment or a cancellation is told. */
  readonly notifyCustomer: boolean;
  /** Our stock is the shop's: what differs is set in Shopify. */
  readonly tellInventory: boolean;
  /** Fulfillment orders are moved to the facility that was chosen, as soon as it was. */
  readonly moveFulfillmentOrders: boolean;
}

export async function shopRules(
  db: Database,
  options: { readonly shopId: string },
): Promise<ShopRules> {
  const rows = await db
    .selectFrom('mapping')
    .select(['shop_id', 'key', 'value'])
    .where('kind', '=', 'SHOPIFY_RULE')
    .where('shop_id', 'in', ['*', options.shopId])
    .execute();
  const own = rows.toSorted((a, b) => Number(a.shop_id === '*') - Number(b.shop_id === '*'));
  const isOn = (key: string, otherwise: boolean): boolean => {
    const value = own.find((row) => row.key === key)?.value;
    return value === undefined ? otherwise : value === 'yes';
  };
  return {
    notifyCustomer: isOn('NOTIFY_CUSTOMER', false),
    tellInventory: isOn('TELL_INVENTORY', false),
    moveFulfillmentOrders: isOn('MOVE_FULFILLMENT_ORDERS', true),
  };
}
