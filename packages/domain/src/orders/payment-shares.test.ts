// Which posting a payment pays, by example.

import { expect, test } from 'vitest';
import { sharePayments } from './payment-shares.ts';
import type { SharingPayment } from './payment-shares.ts';

const POSTINGS = [
  { id: 'M1', kind: 'SALES_ORDER', total: 6000 },
  { id: 'M1-C', kind: 'CASH_SALE', total: 4000 },
] as const;

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
  return sharePayments(POSTINGS, payments, []).map((share) => [
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

test('a refund leaves the sales order first, within what its payment gave', () => {
  const refund = paid('3', 5000, { kind: 'REFUND', parentTransactionId: '1' });
  expect(shares(paid('1', 7000), paid('2', 3000), refund)).toEqual([
    ['1', 'M1-C', 4000],
    ['1', 'M1', 3000],
    ['2', 'M1', 3000],
    ['3', 'M1', 3000],
    ['3', 'M1-C', 2000],
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
  expect(sharePayments(POSTINGS, [paid('1', 1000), paid('2', 9000)], first)).toEqual([
    { shopifyTransactionId: '2', postingId: 'M1-C', amount: 4000 },
    { shopifyTransactionId: '2', postingId: 'M1', amount: 5000 },
  ]);
});
