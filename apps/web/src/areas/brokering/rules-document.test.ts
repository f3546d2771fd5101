import { BrokeringRulesDocument } from '@sendsale/api';
import { expect, test } from 'vitest';
import { changesBetween, codeFor, moved, newRule } from './rules-document.ts';

const RULES = BrokeringRulesDocument.parse({
  runs: [
    {
      code: 'AT_ONCE',
      name: 'At once',
      batches: [
        {
          code: 'ALL',
          name: 'Everything',
          rules: [newRule('Nearest', []), newRule('Anybody', [])],
        },
      ],
    },
  ],
  costs: {
    zoneMiles: [null],
    transitDays: [1],
    methods: {},
    perShipment: 1,
    perUnit: 0,
    perRejection: 0,
    unfilledPerUnit: 10,
  },
});

test('a code is made of the name and is none that is taken', () => {
  expect(codeFor('Nur Läger, 2. Wahl', [])).toBe('NUR_LA_GER_2_WAHL');
  expect(codeFor('12', ['RULE'])).toBe('RULE_2');
  expect(codeFor('Nearest', ['NEAREST', 'NEAREST_2'])).toBe('NEAREST_3');
});

test('what stands at an end does not move beyond it', () => {
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
});

test('the differences of two documents name the rule and what is said of it', () => {
  expect(changesBetween(RULES, RULES)).toEqual([]);
  const [run] = RULES.runs;
  const [batch] = run?.batches ?? [];
  const [first, second] = batch?.rules ?? [];
  if (run === undefined || batch === undefined || first === undefined || second === undefined) {
    throw new Error('The document has two rules.');
  }
  const filters = [{ code: 'NOT_SELLING_STORE', args: {}, exclude: false }];
  const changed = {
    ...RULES,
    notHereDays: 3,
    runs: [{ ...run, batches: [{ ...batch, rules: [{ ...first, filters }] }] }],
  };
  const changes = changesBetween(RULES, changed);
  expect(changes.map(([where]) => where)).toEqual([
    'notHereDays',
    'At once › Everything › Nearest',
    'At once › Everything › Anybody',
  ]);
  expect(changes[1]?.[2]).toContain('filters: NOT_SELLING_STORE');
  expect(changes[2]?.[2]).toBe('');
});
