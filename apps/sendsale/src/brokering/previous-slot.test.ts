import { expect, test } from 'vitest';
import { previousSlot } from './previous-slot.ts';

const six = { cron: '0 6 * * *', timeZone: 'America/New_York' };

test.each([
  // A run is due at its very minute, on its own clock, in winter and in summer.
  ['2026-11-23T11:00:00Z', '2026-11-23T11:00:00.000Z'],
  ['2026-11-23T10:59:59Z', '2026-11-22T11:00:00.000Z'],
  ['2026-07-01T10:30:00Z', '2026-07-01T10:00:00.000Z'],
])('at %s the last slot of six in New York was %s', (at, slot) => {
  const read = previousSlot(six, new Date(at));
  expect(read).toEqual({ ok: true, value: new Date(slot) });
});

test('a schedule that cannot be read says what is wrong', () => {
  expect(previousSlot({ cron: '99 * * * *', timeZone: 'UTC' }, new Date(0)).ok).toBe(false);
});
