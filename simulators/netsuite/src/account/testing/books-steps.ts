// The steps the random books are made of: what each is, how it is drawn, and how it is taken.

import fc from 'fast-check';
import type { Account, RecordSession } from '../account.ts';
import { SuiteScriptError } from '../failure.ts';
import type { Retailer } from './retailer.ts';
import { addLines, openRetailer, order, set, stock } from './retailer.ts';

/** What somebody may try in an account, allowed or not. */
export type Step =
  | { readonly kind: 'order'; readonly quantities: readonly number[]; readonly discount: number }
  | { readonly kind: 'deposit' | 'refund'; readonly of: number; readonly cents: number }
  | {
      readonly kind: 'fulfill';
      readonly of: number;
      readonly quantity: number | null;
      readonly status: string;
    }
  | { readonly kind: 'bill'; readonly of: number; readonly quantity: number | null }
  | { readonly kind: 'sell'; readonly quantity: number }
  | { readonly kind: 'adjust'; readonly quantity: number }
  | { readonly kind: 'close' | 'change'; readonly of: number; readonly quantity: number }
  | { readonly kind: 'progress' | 'delete'; readonly of: number }
  | { readonly kind: 'pay'; readonly of: number; readonly cents: number; readonly applied: number }
  | { readonly kind: 'return' | 'receive' | 'credit'; readonly of: number }
  // Money moved by hand: a deposit or a credit onto an invoice, a credit back to the customer.
  | {
      readonly kind: 'applyDeposit' | 'applyCredit' | 'refundCredit';
      readonly of: number;
      readonly cents: number;
    }
  | { readonly kind: 'transfer'; readonly quantity: number; readonly isOrder: boolean }
  | {
      readonly kind: 'shipTransfer' | 'receiveTransfer';
      readonly of: number;
      readonly quantity: number | null;
    };

const which = fc.nat({ max: 3 });
const few = fc.integer({ min: 0, max: 4 });
// Null leaves what the transform proposes.
const someOrAll = fc.option(few, { freq: 2 });
const cents = fc.integer({ min: 1, max: 12_000 });

/** Any step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    quantities: fc.array(few, { minLength: 1, maxLength: 3 }),
    discount: fc.integer({ min: -900, max: 0 }),
  }),
  fc.record({ kind: fc.constantFrom('deposit' as const, 'refund' as const), of: which, cents }),
  fc.record({
    kind: fc.constant('fulfill' as const),
    of: which,
    quantity: someOrAll,
    status: fc.constantFrom('A', 'B', 'C', 'C', 'C'),
  }),
  fc.record({ kind: fc.constant('bill' as const), of: which, quantity: someOrAll }),
  fc.record({ kind: fc.constant('sell' as const), quantity: fc.integer({ min: -6, max: 4 }) }),
  fc.record({ kind: fc.constant('adjust' as const), quantity: fc.integer({ min: -6, max: 4 }) }),
  fc.record({
    kind: fc.constantFrom('close' as const, 'change' as const),
    of: which,
    quantity: few,
  }),
  fc.record({ kind: fc.constantFrom('progress' as const, 'delete' as const), of: which }),
  fc.record({ kind: fc.constant('pay' as const), of: which, cents, applied: cents }),
  fc.record({
    kind: fc.constantFrom('return' as const, 'receive' as const, 'credit' as const),
    of: which,
  }),
  fc.record({
    kind: fc.constantFrom('applyDeposit' as const, 'applyCredit' as const, 'refundCredit' as const),
    of: which,
    cents: fc.integer({ min: 1, max: 2_500 }),
  }),
  fc.record({
    kind: fc.constant('transfer' as const),
    quantity: fc.integer({ min: -1, max: 6 }),
    isOrder: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('shipTransfer' as const, 'receiveTransfer' as const),
    of: which,
    quantity: someOrAll,
  }),
);

/** A retailer whose first order is so far along that returns, credits and payments are a step away. */
export function openWithOrder(): Retailer {
  const retailer = openRetailer();
  take(retailer, { kind: 'order', quantities: [2, 1], discount: -150 });
  take(retailer, { kind: 'fulfill', of: 0, quantity: null, status: 'C' });
  take(retailer, { kind: 'bill', of: 0, quantity: null });
  take(retailer, { kind: 'return', of: 0 });
  take(retailer, { kind: 'receive', of: 0 });
  take(retailer, { kind: 'deposit', of: 0, cents: 2_000 });
  take(retailer, { kind: 'order', quantities: [1, 2], discount: 0 });
  return retailer;
}

/** @returns whether the work was refused. Refusals are part of the game; anything else thrown is a bug. */
export function attempt(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof SuiteScriptError) return true;
    throw error;
  }
}

/** Tries one step. @throws SuiteScriptError when it is refused */
export function take(retailer: Retailer, step: Step): void {
  if (isSaleOrMoney(step)) return takeSaleOrMoney(retailer, step);
  const { account, shirt, warehouse } = retailer;
  switch (step.kind) {
    case 'order':
      return takeOrder(retailer, step);
    case 'fulfill':
    case 'bill':
      return takeLines(retailer, step);
    case 'adjust':
      stock(retailer, { item: shirt, location: warehouse, quantity: step.quantity });
      return;
    case 'close':
    case 'change':
      return changeOrder(account, step);
    case 'progress': {
      const id = nth(account, 'itemfulfillment', step.of);
      set(account.records.load({ type: 'itemfulfillment', id }), { shipstatus: 'C' }).save();
      return;
    }
    case 'delete':
      return deleteOne(account, step);
    case 'return':
    case 'receive':
    case 'credit':
      return takeReturn(retailer, step);
    case 'transfer':
      return takeTransfer(retailer, step);
    case 'shipTransfer':
    case 'receiveTransfer':
      return moveTransfer(account, step);
  }
}

type SaleOrMoney = Extract<
  Step,
  {
    kind: 'sell' | 'deposit' | 'refund' | 'pay' | 'applyDeposit' | 'applyCredit' | 'refundCredit';
  }
>;

const OF_MONEY: ReadonlySet<Step['kind']> = new Set<SaleOrMoney['kind']>([
  'sell',
  'deposit',
  'refund',
  'pay',
  'applyDeposit',
  'applyCredit',
  'refundCredit',
]);

function isSaleOrMoney(step: Step): step is SaleOrMoney {
  return OF_MONEY.has(step.kind);
}

function takeSaleOrMoney(retailer: Retailer, step: SaleOrMoney): void {
  const { account, shirt, warehouse } = retailer;
  switch (step.kind) {
    case 'sell': {
      const body = { entity: retailer.customer, location: warehouse };
      const session = set(account.records.create({ type: 'cashsale' }), body);
      const line = { item: shirt, quantity: step.quantity, price: '-1', rate: 20 };
      addLines(session, 'item', [line]).save();
      return;
    }
    case 'deposit':
    case 'refund':
      return takeMoney(retailer, step);
    case 'pay':
      return takePayment(retailer, step);
    case 'applyDeposit':
    case 'applyCredit':
    case 'refundCredit':
      return applyMoney(retailer, step);
  }
}

function takeOrder(retailer: Retailer, step: Extract<Step, { kind: 'order' }>): void {
  const { shirt, jacket, warehouse, lineDiscount } = retailer;
  const lines = step.quantities.map((quantity, index) => ({
    item: index % 2 === 0 ? shirt : jacket,
    quantity,
    price: '-1',
    rate: 19.99,
    location: warehouse,
  }));
  const off = { item: lineDiscount, price: '-1', rate: step.discount / 100 };
  order(retailer, [...lines, off], { shippingcost: 4.95 });
}

const DELETED = [
  'itemfulfillment',
  'invoice',
  'customerrefund',
  'cashsale',
  'customerpayment',
  'itemreceipt',
  'creditmemo',
  'transferorder',
];

function deleteOne(account: Account, { of }: Extract<Step, { kind: 'progress' | 'delete' }>): void {
  const type = DELETED[account.records.list('salesorder').length % DELETED.length] ?? 'invoice';
  account.records.delete({ type, id: nth(account, type, of) });
}

function moveTransfer(
  account: Account,
  step: Extract<Step, { kind: 'shipTransfer' | 'receiveTransfer' }>,
): void {
  const fromId = nth(account, 'transferorder', step.of);
  const toType = step.kind === 'shipTransfer' ? 'itemfulfillment' : 'itemreceipt';
  const session = account.records.transform({ fromType: 'transferorder', fromId, toType });
  if (step.kind === 'shipTransfer') session.setValue('shipstatus', 'C');
  if (step.quantity !== null) session.setSublistValue('item', 'quantity', 0, step.quantity);
  session.save();
}

function takePayment({ account }: Retailer, step: Extract<Step, { kind: 'pay' }>): void {
  const fromId = nth(account, 'invoice', step.of);
  const session = account.records.transform({
    fromType: 'invoice',
    fromId,
    toType: 'customerpayment',
  });
  session.setValue('payment', step.cents / 100);
  session.setSublistValue('apply', 'amount', 0, step.applied / 100);
  session.save();
}

function takeReturn(
  { account, warehouse }: Retailer,
  step: Extract<Step, { kind: 'return' | 'receive' | 'credit' }>,
): void {
  if (step.kind === 'return') {
    const fromId = nth(account, 'salesorder', step.of);
    const rma = { fromType: 'salesorder', fromId, toType: 'returnauthorization' };
    set(account.records.transform(rma), { orderstatus: 'B', location: warehouse }).save();
    return;
  }
  const toType = step.kind === 'receive' ? 'itemreceipt' : 'creditmemo';
  const fromId = nth(account, 'returnauthorization', step.of);
  account.records.transform({ fromType: 'returnauthorization', fromId, toType }).save();
}

function takeTransfer(
  { account, shirt, store, warehouse }: Retailer,
  step: Extract<Step, { kind: 'transfer' }>,
): void {
  const type = step.isOrder ? 'transferorder' : 'inventorytransfer';
  const places = { location: warehouse, transferlocation: store };
  const session = set(account.records.create({ type }), places);
  if (step.isOrder) addLines(session, 'item', [{ item: shirt, quantity: step.quantity }]).save();
  else addLines(session, 'inventory', [{ item: shirt, adjustqtyby: step.quantity }]).save();
}

function applyMoney(
  { account, customer, card }: Retailer,
  step: Extract<Step, { kind: 'applyDeposit' | 'applyCredit' | 'refundCredit' }>,
): void {
  const session = openApplication();
  session.setSublistValue('apply', 'apply', 0, true);
  session.setSublistValue('apply', 'amount', 0, step.cents / 100);
  session.save();

  function openApplication(): RecordSession {
    const { records } = account;
    if (step.kind === 'applyCredit')
      return records.load({ type: 'creditmemo', id: nth(account, 'creditmemo', step.of) });
    if (step.kind === 'refundCredit') {
      const defaultValues = { entity: customer };
      const refund = records.create({ type: 'customerrefund', defaultValues });
      return set(refund, { customer, paymentmethod: card });
    }
    const fromId = nth(account, 'customerdeposit', step.of);
    return records.transform({ fromType: 'customerdeposit', fromId, toType: 'depositapplication' });
  }
}

function takeMoney(
  { account, card, customer }: Retailer,
  step: Extract<Step, { kind: 'deposit' | 'refund' }>,
): void {
  if (step.kind === 'deposit') {
    // Some are for no order, and may pay any invoice of the customer.
    const isFree = step.cents % 4 === 0;
    const defaultValues = isFree ? {} : { salesorder: nth(account, 'salesorder', step.of) };
    const session = account.records.create({ type: 'customerdeposit', defaultValues });
    if (isFree) session.setValue('customer', customer);
    set(session, { payment: step.cents / 100 }).save();
    return;
  }
  const fromId = nth(account, 'customerdeposit', step.of);
  const refund = { fromType: 'customerdeposit', fromId, toType: 'customerrefund' };
  const session = set(account.records.transform(refund), { paymentmethod: card });
  session.setSublistValue('deposit', 'amount', 0, step.cents / 100);
  session.save();
}

function takeLines({ account }: Retailer, step: Extract<Step, { kind: 'fulfill' | 'bill' }>): void {
  const fromId = nth(account, 'salesorder', step.of);
  const toType = step.kind === 'bill' ? 'invoice' : 'itemfulfillment';
  const session = account.records.transform({ fromType: 'salesorder', fromId, toType });
  if (step.kind === 'fulfill') session.setValue('shipstatus', step.status);
  if (step.quantity !== null) session.setSublistValue('item', 'quantity', 0, step.quantity);
  session.save();
}

function changeOrder(account: Account, step: Extract<Step, { kind: 'close' | 'change' }>): void {
  const session = account.records.load({
    type: 'salesorder',
    id: nth(account, 'salesorder', step.of),
  });
  if (step.kind === 'close') session.setSublistValue('item', 'isclosed', 0, true);
  else session.setSublistValue('item', 'quantity', 0, step.quantity);
  session.save();
}

function nth(account: Account, type: string, index: number): string {
  const records = account.records.list(type);
  return records[index % Math.max(records.length, 1)]?.id ?? '0';
}
