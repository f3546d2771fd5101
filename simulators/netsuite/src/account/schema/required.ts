// Fields without which a record is not saved. The vendored flags describe Oracle's reference account, where
// features make more fields mandatory; these are the ones every account has. [assumed]

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  customer: ['subsidiary'],
  salesorder: ['entity', 'trandate'],
  invoice: ['entity', 'trandate'],
  cashsale: ['entity', 'trandate'],
  creditmemo: ['entity', 'trandate'],
  returnauthorization: ['entity', 'trandate'],
  itemfulfillment: ['trandate'],
  itemreceipt: ['trandate'],
  customerdeposit: ['customer', 'payment', 'trandate'],
  customerrefund: ['customer', 'paymentmethod', 'trandate'],
  depositapplication: ['trandate'],
  inventoryadjustment: ['account', 'subsidiary', 'trandate'],
  inventorytransfer: ['location', 'transferlocation', 'subsidiary', 'trandate'],
  transferorder: ['location', 'transferlocation', 'subsidiary', 'trandate'],
  purchaseorder: ['entity', 'trandate'],
  customerpayment: ['customer', 'payment', 'trandate'],
  cashrefund: ['entity', 'trandate'],
  location: ['name'],
  subsidiary: ['name'],
  department: ['name'],
  classification: ['name'],
  account: ['acctname'],
  paymentmethod: ['name'],
  pricelevel: ['name'],
  term: ['name'],
  shipitem: ['itemid'],
  salestaxitem: ['itemid'],
  currency: ['name'],
  customerstatus: ['name'],
  accountingperiod: ['periodname', 'startdate', 'enddate'],
  folder: ['name'],
  file: ['name', 'folder'],
  inventoryitem: ['itemid'],
  noninventoryitem: ['itemid'],
  noninventorysaleitem: ['itemid'],
  noninventoryresaleitem: ['itemid'],
  otherchargeitem: ['itemid'],
  otherchargesaleitem: ['itemid'],
  serviceitem: ['itemid'],
  servicesaleitem: ['itemid'],
  discountitem: ['itemid'],
  kititem: ['itemid'],
  assemblyitem: ['itemid'],
  giftcertificateitem: ['itemid'],
  markupitem: ['itemid'],
};

/** Record types a script may create, load and search: those above plus ones without mandatory fields. */
const PLAIN_TYPES: ReadonlySet<string> = new Set([
  'employee',
  'vendor',
  'partner',
  'contact',
  'lead',
  'scheduledscript',
  'mapreducescript',
  'restlet',
  'clientscript',
  'usereventscript',
  'scriptdeployment',
]);

/** Whether the account keeps records of a standard type. */
export function isKept(type: string): boolean {
  return type in REQUIRED || PLAIN_TYPES.has(type);
}

/** The ids of the mandatory fields of a type. */
export function requiredFields(type: string): readonly string[] {
  return REQUIRED[type] ?? [];
}

/** Every standard type the account keeps, by id. */
export function keptTypes(): string[] {
  return [...Object.keys(REQUIRED), ...PLAIN_TYPES].sort();
}
