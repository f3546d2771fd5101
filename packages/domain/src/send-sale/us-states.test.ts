import { expect, test } from 'vitest';
import { centerOfState, stateOfZip, US_STATES } from './us-states.ts';

test.each([
  ['10012', 'NY'],
  ['00501', 'NY'],
  ['02116', 'MA'],
  ['73301', 'TX'],
  ['90210-1234', 'CA'],
  ['100', 'NY'],
  ['00000', null],
  ['96201', null],
  ['K1A 0B1', null],
  ['', null],
])('ZIP code %s lies in %s', (zip, state) => {
  expect(stateOfZip(zip)).toBe(state);
});

test('every state that a ZIP code names has a place', () => {
  const named = Array.from({ length: 1000 }, (_, prefix) => String(prefix).padStart(3, '0'))
    .map(stateOfZip)
    .filter((state) => state !== null);
  expect(new Set(named)).toEqual(new Set(US_STATES));
  for (const state of US_STATES) expect(centerOfState(state)).not.toBeNull();
});
