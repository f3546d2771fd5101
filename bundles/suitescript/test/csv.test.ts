import { expect, test } from 'vitest';
import { CsvSyntaxError, parseCsv, writeCsv } from '../src/lib/csv.ts';
import { groupRows, readTable, writeTable } from '../src/lib/table.ts';

test('commas, quotes and line ends within a cell survive', () => {
  const rows = [
    ['a', 'b'],
    ['O\'Hara, "Jo"', 'line 1\nline 2\r\nline 3'],
    ['', ' padded '],
  ];
  expect(parseCsv(writeCsv(rows))).toEqual(rows);
});

test('the published unquoted files are read as they are', () => {
  expect(parseCsv('orderId,idValue\nM10432,8812345\n')).toEqual([
    ['orderId', 'idValue'],
    ['M10432', '8812345'],
  ]);
});

test('a byte order mark, CRLF, blank lines and a missing last line end change nothing', () => {
  expect(parseCsv('\uFEFFa,b\r\n\r\n1,2\r\n3,')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', ''],
  ]);
});

test('a quote that is not closed is refused: the file is cut off', () => {
  expect(() => parseCsv('a\n"half a ce')).toThrow(CsvSyntaxError);
  expect(() => parseCsv('a\n"x"y\n')).toThrow('Line 2 has text after a closing quote');
});

test('rows are addressed by column name, short ones padded, long ones refused', () => {
  expect(readTable('b,a\n1,2\n3\n', ['a']).rows).toEqual([
    { b: '1', a: '2' },
    { b: '3', a: '' },
  ]);
  expect(() => readTable('a\n1,2\n', [])).toThrow('Line 2 has more cells');
  expect(() => readTable('a,b\n', ['rowId'])).toThrow('lacks the column(s) rowId');
  expect(() => readTable('', [])).toThrow('no header line');
});

test('a table is written with all its columns, whatever its first row holds', () => {
  expect(writeTable(['a', 'b'], [{ a: '1' }, { b: '2', c: '3' }])).toBe('a,b\n1,\n,2\n');
});

test('rows of one key are gathered in the order the keys first appear', () => {
  const rows = [{ id: 'x' }, { id: 'y' }, { id: 'x' }];
  const groups = [...groupRows(rows, (row) => row['id'] ?? '')];
  expect(groups.map(([key, group]) => [key, group.length])).toEqual([
    ['x', 2],
    ['y', 1],
  ]);
});
