// The parity kit's answers of an account beside those the simulator gives.

import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Answers = z.record(z.string(), z.string());
export type Answers = z.infer<typeof Answers>;

export interface Difference {
  readonly question: string;
  /** Null where a side was not asked. */
  readonly expected: string | null;
  readonly given: string | null;
}

const EXPECTED = new URL('../../parity/expected-answers.json', import.meta.url);

/** What the simulator answers, by file of answers. */
export function expectedAnswers(): Readonly<Record<string, Answers>> {
  return z.record(z.string(), Answers).parse(JSON.parse(readFileSync(EXPECTED, 'utf8')));
}

/** The questions that were answered differently; one that was not asked counts. */
export function differences(expected: Answers, given: Answers): Difference[] {
  const questions = new Set([...Object.keys(expected), ...Object.keys(given)]);
  return [...questions].flatMap((question) => {
    const pair = { expected: expected[question] ?? null, given: given[question] ?? null };
    return pair.expected === pair.given ? [] : [{ question, ...pair }];
  });
}

/** The differences of a file the kit made, as text. @throws Error when it is none of the kit's files */
export function compareFile(path: string): string {
  const given = Answers.parse(JSON.parse(readFileSync(path, 'utf8')));
  const expected = Object.values(expectedAnswers()).find((answers) =>
    Object.keys(given).some((question) => question in answers),
  );
  if (expected === undefined) throw new Error(`${path} has no answer of the parity kit.`);
  const found = differences(expected, given);
  const same = Object.keys(given).length - found.filter((one) => one.given !== null).length;
  return [
    `${same} answers agree, ${found.length} differ.\n`,
    ...found.map(
      ({ question, expected: ours, given: theirs }) =>
        `\n${question}\n  simulator: ${ours ?? '(not asked)'}\n  account:   ${theirs ?? '(not asked)'}\n`,
    ),
  ].join('');
}
