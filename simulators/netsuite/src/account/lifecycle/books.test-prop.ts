// Whatever is tried in whatever order, allowed or not, the books stay balanced: money, stock and quantities.

import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Account, StoredRecord } from '../account.ts';
import { attempt, openWithOrder, step, take } from '../testing/books-steps.ts';
import type { Retailer } from '../testing/retailer.ts';
import { column, found, term } from '../testing/retailer.ts';

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
