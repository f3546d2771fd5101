// The clock of the machine, for the composition root; everything else is given a Clock.

import type { Clock } from '@sendsale/std';
import { setTimeout as delay } from 'node:timers/promises';

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds) => {
    await delay(milliseconds);
  },
};
