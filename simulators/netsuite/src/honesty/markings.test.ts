// Comments are read from sources as they are written here.

import { expect, test } from 'vitest';
import { behaviourLines } from './behaviour-page.ts';
import { markingsOf, readMarkings } from './markings.ts';

const SOURCE = `// Why this file exists. [documented] Oracle help section_1

import { x } from './x.ts';

// Two lines
// are one. [assumed]
function refuseIt(): never {
  // Not marked.
  return stop(
    // [seen] inside
    1,
  );
}

/**
 * A block. [documented]; the text is [assumed]
 * @throws nothing
 */
export const table = {
  /** One line. [seen] */
  member: 1,
};
`;

test('each marked comment is found with what it stands above', () => {
  expect(markingsOf('a.ts', SOURCE)).toEqual([
    {
      file: 'a.ts',
      above: '',
      text: 'Why this file exists. [documented] Oracle help section_1',
      sources: ['documented'],
    },
    { file: 'a.ts', above: 'refuseIt', text: 'Two lines are one. [assumed]', sources: ['assumed'] },
    { file: 'a.ts', above: '', text: '[seen] inside', sources: ['seen'] },
    {
      file: 'a.ts',
      above: 'table',
      text: 'A block. [documented]; the text is [assumed] @throws nothing',
      sources: ['documented', 'assumed'],
    },
    { file: 'a.ts', above: 'member', text: 'One line. [seen]', sources: ['seen'] },
  ]);
});

test('the page puts a comment under its weakest mark, assumed first', () => {
  const page = behaviourLines(markingsOf('a.ts', SOURCE)).join('\n');
  expect(page).toMatch(/^## Assumed \(2\)/);
  expect(page).toContain('  - table: A block. [documented]; the text is [assumed]');
  expect(page.indexOf('## Seen (2)')).toBeLessThan(page.indexOf('## Documented (1)'));
});

test('the simulator carries marks of all three kinds', () => {
  const marks = new Set(readMarkings().flatMap(({ sources }) => sources));
  expect([...marks].sort()).toEqual(['assumed', 'documented', 'seen']);
});
