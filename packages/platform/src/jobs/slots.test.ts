// Slots bound what runs at once and are given in the order they were asked for.

import { describe, expect, it } from 'vitest';
import { makeSlots } from './slots.ts';

describe('slots', () => {
  it('let as many in as there are, then one for each that leaves, in order', async () => {
    const slots = makeSlots(2);
    const entered: number[] = [];
    const releases: (() => void)[] = [];
    const enter = async (number: number): Promise<void> => {
      releases.push(await slots.take());
      entered.push(number);
    };
    const waits = [1, 2, 3, 4].map(enter);
    await Promise.all(waits.slice(0, 2));
    expect(entered).toEqual([1, 2]);
    releases[0]?.();
    await waits[2];
    expect(entered).toEqual([1, 2, 3]);
    releases[1]?.();
    await waits[3];
    expect(entered).toEqual([1, 2, 3, 4]);
  });
});
