// Whatever Shopify has and whatever was chosen: every unit that can be where it should be ends there, none is moved
// twice, and a second plan after the first was carried out is empty.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenFulfillmentOrder } from '../fulfillments/fulfillment-state.ts';
import { planMoves } from './plan-moves.ts';
import type { PlannedMove } from './plan-moves.ts';

const LOCATIONS = ['1', '2', '3'];
const LINES = ['A', 'B'];

const fulfillmentOrder = fc.record({
  locationId: fc.constantFrom(...LOCATIONS),
  methodType: fc.constantFrom('SHIPPING', 'SHIPPING', 'SHIPPING', 'RETAIL'),
  remaining: fc.tuple(fc.nat(3), fc.nat(3)),
  movable: fc.boolean(),
});

type Drawn = typeof fulfillmentOrder extends fc.Arbitrary<infer T> ? T : never;

function build(drawn: Drawn, index: number): OpenFulfillmentOrder {
  return {
    id: `fo${index}`,
    status: 'OPEN',
    methodType: drawn.methodType,
    locationId: drawn.locationId,
    actions: drawn.movable ? ['MOVE', 'CREATE_FULFILLMENT'] : ['CREATE_FULFILLMENT'],
    lines: LINES.map((lineId, line) => ({
      id: `fo${index}-${lineId}`,
      lineId,
      remaining: drawn.remaining[line] ?? 0,
    })),
  };
}

/** What Shopify does: a whole fulfillment order keeps its id, a part becomes another one. */
function carryOut(
  before: readonly OpenFulfillmentOrder[],
  moves: readonly PlannedMove[],
): OpenFulfillmentOrder[] {
  const after = before.map((one) => ({ ...one, lines: one.lines.map((line) => ({ ...line })) }));
  for (const [index, move] of moves.entries()) {
    const source = after.find((one) => one.id === move.fulfillmentOrder.id);
    if (source === undefined) throw new Error('It was there when the plan was made.');
    if (move.whole) {
      source.locationId = move.locationId;
      continue;
    }
    const lines = move.lines.map(({ id, quantity }) => {
      const line = source.lines.find((one) => one.id === id);
      if (line === undefined || line.remaining < quantity) throw new Error('More than there is.');
      line.remaining -= quantity;
      return { id: `${id}-${index}`, lineId: line.lineId, remaining: quantity };
    });
    after.push({ ...source, id: `new${index}`, locationId: move.locationId, lines });
  }
  return after;
}

function misplaced(
  units: readonly { shopifyLineId: string; locationId: string; quantity: number }[],
  state: readonly OpenFulfillmentOrder[],
): number {
  const open = state.filter((one) => one.methodType !== 'RETAIL');
  let missing = 0;
  for (const { shopifyLineId, locationId, quantity } of units) {
    const there = open
      .filter((one) => one.locationId === locationId)
      .flatMap((one) => one.lines)
      .filter((line) => line.lineId === shopifyLineId);
    const count = there.reduce((sum, line) => sum + line.remaining, 0);
    missing += Math.max(0, quantity - count);
  }
  return missing;
}

test('units go where they were chosen for, and a second plan has nothing left to do', () => {
  fc.assert(
    fc.property(
      fc.array(fulfillmentOrder, { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 3, maxLength: 3 }),
      (drawn, wanted) => {
        const before = drawn.map(build);
        const units = wanted.flatMap((counts, place) =>
          counts.map((quantity, line) => ({
            shopifyLineId: LINES[line] ?? '',
            locationId: LOCATIONS[place] ?? '',
            quantity,
          })),
        );
        const moves = planMoves(units, before);
        const after = carryOut(before, moves);
        expect(moves.every((one) => one.fulfillmentOrder.methodType === 'SHIPPING')).toBe(true);
        expect(misplaced(units, after)).toBeLessThanOrEqual(misplaced(units, before));
        expect(planMoves(units, after)).toEqual([]);
      },
    ),
  );
});
