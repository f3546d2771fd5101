// Where select fields lead: the vendored list names the fields but not what they point at.

const BY_FIELD: Readonly<Record<string, string>> = {
  entity: 'entity',
  customer: 'entity',
  mainname: 'entity',
  item: 'item',
  discountitem: 'item',
  memberitem: 'item',
  location: 'location',
  adjlocation: 'location',
  transferlocation: 'location',
  inventorylocation: 'location',
  preferredlocation: 'location',
  subsidiary: 'subsidiary',
  tosubsidiary: 'subsidiary',
  department: 'department',
  class: 'classification',
  account: 'account',
  aracct: 'account',
  incomeaccount: 'account',
  assetaccount: 'account',
  cogsaccount: 'account',
  liabilityaccount: 'account',
  paymentmethod: 'paymentmethod',
  shipmethod: 'shipitem',
  shippingitem: 'shipitem',
  taxcode: 'salestaxitem',
  taxitem: 'salestaxitem',
  shippingtaxcode: 'salestaxitem',
  handlingtaxcode: 'salestaxitem',
  price: 'pricelevel',
  pricelevel: 'pricelevel',
  terms: 'term',
  currency: 'currency',
  entitystatus: 'customerstatus',
  postingperiod: 'accountingperiod',
  createdfrom: 'transaction',
  doc: 'transaction',
  orderdoc: 'transaction',
  salesorder: 'transaction',
  deposit: 'transaction',
  itemfulfillment: 'transaction',
  folder: 'folder',
  script: 'script',
};

/** The family a select field points at, or null when its list is not kept by the account. */
export function selectTarget(recordType: string, fieldId: string): string | null {
  if (fieldId === 'parent') return PARENTS[recordType] ?? recordType;
  return BY_FIELD[fieldId] ?? null;
}

const PARENTS: Readonly<Record<string, string>> = {
  customer: 'entity',
  inventoryitem: 'item',
  noninventoryitem: 'item',
  noninventorysaleitem: 'item',
  noninventoryresaleitem: 'item',
  otherchargeitem: 'item',
  otherchargesaleitem: 'item',
  serviceitem: 'item',
  servicesaleitem: 'item',
  discountitem: 'item',
  kititem: 'item',
  assemblyitem: 'item',
  giftcertificateitem: 'item',
  markupitem: 'item',
  accountingperiod: 'accountingperiod',
};

const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'salesorder.orderstatus': {
    A: 'Pending Approval',
    B: 'Pending Fulfillment',
    C: 'Cancelled',
    D: 'Partially Fulfilled',
    E: 'Pending Billing/Partially Fulfilled',
    F: 'Pending Billing',
    G: 'Billed',
    H: 'Closed',
  },
  'returnauthorization.orderstatus': {
    A: 'Pending Approval',
    B: 'Pending Receipt',
    C: 'Cancelled',
    D: 'Partially Received',
    E: 'Pending Refund/Partially Received',
    F: 'Pending Refund',
    G: 'Refunded',
    H: 'Closed',
  },
  'transferorder.orderstatus': {
    A: 'Pending Approval',
    B: 'Pending Fulfillment',
    C: 'Rejected',
    D: 'Partially Fulfilled',
    E: 'Pending Receipt/Partially Fulfilled',
    F: 'Pending Receipt',
    G: 'Received',
    H: 'Closed',
  },
  'purchaseorder.orderstatus': {
    A: 'Pending Supervisor Approval',
    B: 'Pending Receipt',
    C: 'Rejected by Supervisor',
    D: 'Partially Received',
    E: 'Pending Billing/Partially Received',
    F: 'Pending Bill',
    G: 'Fully Billed',
    H: 'Closed',
  },
  'itemfulfillment.shipstatus': { A: 'Picked', B: 'Packed', C: 'Shipped' },
  'location.locationtype': { '1': 'Store', '2': 'Warehouse' },
};

/** The values of a select whose list is fixed, id → text; null for other fields. [documented] */
export function selectOptions(
  recordType: string,
  fieldId: string,
): ReadonlyMap<string, string> | null {
  const list = LISTS[`${recordType}.${fieldId}`];
  return list === undefined ? null : new Map(Object.entries(list));
}
