// The published tree (contract §20), with what its scripts used but nobody made, and ours:
// `acknowledgement`, and `processing` wherever files are imported.

import { allDirectories } from '@sendsale/netsuite/contract';

/** `root: child(+own children) …`, as the contract writes it. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'alc-audit-data': '',
  transferorder:
    'fulfillment/archive oms-fulfillment/archive oms-fulfillment/error csv/archive ' +
    'fulfillment-nifi/archive receipt/archive receipt/error export/archive export/error ' +
    'export/failed export/required_fields_missing import/orderidentification/archive ' +
    'import/orderitemattribute/archive',
  salesorder:
    'customerdeposit/archive customerdeposit/error customer-refund/archive customer-refund/error ' +
    'CD-CR/archive CD-CR/error export/archive export/error export/failed ' +
    'export/required_fields_missing export/partial_payment import/fulfillment/archive ' +
    'import/orderidentification/archive import/orderitemattribute/archive ' +
    'import/fulfillment-nifi/archive invoice/error update/archive update/error update/failed ' +
    'rejectedorderitem/archive giftcard-fulfillment/archive import/orderpayment/archive ' +
    'import/oms-fulfillment-nifi/archive',
  discountitem: 'import/archive delete/archive',
  customer:
    'import/archive export/archive export/error export/failed export/required_fields_missing',
  historicalshopifycustomer: 'csv/archive',
  cashsale: 'export/archive export/error export/failed export/required_fields_missing',
  fulfilledsalesorder: 'export/archive export/error',
  inventoryadjustment:
    'csv archive error failed required_fields_missing cycle_count/archive import',
  inventoryitem: 'csv/archive',
  product: 'csv/archive kit/archive kit-nifi/archive',
  purchaseorder: 'fulfillment/archive receipt/archive receipt/error',
  inventorytransfer: 'csv archive error failed required_fields_missing import/archive',
  itemreceipt: 'csv/archive',
  salesorder_audit_report: 'csv/archive',
  'pos-return': 'archive error import/returnidentification/archive',
  transferorderv2:
    'export/oms-fulfillment/archive export/oms-fulfillment/error export/receipt/archive ' +
    'export/receipt/error export/receipt-reconciliation/error import/fulfillment-store/archive ' +
    'import/fulfillment-wh/archive import/transfer-order/archive update/archive update/error ' +
    'update/failed export/reconciliation/archive export/reconciliation/error',
};

function published(): string[] {
  return Object.entries(PUBLISHED).flatMap(([root, children]) =>
    children === '' ? [root] : children.split(' ').map((child) => `${root}/${child}`),
  );
}

/** Parents before their children. */
export const EVERY_DIRECTORY: readonly string[] = withParents([
  ...allDirectories(),
  ...published(),
]);

function withParents(paths: readonly string[]): string[] {
  const every = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (const [index] of parts.entries()) every.add(parts.slice(0, index + 1).join('/'));
  }
  return [...every];
}
