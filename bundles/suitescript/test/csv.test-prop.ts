import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, writeCsv } from '../src/lib/csv.ts';
import { parseWorkFileName, workFileName } from '../src/lib/work-file.ts';

const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', 'é', "'") });
// A line of one empty cell is a blank line, and blank lines are left out.
const row = fc.array(cell, { minLength: 2, maxLength: 5 });

test('what is written is read back, whatever the cells hold', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      expect(parseCsv(writeCsv(rows))).toEqual(rows);
    }),
  );
});

test('the state of a file survives its name', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('~'));
  const task = fc.option(fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(name, task, fc.nat(), (sent, taskId, settled) => {
      const file = { name: sent, task: taskId?.includes('~') === true ? null : taskId, settled };
      expect(parseWorkFileName(workFileName(file))).toEqual(file);
    }),
  );
});
