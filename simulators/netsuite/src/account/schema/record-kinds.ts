// The record types the account keeps: which internal ids they share, what they are called, and how a
// transaction's type is written in searches ("SalesOrd") and shown in links ("Sales Order #SO12").

/** Records of one family share their internal ids, and a select field points into one family. */
export type Family =
  'transaction' | 'entity' | 'item' | 'script' | 'scriptdeployment' | (string & {});

export interface RecordKind {
  readonly type: string;
  readonly family: Family;
  readonly label: string;
  /** The value of the search filter `type`; null where searches have no such filter. */
  readonly searchCode: string | null;
  /** What transaction numbers start with. [assumed] */
  readonly numberPrefix: string;
}

function kind(family: Family, row: readonly [string, string, string?, string?]): RecordKind {
  const [type, label, searchCode, numberPrefix] = row;
  return {
    type,
    family,
    label,
    searchCode: searchCode ?? null,
    numberPrefix: numberPrefix ?? '',
  };
}

// Search codes are [documented] or [seen] in the published searches.
const TRANSACTIONS: ReadonlyArray<readonly [string, string, string, string]> = [
  ['salesorder', 'Sales Order', 'SalesOrd', 'SO'],
  ['itemfulfillment', 'Item Fulfillment', 'ItemShip', 'IF'],
  ['invoice', 'Invoice', 'CustInvc', 'INV'],
  ['cashsale', 'Cash Sale', 'CashSale', 'CS'],
  ['customerdeposit', 'Customer Deposit', 'CustDep', 'CD'],
  ['depositapplication', 'Deposit Application', 'DepAppl', 'DA'],
  ['customerrefund', 'Customer Refund', 'CustRfnd', 'CR'],
  ['customerpayment', 'Payment', 'CustPymt', 'PYMT'],
  ['creditmemo', 'Credit Memo', 'CustCred', 'CM'],
  ['cashrefund', 'Cash Refund', 'CashRfnd', 'CSR'],
  ['returnauthorization', 'Return Authorization', 'RtnAuth', 'RMA'],
  ['itemreceipt', 'Item Receipt', 'ItemRcpt', 'IR'],
  ['inventoryadjustment', 'Inventory Adjustment', 'InvAdjst', 'IA'],
  ['inventorytransfer', 'Inventory Transfer', 'InvTrnfr', 'IT'],
  ['transferorder', 'Transfer Order', 'TrnfrOrd', 'TO'],
  ['purchaseorder', 'Purchase Order', 'PurchOrd', 'PO'],
];

const ITEMS: ReadonlyArray<readonly [string, string, string]> = [
  ['inventoryitem', 'Inventory Item', 'InvtPart'],
  ['noninventoryitem', 'Non-inventory Item', 'NonInvtPart'],
  ['noninventorysaleitem', 'Non-inventory Item for Sale', 'NonInvtPart'],
  ['noninventoryresaleitem', 'Non-inventory Item for Resale', 'NonInvtPart'],
  ['otherchargeitem', 'Other Charge', 'OthCharge'],
  ['otherchargesaleitem', 'Other Charge for Sale', 'OthCharge'],
  ['serviceitem', 'Service', 'Service'],
  ['servicesaleitem', 'Service for Sale', 'Service'],
  ['discountitem', 'Discount', 'Discount'],
  ['kititem', 'Kit/Package', 'Kit'],
  ['assemblyitem', 'Assembly/Bill of Materials', 'Assembly'],
  ['giftcertificateitem', 'Gift Certificate', 'GiftCert'],
  ['markupitem', 'Markup', 'Markup'],
];

const ENTITIES: ReadonlyArray<readonly [string, string, string]> = [
  ['customer', 'Customer', 'CustJob'],
  ['lead', 'Lead', 'CustJob'],
  ['vendor', 'Vendor', 'Vendor'],
  ['employee', 'Employee', 'Employee'],
  ['partner', 'Partner', 'Partner'],
  ['contact', 'Contact', 'Contact'],
];

const SCRIPTS: ReadonlyArray<readonly [string, string, string]> = [
  ['scheduledscript', 'Scheduled Script', 'SCHEDULED'],
  ['mapreducescript', 'Map/Reduce Script', 'MAPREDUCE'],
  ['restlet', 'RESTlet', 'RESTLET'],
  ['clientscript', 'Client Script', 'CLIENT'],
  ['usereventscript', 'User Event Script', 'USEREVENT'],
];

const KINDS: ReadonlyMap<string, RecordKind> = new Map(
  [
    ...TRANSACTIONS.map((row) => kind('transaction', row)),
    ...ITEMS.map((row) => kind('item', row)),
    ...ENTITIES.map((row) => kind('entity', row)),
    ...SCRIPTS.map((row) => kind('script', row)),
  ].map((each) => [each.type, each]),
);

/** The kind of any record type: those listed above, else a family of its own. */
export function recordKind(type: string): RecordKind {
  return KINDS.get(type) ?? kind(type, [type, labelFromType(type)]);
}

/** The record types behind a transaction or item search code; empty when it is none. */
export function typesOfSearchCode(family: Family, code: string): string[] {
  const wanted = code.toLowerCase();
  return [...KINDS.values()]
    .filter((each) => each.family === family && each.searchCode?.toLowerCase() === wanted)
    .map((each) => each.type);
}

export function isTransaction(type: string): boolean {
  return recordKind(type).family === 'transaction';
}

// What lists are called where users see them.
const LISTS: Readonly<Record<string, string>> = {
  accountingperiod: 'Accounting Period',
  classification: 'Class',
  customerstatus: 'Customer Status',
  paymentmethod: 'Payment Method',
  pricelevel: 'Price Level',
  salestaxitem: 'Tax Code',
  scriptdeployment: 'Script Deployment',
  shipitem: 'Shipping Item',
};

function labelFromType(type: string): string {
  const known = LISTS[type];
  if (known !== undefined) return known;
  return type.charAt(0).toUpperCase() + type.slice(1);
}
