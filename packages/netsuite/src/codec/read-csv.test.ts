import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const COLUMNS = ['orderId', 'idValue'] as const;

function read(text: string | Uint8Array) {
  return readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, COLUMNS);
}

function values(text: string | Uint8Array) {
  const records = read(text);
  if (!records.ok) return records.error;
  return records.value.map((row) => ('fault' in row ? row.fault : Object.values(row.fields)));
}

test('published exports and RFC 4180 read alike', () => {
  expect(values('orderId,idValue\nM10001,12\n')).toEqual([['M10001', '12']]);
  expect(values('"orderId","idValue"\r\n"M10001","12"\r\n')).toEqual([['M10001', '12']]);
});

test('a byte order mark, CRLF and blank lines do no harm', () => {
  expect(values('\uFEFForderId,idValue\r\nM10001,12\r\n\r\nM10002,13\r\n')).toEqual([
    ['M10001', '12'],
    ['M10002', '13'],
  ]);
});

test('a last row without a line end is a fault: it may be cut within its last value', () => {
  expect(values('orderId,idValue\nM10001,12\nM10002,1')).toEqual([
    ['M10001', '12'],
    'The last row has no line end: the file may be cut off within it.',
  ]);
});

test('the words undefined and null of the published exports are missing values', () => {
  expect(values('orderId,idValue\nundefined,null\n ,\n')).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('quotes inside an unquoted cell stay', () => {
  expect(values('orderId,idValue\nThe 9" boot,12\n')).toEqual([['The 9" boot', '12']]);
});

test('line ends inside quotes belong to the cell', () => {
  expect(values('orderId,idValue\n"one\ntwo",12\nM1,13\n')).toEqual([
    ['one\ntwo', '12'],
    ['M1', '13'],
  ]);
});

test('columns may come in any order and with others beside them', () => {
  expect(values('x,idValue,orderId\n1,12,M10001\n')).toEqual([['1', '12', 'M10001']]);
});

test('a row of another length is a fault of that row alone, at its line', () => {
  const records = read('orderId,idValue\nM10001,12,13\nM10002\nM10003,14\n');
  expect(records).toEqual({
    ok: true,
    value: [
      { line: 2, fault: 'The row has 3 fields, the header 2: M10001,12,13' },
      { line: 3, fault: 'The row has 1 fields, the header 2: M10002' },
      { line: 4, fields: { orderId: 'M10003', idValue: '14' } },
    ],
  });
});

describe('a file that is none', () => {
  test.each([
    ['empty', '', 'The file is empty.'],
    ['NUL bytes', 'orderId,idValue\nM1\0,2\n', 'The file holds NUL bytes.'],
    ['not UTF-8', new Uint8Array([0x6f, 0xff, 0xfe]), 'The file is not UTF-8.'],
    [
      'another delimiter',
      'orderId;idValue\nM1;2\n',
      'The header lacks orderId, idValue; it reads orderId;idValue.',
    ],
    ['other columns', 'a,b\n1,2\n', 'The header lacks orderId, idValue; it reads a,b.'],
  ])('%s', (_name, content, fault) => {
    expect(values(content)).toBe(fault);
  });

  test('cut off inside quotes', () => {
    expect(values('orderId,idValue\n"M1,2\n')).toMatch(/^The file is cut off or no CSV/);
  });
});
