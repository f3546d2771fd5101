// Where files meet on the SFTP server: directories relative to the base directory, which ends with '/'
// (contract §0, §20). Both sides are clients of that server.

/** The base directory of an SFTP user, as published; always with the trailing slash scripts rely on. */
export function baseDirectory(user: string): string {
  return `/home/${user}/netsuite/`;
}

/** OMS → NetSuite. The directory each feed's files are handed over in. */
export const EXPORT_DIRECTORIES = {
  customer: 'customer/export',
  'sales-order': 'salesorder/export',
  'cash-sale': 'cashsale/export',
  'customer-deposit': 'salesorder/customerdeposit',
  allocation: 'salesorder/update',
  'item-close': 'salesorder/update',
  fulfillment: 'salesorder/update',
  'customer-refund': 'salesorder/customer-refund',
  'inventory-adjustment': 'inventoryadjustment/csv',
  'pos-return': 'pos-return',
} as const;
export type ExportFeedName = keyof typeof EXPORT_DIRECTORIES;

/** Deposits and refunds in one file, for whoever sends them so (contract §5.3); our feeds are apart. */
export const DEPOSIT_AND_REFUND_DIRECTORY = 'salesorder/CD-CR';

/** NetSuite → OMS. `acknowledgement` is ours, all others are published. */
export const IMPORT_DIRECTORIES = {
  'customer-id': 'customer/import',
  'order-id': 'salesorder/import/orderidentification',
  'order-line-id': 'salesorder/import/orderitemattribute',
  'deposit-id': 'salesorder/import/orderpayment',
  fulfillment: 'salesorder/import/fulfillment',
  'fulfillment-csv': 'salesorder/import/fulfillment-nifi',
  'rejected-item': 'salesorder/rejectedorderitem',
  'product-id': 'product/csv',
  inventory: 'inventoryitem/csv',
  'return-id': 'pos-return/import/returnidentification',
  'gift-card-fulfillment': 'salesorder/giftcard-fulfillment',
  kit: 'product/kit-nifi',
  'discount-item': 'discountitem/import',
  'discount-item-inactive': 'discountitem/delete',
  'cycle-count': 'inventoryadjustment/cycle_count',
  'stock-change': 'inventoryadjustment/import',
  'audit-report': 'salesorder_audit_report/csv',
  acknowledgement: 'acknowledgement',
} as const;
export type ImportDirectoryName = keyof typeof IMPORT_DIRECTORIES;

/** Names of the folders beside a feed's files. PROCESSING is ours: a file is there while it is worked on. */
export const ARCHIVE = 'archive';
export const PROCESSING = 'processing';
export const ERROR = 'error';
export const FAILED = 'failed';

/**
 * Where a feed's importer puts worked-on files, published error files and failed files. Inventory
 * adjustments are the odd one out: their folders stand beside `csv`, not in it (contract §15.2).
 */
export function siblingDirectory(directory: string, folder: string): string {
  const parent = directory === 'inventoryadjustment/csv' ? 'inventoryadjustment' : directory;
  return `${parent}/${folder}`;
}

/** Every directory both sides need on the server, parents before children. */
export function allDirectories(): readonly string[] {
  const directories = new Set<string>();
  const add = (path: string): void => {
    const parts = path.split('/');
    for (const [index] of parts.entries()) directories.add(parts.slice(0, index + 1).join('/'));
  };
  const inboxes = [...Object.values(EXPORT_DIRECTORIES), DEPOSIT_AND_REFUND_DIRECTORY];
  for (const directory of inboxes) {
    add(directory);
    for (const folder of [ARCHIVE, PROCESSING, ERROR, FAILED])
      add(siblingDirectory(directory, folder));
  }
  for (const directory of Object.values(IMPORT_DIRECTORIES)) {
    add(directory);
    add(`${directory}/${ARCHIVE}`);
  }
  for (const directory of ['salesorder/invoice', 'salesorder/invoice/error']) add(directory);
  return [...directories];
}
