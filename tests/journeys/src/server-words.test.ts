// The German of the screens knows everything that the server says by code or by a fixed sentence.

import {
  ACTIONS,
  DIFFERENCES,
  differenceDefinition,
  FACILITY_SORTS,
  INVENTORY_FILTERS,
  ORDER_FILTERS,
  ORDER_SORTS,
  orderStage,
  PROBLEMS,
  TIMELINE_STEPS,
} from '@sendsale/domain';
import type { DifferenceCode } from '@sendsale/domain';
import { expect, test } from 'vitest';
import { GERMAN } from '../../../apps/web/src/text/german/words.ts';

const missing = (needed: readonly string[], words: Readonly<Record<string, unknown>>): string[] =>
  needed.filter((one) => words[one] === undefined);

test('every problem and every difference has its German, and none that is gone is kept', () => {
  expect(Object.keys(GERMAN.problems).sort()).toEqual(Object.keys(PROBLEMS).sort());
  expect(Object.keys(GERMAN.differences).sort()).toEqual(Object.keys(DIFFERENCES).sort());
});

test('causes of differences, steps of the timeline and what an order waits for are known', () => {
  const codes = Object.keys(DIFFERENCES) as DifferenceCode[];
  const causes = codes.map((code) => differenceDefinition(code).cause);
  expect(missing([...causes, ...TIMELINE_STEPS, ...waits()], GERMAN.phrases)).toEqual([]);
});

test('the catalogue of brokering speaks German', () => {
  const units = [ORDER_FILTERS, ORDER_SORTS, INVENTORY_FILTERS, FACILITY_SORTS, ACTIONS].flat();
  const labels = units.flatMap(({ label, args }) => [label, ...args.map((arg) => arg.label)]);
  expect(missing(labels, GERMAN.phrases)).toEqual([]);
});

/** What an order waits for, asked with every set of steps that ends somewhere on the road. */
function waits(): string[] {
  const facts = { openItems: 0, problem: null };
  const found = (['APPROVED', 'CANCELLED'] as const).flatMap((status) =>
    (['SALES_ORDER', 'CASH_SALE'] as const).flatMap((kind) =>
      ['', ...TIMELINE_STEPS].map(
        (step) =>
          orderStage({ ...facts, status, postingKinds: [kind], steps: new Set([step]) }).waitsFor,
      ),
    ),
  );
  return [...new Set(found)].flatMap((text) => text ?? []);
}
