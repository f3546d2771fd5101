import { expect, test } from 'vitest';
import { isProblemCode, PROBLEMS } from './catalogue.ts';
import { problem } from './problem.ts';

test('every problem says what it means and what to do, in sentences', () => {
  for (const [code, { title, meaning, whatToDo }] of Object.entries(PROBLEMS)) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(title).not.toMatch(/\.$/);
    expect(meaning).toMatch(/\.$/);
    expect(whatToDo).toMatch(/\.$/);
  }
});

test('a problem without a message says the title of its code', () => {
  expect(problem({ code: 'UNFILLABLE', subject: 'M10001' })).toEqual({
    code: 'UNFILLABLE',
    cause: 'UNFILLABLE',
    subject: 'M10001',
    orderId: null,
    message: 'No facility can ship the item',
    detail: {},
  });
});

test('only the codes of the catalogue are codes', () => {
  expect(isProblemCode('UNFILLABLE')).toBe(true);
  expect(isProblemCode('toString')).toBe(false);
});
