// A record without an answer is never sent while it may still be taken, never for ever, and never when it is there.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideOverdue, UNANSWERED_ATTEMPTS_MAX } from './decide-overdue.ts';
import type { FilePlace, ReadBack } from './decide-overdue.ts';

const places: readonly FilePlace[] = [
  'INBOX',
  'PROCESSING',
  'ARCHIVE',
  'FAILED',
  'NOWHERE',
  'UNKNOWN',
];
const facts = fc.record({
  readBack: fc.constantFrom<ReadBack>(
    { kind: 'FOUND', remoteId: '77' },
    { kind: 'MISSING' },
    { kind: 'UNKNOWN' },
  ),
  place: fc.constantFrom(...places),
  attempt: fc.integer({ min: 1, max: 10 }),
  isAnswered: fc.boolean(),
});

it('what NetSuite has is accepted with its id, wherever the file is', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const decision = decideOverdue(given);
      const isFound = given.readBack.kind === 'FOUND';
      expect(decision.kind === 'ACCEPT' && decision.remoteId === '77').toBe(isFound);
    }),
  );
});

it('goes again only when nobody can still take the file, and so often at most', () => {
  fc.assert(
    fc.property(facts, (given) => {
      if (decideOverdue(given).kind !== 'SEND_AGAIN') return;
      expect(['ARCHIVE', 'NOWHERE']).toContain(given.place);
      expect(given.attempt).toBeLessThan(UNANSWERED_ATTEMPTS_MAX);
      expect(given.readBack.kind).not.toBe('FOUND');
    }),
  );
});

it('silence counts as taken only where nobody would say more and the file was read', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const decision = decideOverdue(given);
      if (decision.kind !== 'ACCEPT' || decision.remoteId !== null) return;
      expect(given).toMatchObject({ place: 'ARCHIVE', isAnswered: false });
    }),
  );
});
