import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';
import { cell, writeCsv } from './write-csv.ts';

const COLUMNS = ['a', 'b', 'c'] as const;
const text = fc.string({ unit: 'grapheme', maxLength: 30 });

test('what is written is read, for any texts and any number of rows', () => {
  const row = fc.record({ a: text, b: text, c: text });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const clean = rows.map((one) => ({ a: cell(one.a), b: cell(one.b), c: cell(one.c) }));
      const read = readCsv(new TextEncoder().encode(writeCsv(COLUMNS, clean)), COLUMNS);
      const expected = clean.filter((one) => one.a !== '' || one.b !== '' || one.c !== '');
      const missing = (value: string): string | null =>
        ['', 'null', 'undefined'].includes(value.trim()) ? null : value.trim();
      const fields = read.ok ? read.value.map((one) => ('fields' in one ? one.fields : null)) : [];
      // A row of nothing but blanks still has its commas, so it is kept as a row of missing values.
      expect(fields.length).toBeGreaterThanOrEqual(expected.length);
      expect(fields).toEqual(
        clean.map((one) => ({ a: missing(one.a), b: missing(one.b), c: missing(one.c) })),
      );
    }),
  );
});
