// Rows of the feeds as the OMS writes them, for the installed bundle's tests.

import { SALES_ORDER_COLUMNS } from '@sendsale/netsuite/contract';
import { type Row, writeTable } from '../src/lib/table.ts';
import type { InstalledBundle } from './installed-bundle.ts';

export interface OrderLine {
  readonly key: string;
  readonly sku: string;
  readonly price: string;
  readonly lineType?: string;
}

/** A customer made as a user would; the OMS learns its id another way. */
export async function makeCustomer(bundle: InstalledBundle): Promise<string> {
  await bundle.control('records', [
    {
      type: 'customer',
      externalid: '7701',
      fields: {
        isperson: true,
        firstname: 'Ada',
        lastname: 'Byron',
        subsidiary: { $ref: 'SUB', type: 'subsidiary' },
        custentity_hc_customer_id: 'C10001',
        custentity_hc_shop_cust_id: '7701',
      },
    },
  ]);
  return bundle.id('customer', '7701');
}

/** The rows of one order: body columns on every line, as the OMS repeats them. */
export async function orderRows(
  bundle: InstalledBundle,
  orderId: string,
  lines: readonly OrderLine[],
): Promise<Row[]> {
  const body = {
    externalId: `55${orderId.slice(1)}`,
    orderId: `#${orderId.slice(2)}`,
    HCOrderId: orderId,
    HCShopifySalesOrderId: `55${orderId.slice(1)}`,
    salesChannel: 'POS Channel',
    customer: await bundle.id('customer', '7701'),
    subsidiary: await bundle.id('subsidiary', 'SUB'),
    date: '11/23/2026',
    location: await bundle.id('location', 'STORE-1'),
    shippingMethod: await bundle.id('shipitem', 'SHIP'),
    shippingCost: '9.95',
    shippingTaxCode: '-Not Taxable-',
    addressee: 'Ada Byron',
    address1: '12 Main Street, "Rear"',
    city: 'New York',
    state: 'NY',
    zip: '10001',
    country: 'US',
    rowId: `sales-order/${orderId}/1`,
  };
  return Promise.all(
    lines.map(async (line) => ({
      ...body,
      item: await itemId(bundle, line.sku),
      quantity: '1',
      price: line.price,
      priceLevel: 'Custom',
      taxCode: '-Not Taxable-',
      closed: 'false',
      orderLineId: line.key,
      orderLineTypeId: line.lineType ?? '',
    })),
  );
}

async function itemId(bundle: InstalledBundle, sku: string): Promise<string> {
  if (sku === 'UNKNOWN') return '99999';
  if (sku === 'TAX') return bundle.id('otherchargesaleitem', sku);
  return bundle.id('inventoryitem', sku);
}

export function orderFile(...orders: ReadonlyArray<readonly Row[]>): string {
  return writeTable(SALES_ORDER_COLUMNS, orders.flat());
}
