// A few of the cuts of npm run handover, on a smaller file.

import { expect, test } from 'vitest';
import { cutTransfers } from './cut-transfers.ts';

test('a reader sees the whole file or none, wherever its transfer is cut', async () => {
  const cuts = { fileBytes: 64 * 1024, everyBytes: 16 * 1024, randomCuts: 6, seed: 1 };
  expect(await cutTransfers(cuts)).toEqual({ cuts: 11, faults: [] });
});
