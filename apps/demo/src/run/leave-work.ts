// Once the sample orders have arrived, some more are left where they are: the people of the store find something to
// pick when somebody comes in as one of them.

import { CUSTOMERS, homeAddress } from '../retailer/people.ts';
import { PLACES } from '../retailer/places.ts';
import { SCENARIO_STOCK } from '../retailer/stock.ts';
import type { StockCell } from '../retailer/stock.ts';
import { ringUp } from '../wire/shopify-till.ts';

/** The store that Marcus Webb leads and Tess Kowalski picks in. */
const STORE = 'NYC';
/** Sold elsewhere, to people who live around the corner of it. */
const SOLD_IN = 'SFO';
const CUSTOMER = 'Dmitri';
const ORDERS = 5;
const LEAST = 3;

/** Rings them up at a till far away. @returns how many */
export async function leaveWork(shopifyUrl: string, stock: readonly StockCell[]): Promise<number> {
  const till = PLACES.find(({ id }) => id === SOLD_IN);
  const customer = CUSTOMERS.find(({ firstName }) => firstName === CUSTOMER);
  if (till === undefined || customer === undefined) return 0;
  const skus = stock
    .filter(({ placeId, quantity }) => placeId === STORE && quantity >= LEAST)
    .map(({ sku }) => sku)
    .filter((sku) => SCENARIO_STOCK[sku] === undefined);
  const step = Math.max(1, Math.floor(skus.length / (ORDERS * 2)));
  for (let order = 0; order < ORDERS; order += 1) {
    // Every other one has two articles.
    const chosen = [
      skus[order * 2 * step],
      order % 2 === 0 ? undefined : skus[(order * 2 + 1) * step],
    ];
    await ringUp(shopifyUrl, {
      channel: 'POS',
      locationId: till.shopifyLocationId,
      customer: { id: customer.id },
      shippingAddress: homeAddress(customer),
      lines: chosen
        .filter((sku) => sku !== undefined)
        .map((sku) => ({ sku, quantity: 1, delivery: 'SHIP' as const })),
      shipping: { title: 'Standard', price: '8.00' },
      payments: [{ method: 'CARD', amount: 'rest' }],
    });
  }
  return ORDERS;
}
