// Whatever is tried in whatever order, allowed or not, the books stay balanced: money, stock and quantities.

import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Account, RecordSession, StoredRecord } from '../account.ts';
import { SuiteScriptError } from '../failure.ts';
import type { Retailer } from '../testing/retailer.ts';
import {
  addLines,
  openRetailer,
  order,
  set,
  stock,
  term,
  column,
  found,
} from '../testing/retailer.ts';

type Step =
  | { readonly kind: 'order'; readonly quantities: readonly number[]; readonly discount: number }
  | { readonly kind: 'deposit' | 'refund'; readonly of: number; readonly cents: number }
  | {
      readonly kind: 'fulfill';
      readonly of: number;
      readonly quantity: number | null;
      readonly status: string;
    }
  | { readonly kind: 'bill'; readonly of: number; readonly quantity: number | null }
  | { readonly kind: 'sell' | 'adjust'; readonly quantity: number }
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

const step: fc.Arbitrary<Step> = fc.oneof(
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
  fc.record({
    kind: fc.constantFrom('sell' as const, 'adjust' as const),
    quantity: fc.integer({ min: -6, max: 4 }),
  }),
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

/** A step; one in ten is tried while the accounting period is closed. */
const dated = fc.record({
  step,
  isPeriodClosed: fc.nat({ max: 9 }).map((number) => number === 0),
});

describe('random sequences', () => {
  test('never unbalance the books, nor post into a closed period', () => {
    const done = new Map<string, number>();
    let closed = 0;
    fc.assert(
      fc.property(fc.array(dated, { minLength: 25, maxLength: 50 }), (steps) => {
        const retailer = openWithOrder();
        for (const { step: each, isPeriodClosed } of steps) {
          const before = isPeriodClosed ? posted(retailer.account) : null;
          retailer.closePeriods(isPeriodClosed);
          const isRefused = attempt(() => {
            take(retailer, each);
          });
          const outcome = `${each.kind} ${isRefused ? 'refused' : 'done'}`;
          done.set(outcome, (done.get(outcome) ?? 0) + 1);
          checkBooks(retailer);
          if (before === null) continue;
          closed += 1;
          expect(posted(retailer.account)).toEqual(before);
        }
      }),
      { numRuns: 40, seed: 20261123 },
    );
    expect(closed).toBeGreaterThan(50);
    // Every kind of step was both taken and refused, so the check above met all of them.
    const kinds = (
      'deposit refund fulfill bill sell adjust change delete pay return credit receive ' +
      'transfer shipTransfer receiveTransfer applyDeposit applyCredit refundCredit'
    ).split(' ');
    for (const kind of kinds) {
      expect(done.get(`${kind} done`), `${kind} done`).toBeGreaterThan(0);
      expect(done.get(`${kind} refused`), `${kind} refused`).toBeGreaterThan(0);
    }
    expect(done.get('order done')).toBeGreaterThan(0);
    expect(done.get('close done')).toBeGreaterThan(0);
    expect(done.get('progress done')).toBeGreaterThan(0);
  });

  test('a refused step changes nothing', () => {
    let refusals = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 20 }), (steps) => {
        const retailer = openWithOrder();
        for (const each of steps) {
          const before = everything(retailer);
          const isRefused = attempt(() => {
            take(retailer, each);
          });
          refusals += Number(isRefused);
          if (isRefused && !isDeepStrictEqual(everything(retailer), before)) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
    expect(refusals).toBeGreaterThan(0);
  });
});

function openWithOrder(): Retailer {
  const retailer = openRetailer();
  take(retailer, { kind: 'order', quantities: [2, 1], discount: -150 });
  // So far along that returns, credits and payments are a step away.
  take(retailer, { kind: 'fulfill', of: 0, quantity: null, status: 'C' });
  take(retailer, { kind: 'bill', of: 0, quantity: null });
  take(retailer, { kind: 'return', of: 0 });
  take(retailer, { kind: 'receive', of: 0 });
  take(retailer, { kind: 'deposit', of: 0, cents: 2_000 });
  take(retailer, { kind: 'order', quantities: [1, 2], discount: 0 });
  return retailer;
}

// Refusals are part of the game; anything else thrown is a bug.
function attempt(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof SuiteScriptError) return true;
    throw error;
  }
}

function take(retailer: Retailer, step: Step): void {
  const { account, shirt, warehouse } = retailer;
  switch (step.kind) {
    case 'order':
      return takeOrder(retailer, step);
    case 'deposit':
    case 'refund':
      return takeMoney(retailer, step);
    case 'fulfill':
    case 'bill':
      return takeLines(retailer, step);
    case 'sell': {
      const body = { entity: retailer.customer, location: warehouse };
      const session = set(account.records.create({ type: 'cashsale' }), body);
      const line = { item: shirt, quantity: step.quantity, price: '-1', rate: 20 };
      addLines(session, 'item', [line]).save();
      return;
    }
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
    case 'pay':
      return takePayment(retailer, step);
    case 'return':
    case 'receive':
    case 'credit':
      return takeReturn(retailer, step);
    case 'applyDeposit':
    case 'applyCredit':
    case 'refundCredit':
      return applyMoney(retailer, step);
    case 'transfer':
      return takeTransfer(retailer, step);
    case 'shipTransfer':
    case 'receiveTransfer':
      return moveTransfer(account, step);
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

const TYPES = [
  'salesorder',
  'itemfulfillment',
  'invoice',
  'cashsale',
  'customerdeposit',
  'depositapplication',
  'customerrefund',
  'inventoryadjustment',
  'inventorytransfer',
  'transferorder',
  'itemreceipt',
  'returnauthorization',
  'creditmemo',
  'customerpayment',
];

function everything(retailer: Retailer): unknown {
  const { account } = retailer;
  const names = [
    'internalid',
    'inventorylocation',
    'locationquantityonhand',
    'locationquantitycommitted',
    'locationquantitybackordered',
  ];
  return [
    TYPES.map((type) => account.records.list(type)),
    found(account, {
      type: 'item',
      filters: [term('type', 'anyof', 'InvtPart')],
      columns: names.map((name) => column(name)),
    }),
  ];
}

// What the books say: posted transactions and what lies where. Orders, and goods picked but not shipped, are no part.
function posted(account: Account): unknown {
  const inBooks = TYPES.filter((type) => !/order$|authorization$|^itemfulfillment$/.test(type));
  const shipped = account.records
    .list('itemfulfillment')
    .filter(({ fields }) => fields['shipstatus'] === 'C');
  const stocked = found(account, {
    type: 'item',
    filters: [term('type', 'anyof', 'InvtPart')],
    columns: ['internalid', 'inventorylocation', 'locationquantityonhand'].map((name) =>
      column(name),
    ),
  });
  return [inBooks.map((type) => account.records.list(type)), shipped, stocked];
}

function toCents(value: unknown): number {
  return Math.round(Number(value ?? 0) * 100);
}

function lines(
  record: StoredRecord | undefined,
  sublist = 'item',
): StoredRecord['sublists'][string] {
  return record?.sublists[sublist] ?? [];
}

function checkBooks(retailer: Retailer): void {
  const { records } = retailer.account;
  checkMoney(retailer.account);
  checkStock(retailer);
  checkTransfers(retailer.account);
  for (const each of records.list('salesorder')) {
    for (const line of lines(each)) {
      if (line['itemtype'] === 'Discount') continue;
      const [ordered, shipped, billed, picked] = [
        'quantity',
        'quantityfulfilled',
        'quantitybilled',
        'quantitypicked',
      ].map((field) => Number(line[field] ?? 0));
      expect((shipped ?? 0) + (picked ?? 0)).toBeLessThanOrEqual(ordered ?? 0);
      expect(billed).toBeLessThanOrEqual(shipped ?? 0);
    }
  }
  const names = ['locationquantityonhand', 'locationquantitycommitted'];
  const stockRows = found(retailer.account, {
    type: 'item',
    filters: [term('locationquantityonhand', 'isnotempty')],
    columns: names.map((name) => column(name)),
  });
  for (const [onHand, committed] of stockRows) {
    expect(Number(onHand)).toBeGreaterThanOrEqual(0);
    expect(Number(committed)).toBeLessThanOrEqual(Number(onHand));
  }
}

// What lies somewhere is what moved there, counted from the records themselves.
function checkStock({ account, shirt, warehouse, store }: Retailer): void {
  const { records } = account;
  const sum = (
    type: string,
    sublist: string,
    count: (line: StoredRecord['sublists'][string][number], record: StoredRecord) => number,
  ): number =>
    records
      .list(type)
      .flatMap((record) =>
        lines(record, sublist)
          .filter((line) => line['item'] === shirt)
          .map((line) => count(line, record)),
      )
      .reduce((total, each) => total + each, 0);
  for (const place of [warehouse, store]) {
    const at = (line: { location?: unknown }, record: StoredRecord): number =>
      Number((line.location ?? record.fields['location']) === place);
    const expected =
      sum(
        'inventoryadjustment',
        'inventory',
        (line, record) => at(line, record) * Number(line['adjustqtyby']),
      ) +
      sum(
        'inventorytransfer',
        'inventory',
        (line, { fields }) =>
          (Number(fields['transferlocation'] === place) - Number(fields['location'] === place)) *
          Number(line['adjustqtyby']),
      ) +
      sum('itemreceipt', 'item', (line, record) => at(line, record) * Number(line['quantity'])) -
      sum(
        'itemfulfillment',
        'item',
        (line, record) =>
          Number(record.fields['shipstatus'] === 'C') * at(line, record) * Number(line['quantity']),
      ) -
      sum('cashsale', 'item', (line, record) => at(line, record) * Number(line['quantity']));
    const [row] = found(account, {
      type: 'item',
      filters: [
        term('internalid', 'anyof', shirt),
        'AND',
        term('inventorylocation', 'anyof', place),
      ],
      columns: [column('locationquantityonhand')],
    });
    expect(Number(row?.[0] ?? 0)).toBe(expected);
  }
}

function checkTransfers({ records }: Account): void {
  for (const each of records.list('transferorder')) {
    for (const line of lines(each)) {
      expect(Number(line['quantityfulfilled'])).toBeLessThanOrEqual(Number(line['quantity']));
      expect(Number(line['quantityreceived'])).toBeLessThanOrEqual(
        Number(line['quantityfulfilled']),
      );
    }
  }
  for (const each of records.list('returnauthorization')) {
    for (const line of lines(each).filter((one) => one['itemtype'] !== 'Discount')) {
      expect(Number(line['quantityreceived'])).toBeLessThanOrEqual(Number(line['quantity']));
      expect(Number(line['quantitybilled'])).toBeLessThanOrEqual(Number(line['quantityreceived']));
    }
  }
}

function checkMoney({ records }: Account): void {
  const applications = records.list('depositapplication').flatMap((each) =>
    lines(each, 'apply').map((line) => ({
      deposit: each.fields['deposit'],
      doc: line['doc'],
      cents: toCents(line['amount']),
    })),
  );
  for (const each of records.list('customerdeposit')) {
    const applied = applications
      .filter((one) => one.deposit === each.id)
      .reduce((total, one) => total + one.cents, 0);
    expect(applied).toBeLessThanOrEqual(toCents(each.fields['payment']));
    expect(toCents(each.fields['unapplied'])).toBe(toCents(each.fields['payment']) - applied);
    expect(each.statusText === 'Fully Applied').toBe(applied === toCents(each.fields['payment']));
  }
  for (const each of records.list('invoice')) {
    const paid = [...records.list('customerpayment'), ...records.list('creditmemo')]
      .flatMap((record) => lines(record, 'apply'))
      .filter((line) => line['doc'] === each.id)
      .reduce((total, line) => total + toCents(line['amount']), 0);
    const applied = applications
      .filter((one) => one.doc === each.id)
      .reduce((total, one) => total + one.cents, paid);
    expect(toCents(each.fields['amountremaining'])).toBe(toCents(each.fields['total']) - applied);
    expect(each.statusText === 'Paid In Full').toBe(toCents(each.fields['total']) === applied);
    const amounts = lines(each).reduce((total, line) => total + toCents(line['amount']), 0);
    expect(toCents(each.fields['total'])).toBe(amounts + toCents(each.fields['shippingcost']));
  }
  for (const each of records.list('customerpayment')) {
    const applied = lines(each, 'apply').reduce(
      (total, line) => total + toCents(line['amount']),
      0,
    );
    expect(toCents(each.fields['unapplied'])).toBe(toCents(each.fields['payment']) - applied);
    expect(applied).toBeLessThanOrEqual(toCents(each.fields['payment']));
  }
  for (const each of records.list('customerrefund')) {
    const given = applications
      .filter((one) => one.doc === each.id)
      .reduce((total, one) => total + one.cents, 0);
    expect(given + creditsIn(each)).toBe(toCents(each.fields['total']));
  }
  const refunds = records.list('customerrefund');
  for (const each of records.list('creditmemo')) {
    const paid = lines(each, 'apply').reduce((total, line) => total + toCents(line['amount']), 0);
    const refunded = refunds.reduce((total, refund) => total + creditsIn(refund, each.id), 0);
    const left = toCents(each.fields['total']) - paid - refunded;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(toCents(each.fields['unapplied'])).toBe(left);
    expect(each.statusText === 'Fully Applied').toBe(left === 0);
  }
}

// What a refund gives back of credit memos, or of one of them.
function creditsIn(refund: StoredRecord, creditId?: string): number {
  return lines(refund, 'apply')
    .filter(({ type, doc }) => type === 'Credit Memo' && (creditId ?? doc) === doc)
    .reduce((total, line) => total + toCents(line['amount']), 0);
}
