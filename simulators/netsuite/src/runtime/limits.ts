// Governance by kind of invocation. Units and times: Oracle help section_N3351480 and section_4480364878.

export type InvocationKind =
  'scheduled' | 'restlet' | 'userevent' | 'getInputData' | 'map' | 'reduce' | 'summarize';

export interface Limits {
  readonly units: number;
  readonly seconds: number;
}

const MINUTE = 60;

export const LIMITS: Readonly<Record<InvocationKind, Limits>> = {
  scheduled: { units: 10_000, seconds: 60 * MINUTE },
  restlet: { units: 5_000, seconds: 5 * MINUTE },
  userevent: { units: 1_000, seconds: 5 * MINUTE },
  getInputData: { units: 10_000, seconds: 60 * MINUTE },
  map: { units: 1_000, seconds: 5 * MINUTE },
  reduce: { units: 5_000, seconds: 15 * MINUTE },
  summarize: { units: 10_000, seconds: 60 * MINUTE },
};

/** What N/runtime calls the context of each kind of invocation. */
export const CONTEXTS: Readonly<Record<InvocationKind, string>> = {
  scheduled: 'SCHEDULED',
  restlet: 'RESTLET',
  userevent: 'USEREVENT',
  getInputData: 'MAPREDUCE',
  map: 'MAPREDUCE',
  reduce: 'MAPREDUCE',
  summarize: 'MAPREDUCE',
};

// Transactions cost most, custom records least (Oracle help section_N3351480).
const TRANSACTIONS: ReadonlySet<string> = new Set(
  (
    'assemblybuild assemblyunbuild bintransfer binworksheet cashrefund cashsale check creditcardcharge creditmemo ' +
    'customerdeposit customerpayment customerrefund customtransaction deposit depositapplication estimate ' +
    'expensereport fulfillmentrequest inboundshipment inventoryadjustment inventorycostrevaluation inventorycount ' +
    'inventorytransfer invoice itemfulfillment itemreceipt journalentry opportunity purchaseorder ' +
    'purchaserequisition returnauthorization salesorder storepickupfulfillment transferorder vendorbill ' +
    'vendorcredit vendorpayment vendorreturnauthorization workorder'
  ).split(' '),
);

export type RecordCost = 'read' | 'write';

/** Units of a record call: reading is load, create, copy, transform and submitFields; writing is save and delete. */
export function recordUnits(type: string, cost: RecordCost): number {
  const lower = type.toLowerCase();
  const read = TRANSACTIONS.has(lower) ? 10 : lower.startsWith('customrecord') ? 2 : 5;
  return cost === 'read' ? read : read * 2;
}
