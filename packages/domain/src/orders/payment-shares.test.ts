// Which posting a payment pays, by example.

import { expect, test } from 'vitest';
import { sharePayments } from './payment-shares.ts';
import type { SharingPayment } from './payment-sharing.ts';

const POSTINGS = [
  { id: 'M1', kind: 'SALES_ORDER', total: 6000, standing: 6000 },
  { id: 'M1-C', kind: 'CASH_SALE', total: 4000, standing: 4000 },
] as const;

const NOTHING = { shared: [], claims: [] };

function paid(id: string, amount: number, more: Partial<SharingPayment> = {}): SharingPayment {
  return {
    shopifyTransactionId: id,
    parentTransactionId: null,
    kind: 'SALE',
    status: 'SUCCESS',
    amount,
    processedAt: new Date(Number(id)),
    ...more,
  };
}

function shares(
  ...payments: readonly SharingPayment[]
): readonly (readonly [string, string, number])[] {
  return sharePayments(POSTINGS, payments, NOTHING).map((share) => [
    share.shopifyTransactionId,
    share.postingId,
    share.amount,
  ]);
}

test('the cash sale is filled first, in the order of payment', () => {
  expect(shares(paid('2', 7000), paid('1', 3000))).toEqual([
    ['1', 'M1-C', 3000],
    ['2', 'M1-C', 1000],
    ['2', 'M1', 6000],
  ]);
});

test('an authorization moves no money; its capture does', () => {
  const authorization = paid('1', 10_000, { kind: 'AUTHORIZATION' });
  const capture = paid('2', 10_000, { kind: 'CAPTURE', parentTransactionId: '1' });
  expect(shares(authorization, capture)).toEqual([
    ['2', 'M1-C', 4000],
    ['2', 'M1', 6000],
  ]);
});

test('what is paid too much waits on the sales order', () => {
  expect(shares(paid('1', 10_500))).toEqual([
    ['1', 'M1-C', 4000],
    ['1', 'M1', 6500],
  ]);
});

test('a refund leaves the sales order first, also of money that paid for the cash sale', () => {
  const refund = paid('3', 5000, { kind: 'REFUND', parentTransactionId: '1' });
  expect(shares(paid('1', 7000), paid('2', 3000), refund)).toEqual([
    ['1', 'M1-C', 4000],
    ['1', 'M1', 3000],
    ['2', 'M1', 3000],
    ['3', 'M1', 5000],
  ]);
});

test('goods given up are refunded out of their sales order, whatever tender the money goes back to', () => {
  const postings = POSTINGS.map((one) => ({
    ...one,
    standing: one.kind === 'CASH_SALE' ? 4000 : 3000,
  }));
  const giftCard = paid('1', 1500);
  const card = paid('2', 8500);
  const refunds = [
    paid('3', 1500, { kind: 'REFUND', parentTransactionId: '1' }),
    paid('4', 1500, { kind: 'REFUND', parentTransactionId: '2' }),
  ];
  const given = sharePayments(postings, [giftCard, card, ...refunds], NOTHING);
  expect(given.slice(3)).toEqual([
    { shopifyTransactionId: '3', postingId: 'M1', amount: 1500 },
    { shopifyTransactionId: '4', postingId: 'M1', amount: 1500 },
  ]);
});

test('of two sales orders the one that holds too much gives back, then the one its tender paid', () => {
  const postings = [
    { id: 'M1', kind: 'SALES_ORDER', total: 6000, standing: 5000 },
    { id: 'M1-E1', kind: 'SALES_ORDER', total: 2000, standing: 2000 },
  ] as const;
  const payments = [paid('1', 2000), paid('2', 6000)];
  const refund = paid('3', 1500, { kind: 'REFUND', parentTransactionId: '2' });
  const shared = [
    { shopifyTransactionId: '1', postingId: 'M1-E1', amount: 2000 },
    { shopifyTransactionId: '2', postingId: 'M1', amount: 6000 },
  ];
  expect(sharePayments(postings, [...payments, refund], { shared, claims: [] })).toEqual([
    { shopifyTransactionId: '3', postingId: 'M1', amount: 1500 },
  ]);
});

test('a refund of an authorized payment names the authorization: its capture gives the money back', () => {
  const authorization = paid('1', 10_000, { kind: 'AUTHORIZATION' });
  const capture = paid('2', 10_000, { kind: 'CAPTURE', parentTransactionId: '1' });
  const refund = paid('3', 6000, { kind: 'REFUND', parentTransactionId: '1' });
  expect(shares(authorization, capture, refund).slice(-1)).toEqual([['3', 'M1', 6000]]);
});

test('shares given before stand, and the next payment fills what they left', () => {
  const first = [{ shopifyTransactionId: '1', postingId: 'M1', amount: 1000 }];
  expect(
    sharePayments(POSTINGS, [paid('1', 1000), paid('2', 9000)], { shared: first, claims: [] }),
  ).toEqual([
    { shopifyTransactionId: '2', postingId: 'M1-C', amount: 4000 },
    { shopifyTransactionId: '2', postingId: 'M1', amount: 5000 },
  ]);
});

test('payments of one instant are shared in the order of their numbers', () => {
  const processedAt = new Date(0);
  const [ten, nine, first] = ['10', '9', '09'].map((id) => paid(id, 4000, { processedAt }));
  if (ten === undefined || nine === undefined || first === undefined) throw new Error('Three.');
  expect(shares(ten, nine)).toEqual([
    ['9', 'M1-C', 4000],
    ['10', 'M1', 4000],
  ]);
  expect(shares(ten, first)).toEqual([
    ['09', 'M1-C', 4000],
    ['10', 'M1', 4000],
  ]);
});

test('refunds are shared in the order of time, whatever order they come in', () => {
  const late = paid('9', 3000, { kind: 'REFUND' });
  const early = paid('8', 5000, { kind: 'REFUND' });
  expect(shares(paid('1', 10_000), late, early).slice(2)).toEqual([
    ['8', 'M1', 5000],
    ['9', 'M1', 1000],
    ['9', 'M1-C', 2000],
  ]);
});

test('a refund that names no payment comes out of all of them, and what was refunded before counts', () => {
  const named = paid('3', 4000, { kind: 'REFUND', parentTransactionId: '1' });
  const unnamed = paid('4', 5000, { kind: 'REFUND' });
  expect(shares(paid('1', 7000), paid('2', 3000), named, unnamed).slice(3)).toEqual([
    ['3', 'M1', 4000],
    ['4', 'M1', 2000],
    ['4', 'M1-C', 3000],
  ]);
});

test('refunds of another payment leave this one’s room alone', () => {
  const one = paid('3', 3000, { kind: 'REFUND', parentTransactionId: '2' });
  const other = paid('4', 3000, { kind: 'REFUND', parentTransactionId: '1' });
  expect(shares(paid('1', 7000), paid('2', 3000), one, other).slice(3)).toEqual([
    ['3', 'M1', 3000],
    ['4', 'M1', 3000],
  ]);
});

test('a parent nobody knows is no parent', () => {
  const refund = paid('3', 1000, { kind: 'REFUND', parentTransactionId: '77' });
  expect(shares(paid('1', 10_000), refund).slice(2)).toEqual([['3', 'M1', 1000]]);
});

test('money that failed moves nothing, neither in nor out', () => {
  const failed = paid('2', 4000, { status: 'FAILURE' });
  const refund = paid('3', 1000, { kind: 'REFUND', status: 'PENDING' });
  expect(shares(paid('1', 10_000), failed, refund)).toEqual([
    ['1', 'M1-C', 4000],
    ['1', 'M1', 6000],
  ]);
});

test('without a posting there is nothing to share; a payment that was shared is not shared again', () => {
  expect(sharePayments([], [paid('1', 1000)], NOTHING)).toEqual([]);
  const first = [{ shopifyTransactionId: '1', postingId: 'M1', amount: 1000 }];
  expect(sharePayments(POSTINGS, [paid('1', 1000)], { shared: first, claims: [] })).toEqual([]);
});

test('money for goods that came back leaves the posting they were booked in, over all its refunds', () => {
  const refunds = ['3', '4'].map((id) => paid(id, 1000, { kind: 'REFUND' }));
  const claims = [{ shopifyTransactionIds: ['3', '4'], postingId: 'M1-C', amount: 1500 }];
  const payments = [paid('1', 10_000), ...refunds];
  const given = sharePayments(POSTINGS, payments, { shared: [], claims }).slice(2);
  expect(given.map((share) => [share.shopifyTransactionId, share.postingId, share.amount])).toEqual(
    [
      ['3', 'M1-C', 1000],
      ['4', 'M1', 500],
      ['4', 'M1-C', 500],
    ],
  );
});

test('a claim takes no more than the posting was paid', () => {
  const refund = paid('3', 5000, { kind: 'REFUND' });
  const claims = [{ shopifyTransactionIds: ['3'], postingId: 'M1-C', amount: 5000 }];
  const given = sharePayments(POSTINGS, [paid('1', 10_000), refund], { shared: [], claims });
  expect(given.slice(2).map((share) => [share.postingId, share.amount])).toEqual([
    ['M1', 1000],
    ['M1-C', 4000],
  ]);
});
