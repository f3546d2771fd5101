// The statuses of transactions in their three spellings: the letter on the record, the camel-case word a search
// returns, and the label. [documented] Oracle help section_N1220604

import type { Draft } from '../records/draft.ts';
import { fill, idOf, isBlank } from '../records/draft.ts';
import type { StoredData, Values } from '../store/stored-data.ts';
import { textOf } from '../store/stored-data.ts';

export interface Status {
  readonly letter: string;
  /** What getValue('status') of a search result gives, e.g. pendingFulfillment. */
  readonly word: string;
  readonly label: string;
}

type Row = readonly [string, string, string];

const RETURNED: readonly Row[] = [
  ['A', 'pendingApproval', 'Pending Approval'],
  ['B', 'pendingReceipt', 'Pending Receipt'],
  ['C', 'cancelled', 'Cancelled'],
  ['D', 'partiallyReceived', 'Partially Received'],
  ['E', 'pendingRefundPartReceived', 'Pending Refund/Partially Received'],
  ['F', 'pendingRefund', 'Pending Refund'],
  ['G', 'refunded', 'Refunded'],
  ['H', 'closed', 'Closed'],
];

// The words of transfer and purchase orders are [assumed], their letters and labels [documented].
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  salesorder: [
    ['A', 'pendingApproval', 'Pending Approval'],
    ['B', 'pendingFulfillment', 'Pending Fulfillment'],
    ['C', 'cancelled', 'Cancelled'],
    ['D', 'partiallyFulfilled', 'Partially Fulfilled'],
    ['E', 'pendingBillingPartFulfilled', 'Pending Billing/Partially Fulfilled'],
    ['F', 'pendingBilling', 'Pending Billing'],
    ['G', 'fullyBilled', 'Billed'],
    ['H', 'closed', 'Closed'],
  ],
  returnauthorization: RETURNED,
  transferorder: [
    ['A', 'pendingApproval', 'Pending Approval'],
    ['B', 'pendingFulfillment', 'Pending Fulfillment'],
    ['C', 'rejected', 'Rejected'],
    ['D', 'partiallyFulfilled', 'Partially Fulfilled'],
    ['E', 'pendingReceiptPartFulfilled', 'Pending Receipt/Partially Fulfilled'],
    ['F', 'pendingReceipt', 'Pending Receipt'],
    ['G', 'received', 'Received'],
    ['H', 'closed', 'Closed'],
  ],
  purchaseorder: [
    ['A', 'pendingSupApproval', 'Pending Supervisor Approval'],
    ['B', 'pendingReceipt', 'Pending Receipt'],
    ['C', 'rejected', 'Rejected by Supervisor'],
    ['D', 'partiallyReceived', 'Partially Received'],
    ['E', 'pendingBillPartReceived', 'Pending Billing/Partially Received'],
    ['F', 'pendingBill', 'Pending Bill'],
    ['G', 'fullyBilled', 'Fully Billed'],
    ['H', 'closed', 'Closed'],
  ],
  customerpayment: [
    ['A', 'unapprovedPayment', 'Unapproved Payment'],
    ['B', 'notDeposited', 'Not Deposited'],
    ['C', 'deposited', 'Deposited'],
  ],
  itemfulfillment: [
    ['A', 'picked', 'Picked'],
    ['B', 'packed', 'Packed'],
    ['C', 'shipped', 'Shipped'],
  ],
  invoice: [
    ['A', 'open', 'Open'],
    ['B', 'paidInFull', 'Paid In Full'],
  ],
  customerdeposit: [
    ['A', 'notDeposited', 'Not Deposited'],
    ['B', 'deposited', 'Deposited'],
    ['C', 'fullyApplied', 'Fully Applied'],
  ],
  cashsale: [
    ['A', 'unapprovedPayment', 'Unapproved Payment'],
    ['B', 'notDeposited', 'Not Deposited'],
    ['C', 'deposited', 'Deposited'],
  ],
  creditmemo: [
    ['A', 'open', 'Open'],
    ['B', 'fullyApplied', 'Fully Applied'],
  ],
};

/** The status behind a letter; null for types without statuses. */
function statusOfLetter(type: string, letter: string): Status | null {
  const row = ROWS[type]?.find((each) => each[0] === letter);
  return row === undefined ? null : { letter: row[0], word: row[1], label: row[2] };
}

/** The record's status; null for types without statuses. */
export function statusOf(record: StoredData): Status | null {
  return statusOfLetter(record.type, textOf(record.fields, letterField(record.type)));
}

/** The body fields that show a status. */
export function statusFields(type: string, letter: string): Values {
  const status = statusOfLetter(type, letter);
  return {
    [letterField(type)]: letter,
    status: status?.label ?? null,
    statusref: status?.word ?? null,
  };
}

const ORDERS = new Set(['salesorder', 'returnauthorization', 'transferorder', 'purchaseorder']);

// Orders and fulfillments carry their letter in a field of their own; the others only show it in `status`, so it
// is kept under a name that scripts cannot reach.
function letterField(type: string): string {
  if (ORDERS.has(type)) return 'orderstatus';
  return type === 'itemfulfillment' ? 'shipstatus' : '_status';
}

/** Shows a status on a draft. */
export function setStatus(draft: Draft, letter: string): void {
  for (const [id, value] of Object.entries(statusFields(draft.schema.type, letter)))
    draft.fields.set(id, value);
}

/** Money received goes to undeposited funds unless an account is named. [documented] */
export function completeFunds(draft: Draft): void {
  fill(draft.fields, 'undepfunds', isBlank(draft.fields, 'account') ? 'T' : 'F');
  setStatus(draft, idOf(draft.fields, 'undepfunds') === 'F' ? 'C' : 'B');
}
