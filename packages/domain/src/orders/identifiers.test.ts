import { expect, test } from 'vitest';
import { moneyExternalId, postingId, transactionOfExternalId } from './identifiers.ts';

test('one transaction that pays for two sales orders of an order is two deposits in NetSuite', () => {
  const postings = [0, 1, 2].map((supplement) => postingId('M10001', 'SALES_ORDER', supplement));
  const ids = postings.map((posting) => moneyExternalId('7001', posting));
  expect(ids).toEqual(['7001', '7001-E1', '7001-E2']);
  expect([...ids, '7001-R10001'].map(transactionOfExternalId)).toEqual(
    Array.from({ length: 4 }, () => '7001'),
  );
});
