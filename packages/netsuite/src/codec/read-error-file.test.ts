import { expect, test } from 'vitest';
import { ERROR_FILES } from '../contract/index.ts';
import type { ErrorFile } from '../contract/index.ts';
import { readErrorFile } from './read-error-file.ts';

function read(text: string, kind: ErrorFile) {
  const rows = readErrorFile(new TextEncoder().encode(text), kind);
  return rows.ok ? rows.value.map((row) => [row.subject, row.message]) : rows.error;
}

test('a stray comma before every row but the first, and messages with commas', () => {
  const text = [
    'orderId,errorMessage',
    '8812345,Invalid payment method reference key 7, or it is inactive',
    ',8812346,{"type":"error.SuiteScriptError","name":"INVALID_KEY"}',
    '',
  ].join('\n');
  expect(read(text, ERROR_FILES.customerDeposit)).toEqual([
    ['8812345', 'Invalid payment method reference key 7, or it is inactive'],
    ['8812346', '{"type":"error.SuiteScriptError","name":"INVALID_KEY"}'],
  ]);
});

test('a message of several lines stays one message', () => {
  const text = 'orderId,errorMessage\n8812345,First\nsecond, and more\n,8812346,Other\n';
  expect(read(text, ERROR_FILES.itemFulfillment)).toEqual([
    ['8812345', 'First\nsecond, and more'],
    ['8812346', 'Other'],
  ]);
});

test('the file name at the end of a refund row is not part of its message', () => {
  const text =
    'orderId,errorMessage,fileName\n8812345,No deposit, sorry,Customer-Refund-Feed-1-x.json\n';
  expect(read(text, ERROR_FILES.customerRefund)).toEqual([['8812345', 'No deposit, sorry']]);
});

test('a file that failed as a whole is named', () => {
  const text =
    'fileName,errorMessage\nCreateOrderItemsFeed_2026-11-23-10-05-09.csv,FAILED_TO_SUBMIT, bad map\n';
  expect(read(text, ERROR_FILES.salesOrder)).toEqual([
    ['CreateOrderItemsFeed_2026-11-23-10-05-09.csv', 'FAILED_TO_SUBMIT, bad map'],
  ]);
});

test('the same files of our bundle are RFC 4180 and name the row', () => {
  const text =
    'orderId,errorMessage,code,rowId\r\n8812345,"No, ""never""\nagain",X,customer-deposit/M1.6/1\r\n';
  const rows = readErrorFile(new TextEncoder().encode(text), ERROR_FILES.customerDeposit);
  expect(rows).toEqual({
    ok: true,
    value: [
      {
        line: 3,
        subject: '8812345',
        message: 'No, "never"\nagain',
        rowId: 'customer-deposit/M1.6/1',
      },
    ],
  });
});

test('another header is refused', () => {
  expect(read('a,b\n1,2\n', ERROR_FILES.cashSale)).toBe(
    'The header reads a,b, not fileName,errorMessage.',
  );
});
