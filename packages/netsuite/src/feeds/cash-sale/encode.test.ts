import { expect, test } from 'vitest';
import { CASH_SALE_COLUMNS } from '../../contract/index.ts';
import { goldenText } from '../../test/sample-file.ts';
import { sampleBooking, sampleCashSale } from '../../test/sample-posting.ts';
import { encodeCashSales } from './encode.ts';

test('the file is the sample, byte for byte', () => {
  const file = encodeCashSales([sampleBooking(sampleCashSale(), true)]);
  expect(file.content).toBe(goldenText(import.meta.url, 'sample.csv', file.content));
  expect(file.content.split('\n')[0]).toBe(CASH_SALE_COLUMNS.join(','));
});

test('the sale is one record under its own external id', () => {
  const file = encodeCashSales([sampleBooking(sampleCashSale(), true)]);
  expect(file.rows).toEqual([
    {
      subject: 'M10432-C',
      revision: 1,
      orderId: 'M10432',
      externalId: '5541591875837-C',
      line: 2,
    },
  ]);
});
