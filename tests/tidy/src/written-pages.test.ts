import { EXPORT_FEEDS, IMPORT_FEEDS } from '@sendsale/netsuite';
import { TIMELINE_STEPS } from '@sendsale/domain';
import { expect, test } from 'vitest';
import { EXPORT_WORDS, IMPORT_WORDS } from '../../../tools/docs/feed-words.ts';
import { generatedPages } from '../../../tools/docs/pages.ts';
import { STEP_MEANINGS } from '../../../tools/docs/timeline-page.ts';
import { exists, FILES, read } from './repository.ts';

const pages = generatedPages();

test.each([...pages])(
  '$path is what npx tsx tools/write-docs.ts would write',
  ({ path, content }) => {
    expect(exists(path) ? read(path) : 'no such file').toBe(content);
  },
);

test('no page is left of what is gone', () => {
  const written = new Set(pages.map(({ path }) => path));
  const lying = FILES.filter((path) => /^docs\/(feeds|states)\//.test(path));
  expect(lying.filter((path) => !written.has(path))).toEqual([]);
});

test('every feed and every step has words in tools/docs', () => {
  const incoming = IMPORT_FEEDS.filter(({ name }) => !name.startsWith('error-'));
  expect(EXPORT_FEEDS.filter(({ name }) => EXPORT_WORDS[name] === undefined)).toEqual([]);
  expect(incoming.filter(({ name }) => IMPORT_WORDS[name] === undefined)).toEqual([]);
  expect(TIMELINE_STEPS.filter((step) => STEP_MEANINGS[step] === undefined)).toEqual([]);
});
