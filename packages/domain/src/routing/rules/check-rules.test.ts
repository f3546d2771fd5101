import { expect, test } from 'vitest';
import { checkRules } from './check-rules.ts';
import { DEFAULT_RULES } from './default-rules.ts';
import type { BrokeringRules } from './rules.ts';

const [RUN] = DEFAULT_RULES.runs;

test('faults are told each with where it stands', () => {
  if (RUN === undefined) throw new Error('The built-in rules have a run.');
  const [batch] = RUN.batches;
  if (batch === undefined) throw new Error('The built-in rules have a batch.');
  const filters = [
    { code: 'QUEUE', args: { queues: ['NOWHERE'] }, exclude: false },
    { code: 'NO_SUCH', args: {}, exclude: false },
  ];
  const rules: BrokeringRules = {
    ...DEFAULT_RULES,
    runs: [
      { ...RUN, cron: '* *', timeZone: 'Mars/Olympus', batches: [{ ...batch, filters }] },
      RUN,
    ],
    costs: { ...DEFAULT_RULES.costs, zoneMiles: [100] },
  };
  const faults = checkRules(rules).join('\n');
  expect(faults).toContain('runs: the code AT_ONCE stands twice.');
  expect(faults).toContain('Mars/Olympus is no time zone');
  expect(faults).toContain('a cron has five fields');
  expect(faults).toContain('filter QUEUE: queues is a list out of BROKERING');
  expect(faults).toContain('filter NO_SUCH: there is none');
  expect(faults).toContain('the last zone has no limit');
});
