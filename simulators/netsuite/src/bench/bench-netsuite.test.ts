// The bench itself, small. Its promise is checked where nothing else runs; here only that it measures what it says.

import { expect, test } from 'vitest';
import { benchNetsuite } from './bench-netsuite.ts';

test('every call is measured, and no order of the import is refused', async () => {
  const bench = await benchNetsuite({ calls: 2_000, orders: 20 });
  expect(bench).toMatchObject({ orders: 20, linesPerOrder: 3, refused: 0 });
  expect(Object.values(bench.bridge).filter((microseconds) => microseconds > 0)).toHaveLength(5);
});
