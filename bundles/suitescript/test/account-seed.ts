// The account the installed bundle is tested in: what an administrator has set up before the first order.

type Value = string | number | boolean | { readonly $ref: string; readonly type: string };

interface SeedRecord {
  readonly type: string;
  readonly externalid: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly sublists?: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, Value>>>>>;
}

export const LOCATIONS = ['STORE-1', 'STORE-2', 'WAREHOUSE'];
export const SKUS = ['TEE-S', 'TEE-M', 'TEE-L'];
const STOCK = 1000;

/** Everything but customers and orders. */
export function accountSeed(sftp: {
  readonly port: number;
  readonly hostKey: string;
}): readonly SeedRecord[] {
  return [
    record('subsidiary', 'SUB', { name: 'Sample US' }),
    record('account', 'ACC', { acctname: 'Inventory adjustment', accttype: 'Expense' }),
    ...LOCATIONS.map((name) =>
      record('location', name, {
        name,
        subsidiary: ref('subsidiary', 'SUB'),
        custrecord_hc_inv_sync: name !== 'STORE-2',
      }),
    ),
    record('shipitem', 'SHIP', { itemid: 'Standard' }),
    record('paymentmethod', 'PAY', { name: 'Shopify Payments' }),
    record('otherchargesaleitem', 'TAX', { itemid: 'Shopify Sales Tax' }),
    record('discountitem', 'DISC', { itemid: 'SHOPIFY DISCOUNT' }),
    ...SKUS.map((sku) => record('inventoryitem', sku, { itemid: sku })),
    {
      ...record('inventoryadjustment', 'OPENING', {
        account: ref('account', 'ACC'),
        subsidiary: ref('subsidiary', 'SUB'),
      }),
      sublists: {
        inventory: LOCATIONS.flatMap((location) =>
          SKUS.map((sku) => ({
            item: ref('inventoryitem', sku),
            location: ref('location', location),
            adjustqtyby: STOCK,
          })),
        ),
      },
    },
    record('customrecord_ns_sftp_configuration', 'SFTP', {
      custrecord_ns_sftp_server: '127.0.0.1',
      custrecord_ns_sftp_userid: 'sendsale',
      custrecord_ns_sftp_port_no: sftp.port,
      custrecord_ns_sftp_host_key: sftp.hostKey,
      custrecord_ns_sftp_guid: 'custsecret_sendsale_sftp',
      custrecord_ns_sftp_default_file_dir: '/home/sendsale/netsuite/',
    }),
  ];
}

function record(
  type: string,
  externalid: string,
  fields: Readonly<Record<string, Value>>,
): SeedRecord {
  return { type, externalid, fields };
}

function ref(type: string, externalid: string): Value {
  return { $ref: externalid, type };
}
