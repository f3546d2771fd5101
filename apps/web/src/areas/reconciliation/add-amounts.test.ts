import fc from 'fast-check';
import { formatMinor } from '@sendsale/std';
import { expect, test } from 'vitest';
import { addAmounts } from './add-amounts.ts';

test('the sum of amounts is that of their minor units, in any currency', () => {
  const minors = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(minors, fc.constantFrom('USD', 'JPY', 'KWD'), (amounts, currency) => {
      const texts = amounts.map((amount) => formatMinor(amount, currency));
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      expect(addAmounts(texts)).toBe(formatMinor(sum, currency));
    }),
  );
  expect(addAmounts([])).toBeNull();
});
