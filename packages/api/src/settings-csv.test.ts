import { expect, test } from 'vitest';
import { readSettingsCsv, writeSettingsCsv } from './settings-csv.ts';

test('what is written is read again, whatever the texts hold', () => {
  const rows = [
    { section: 'shipping-title', key: 'Standard, "free"', shop: '*', value: 'STANDARD' },
    { section: 'channel', key: 'POS', shop: 'shop', value: 'two\nlines' },
  ];
  expect(readSettingsCsv(writeSettingsCsv(rows))).toEqual({ rows });
});

test('a byte order mark, CRLF, another order of columns and a missing shop are no trouble', () => {
  const text = '\uFEFFvalue,key,section\r\n7,DEFAULT,payment-method\r\n\r\n';
  expect(readSettingsCsv(text)).toEqual({
    rows: [{ section: 'payment-method', key: 'DEFAULT', shop: '*', value: '7' }],
  });
});

test('a row that is too short lacks its value, which the import names', () => {
  expect(readSettingsCsv('section,key,value\ntax-code,DEFAULT\n')).toEqual({
    rows: [{ section: 'tax-code', key: 'DEFAULT', shop: '*', value: '' }],
  });
});

test('a file without the columns is no settings file', () => {
  expect(readSettingsCsv('kind,key\n')).toEqual({
    fault: 'The header lacks section, value; it wants section,key,shop,value.',
  });
  expect(readSettingsCsv('')).toEqual({ fault: 'The file is empty.' });
});
