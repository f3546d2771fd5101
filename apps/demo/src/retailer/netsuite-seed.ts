// The sample retailer's NetSuite account before the first order: what an administrator has set up there.
// Records refer to each other by external id; the account gives the internal ids.

import { formatMinor } from '@sendsale/std';
import { UNKNOWN_IN_NETSUITE, VARIANTS } from './catalogue.ts';
import type { Variant } from './catalogue.ts';
import { PLACES } from './places.ts';
import { SHOP } from './shop-seed.ts';
import type { StockCell } from './stock.ts';

export type SeedValue =
  string | number | boolean | { readonly $ref: string; readonly type: string };

export interface SeedRecord {
  readonly type: string;
  readonly externalid: string;
  readonly fields: Readonly<Record<string, SeedValue>>;
  readonly sublists?: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, SeedValue>>>>>;
}

/** Who may log in where, for the SFTP configuration record of the bundle. */
export interface SftpAccess {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The server's public key, base64, as ssh-keyscan prints it. */
  readonly hostKey: string;
  readonly secretId: string;
  readonly baseDirectory: string;
}

const SUBSIDIARY = 'SUB-US';

/** Everything but the orders, in the order in which it must be created. */
export function netsuiteSeed(stock: readonly StockCell[], sftp: SftpAccess): SeedRecord[] {
  return [
    record('subsidiary', SUBSIDIARY, { name: `${SHOP.name} US` }),
    ...accounts(),
    record('department', 'DEP-RETAIL', { name: 'Retail' }),
    ...PLACES.map((place) =>
      record('location', place.id, {
        name: place.name,
        subsidiary: ref('subsidiary', SUBSIDIARY),
        locationtype: place.kind === 'STORE' ? '1' : '2',
        custrecord_hc_inv_sync: true,
      }),
    ),
    ...['Standard', 'Express'].map((name) =>
      record('shipitem', `SHIP-${name.toUpperCase()}`, { itemid: name }),
    ),
    ...['Shopify Payments', 'Gift Card', 'Cash', 'Shopify'].map((name) =>
      record('paymentmethod', paymentMethodKey(name), { name }),
    ),
    record('otherchargesaleitem', 'ITEM-TAX', { itemid: 'Shopify Sales Tax' }),
    record('otherchargesaleitem', 'ITEM-TIP', { itemid: 'Shopify Tip' }),
    record('otherchargesaleitem', 'ITEM-DUTY', { itemid: 'Shopify Duty' }),
    record('otherchargesaleitem', 'ITEM-ROUNDING', { itemid: 'Shopify Rounding' }),
    record('otherchargesaleitem', 'ITEM-GOODWILL', { itemid: 'Shopify Goodwill' }),
    record('otherchargesaleitem', 'ITEM-SHIPPING', { itemid: 'Shopify Shipping' }),
    record('otherchargesaleitem', 'ITEM-CUSTOM', { itemid: 'Shopify Custom Sale' }),
    record('discountitem', 'DISC-ORDER', { itemid: 'SHOPIFY DISCOUNT' }),
    record('discountitem', 'DISC-LINE', { itemid: 'SHOPIFY DISCOUNT ITEM' }),
    ...VARIANTS.filter(({ sku }) => !UNKNOWN_IN_NETSUITE.includes(sku)).map(netsuiteItem),
    stockRecord('OPENING-STOCK', stock),
    sftpConfiguration(sftp),
  ];
}

/** One inventory item as NetSuite keeps it; also what the unknown-item scenario adds later. */
export function netsuiteItem(variant: Variant): SeedRecord {
  return record('inventoryitem', `ITEM-${variant.sku}`, {
    itemid: variant.sku,
    displayname: `${variant.title} ${variant.color} ${variant.size}`,
    baseprice: formatMinor(variant.priceMinor, SHOP.currency),
  });
}

/** An inventory adjustment that adds the quantities. */
export function stockRecord(externalid: string, cells: readonly StockCell[]): SeedRecord {
  return {
    ...record('inventoryadjustment', externalid, {
      account: ref('account', 'ACC-ADJUSTMENT'),
      subsidiary: ref('subsidiary', SUBSIDIARY),
      memo: 'Stock of the sample retailer',
    }),
    sublists: {
      inventory: cells.map(({ placeId, sku, quantity }) => ({
        item: ref('inventoryitem', `ITEM-${sku}`),
        location: ref('location', placeId),
        adjustqtyby: quantity,
      })),
    },
  };
}

export function paymentMethodKey(name: string): string {
  return `PAY-${name.toUpperCase().replaceAll(' ', '-')}`;
}

function accounts(): SeedRecord[] {
  return [
    record('account', 'ACC-ADJUSTMENT', { acctname: 'Inventory adjustment', accttype: 'Expense' }),
    record('account', 'ACC-TAX', { acctname: 'Sales tax payable', accttype: 'OthCurrLiab' }),
  ];
}

function sftpConfiguration(sftp: SftpAccess): SeedRecord {
  return record('customrecord_ns_sftp_configuration', 'SFTP-CONFIGURATION', {
    name: 'Sendsale',
    custrecord_ns_sftp_server: sftp.host,
    custrecord_ns_sftp_userid: sftp.user,
    custrecord_ns_sftp_port_no: sftp.port,
    custrecord_ns_sftp_host_key: sftp.hostKey,
    custrecord_ns_sftp_guid: sftp.secretId,
    custrecord_ns_sftp_default_file_dir: sftp.baseDirectory,
  });
}

function record(type: string, externalid: string, fields: SeedRecord['fields']): SeedRecord {
  return { type, externalid, fields };
}

function ref(type: string, externalid: string): SeedValue {
  return { $ref: externalid, type };
}
