// Retries, causes and alert rules, for whatever they are given.

import { seededRandom } from '@sendsale/std';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isToldOf } from './alert-rule.ts';
import { PROBLEMS } from './catalogue.ts';
import type { ProblemCode } from './catalogue.ts';
import { causeOf } from './cause-of.ts';
import { nextRetryAt } from './next-retry.ts';
import { SEVERITIES, severityOf, treatmentOf } from './treatment.ts';

// Every key of the catalogue is a code.
const codes = fc.constantFrom(...(Object.keys(PROBLEMS) as ProblemCode[]));
const at = new Date('2026-11-24T10:00:00Z');

describe('a retry', () => {
  it('is half a minute to an hour away, the same for the same seed, and later on average each time', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(), (retries, seed) => {
        const wait = (random: number): number =>
          nextRetryAt({ retries, at, random: seededRandom(random) }).getTime() - at.getTime();
        const step = Math.min(3_600_000, 60_000 * 2 ** Math.min(retries, 20));
        expect(wait(seed)).toBe(wait(seed));
        expect(wait(seed)).toBeGreaterThanOrEqual(step / 2);
        expect(wait(seed)).toBeLessThanOrEqual(step);
      }),
    );
  });

  it('of many problems of one instant is spread', () => {
    const random = seededRandom(7);
    const instants = Array.from({ length: 50 }, () => nextRetryAt({ retries: 3, at, random }));
    expect(new Set(instants.map((one) => one.getTime())).size).toBeGreaterThan(45);
  });
});

describe('a cause', () => {
  it('begins with its code and does not depend on the record', () => {
    const detail = { mappingKind: 'NETSUITE_SHP_MTHD', mappingKey: 'EXPRESS' };
    fc.assert(
      fc.property(codes, fc.string(), fc.string(), (code, one, other) => {
        const cause = causeOf({ code, subject: one, detail });
        expect(cause.startsWith(code)).toBe(true);
        expect(causeOf({ code, subject: other, detail })).toBe(cause);
      }),
    );
  });

  it('of refusals is the same when only the ids they name differ', () => {
    const refusal = (text: string) =>
      causeOf({
        code: 'NETSUITE_ROW_REFUSED',
        subject: 'sales-order/M1',
        detail: { feed: 'sales-order', code: 'INVALID_KEY_OR_REF', text },
      });
    expect(refusal('Invalid item reference key 77 for subsidiary 3.')).toBe(
      refusal('Invalid item reference key 12345 for subsidiary 3.'),
    );
    expect(refusal('Invalid item reference key 77.')).not.toBe(refusal('The period is closed.'));
  });
});

describe('an alert rule', () => {
  it('tells of a cause exactly when it is bad, old and dear enough', () => {
    const severities = fc.constantFrom(...SEVERITIES);
    fc.assert(
      fc.property(
        codes,
        severities,
        fc.nat(120),
        fc.nat(1_000),
        fc.nat(120),
        fc.nat(1_000),
        (...parts) => {
          const [code, severity, afterMinutes, moneyMinor, age, stake] = parts;
          const rule = {
            id: 'rule',
            codes: [],
            severity,
            afterMinutes,
            moneyMinor,
            channel: 'EMAIL',
            target: 'a@b.c',
            enabled: true,
          } as const;
          const cause = { code, since: new Date(at.getTime() - age * 60_000), moneyMinor: stake };
          const isBad = SEVERITIES.indexOf(severityOf(code)) >= SEVERITIES.indexOf(severity);
          const expected = isBad && age >= afterMinutes && stake >= moneyMinor;
          expect(isToldOf(rule, cause, at)).toBe(expected);
          expect(isToldOf({ ...rule, enabled: false }, cause, at)).toBe(false);
          expect(isToldOf({ ...rule, codes: [code] }, cause, at)).toBe(expected);
          const others = code === 'TOTAL_MISMATCH' ? 'SHOP_UNKNOWN' : 'TOTAL_MISMATCH';
          expect(isToldOf({ ...rule, codes: [others] }, cause, at)).toBe(false);
        },
      ),
    );
  });
});

it('a refusal is tried again by its code, and everything that blocks is bad', () => {
  expect(treatmentOf('NETSUITE_ROW_REFUSED', { code: 'RCRD_HAS_BEEN_CHANGED' })).toBe('RETRY');
  expect(treatmentOf('NETSUITE_ROW_REFUSED', { code: 'INVALID_KEY_OR_REF' })).toBe('DATA');
  expect(treatmentOf('SFTP_HOST_KEY_MISMATCH', {})).toBe('PERSON');
  expect(severityOf('NETSUITE_ROW_REFUSED')).toBe('HIGH');
});
