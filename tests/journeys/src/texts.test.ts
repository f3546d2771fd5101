import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillText, LANGUAGES } from '../../../apps/web/src/text/define-text.ts';
import type { Text, Texts } from '../../../apps/web/src/text/define-text.ts';
import { REPOSITORY } from './build-screens.ts';

const SRC = `${REPOSITORY}apps/web/src/`;
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' });

async function allTexts(): Promise<ReadonlyArray<readonly [string, Texts<string>]>> {
  const files = FILES.filter(
    (file) => /(^|[-/])text\.ts$/.test(file) && !/(define|use)-text/.test(file),
  );
  const modules = await Promise.all(
    files.map(
      async (file) => [file, (await import(`${SRC}${file}`)) as Record<string, unknown>] as const,
    ),
  );
  return modules.flatMap(([file, exported]) =>
    Object.entries(exported).map(
      ([name, texts]) => [`${file} ${name}`, texts as Texts<string>] as const,
    ),
  );
}

const forms = (text: Text): string[] =>
  typeof text === 'string' ? [text] : [text.one, text.other];
const placeholders = (text: Text | undefined): string[] =>
  text === undefined
    ? []
    : [...new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

test('every language has every text, with the same values in it, and none is empty', async () => {
  const all = await allTexts();
  expect(all.length).toBeGreaterThan(2);
  for (const [name, texts] of all) {
    const [english, german] = [texts.en, texts.de];
    expect([name, Object.keys(german).sort()]).toEqual([name, Object.keys(english).sort()]);
    for (const [key, text] of Object.entries(english)) {
      expect([name, key, placeholders(german[key])]).toEqual([name, key, placeholders(text)]);
      const everyForm = LANGUAGES.flatMap((language) => forms(texts[language][key] ?? ''));
      expect([name, key, everyForm.filter((form) => form.trim() === '')]).toEqual([name, key, []]);
    }
  }
});

test('no page has words of its own: what is between tags comes from a text', () => {
  const pages = FILES.filter((file) => file.endsWith('.tsx'));
  const spoken = pages.flatMap((file) =>
    [
      ...readFileSync(`${SRC}${file}`, 'utf8').matchAll(
        /(?<!=)>\s*([A-Z][a-z]+(?: [a-z]+)*)[.…!?]?\s*</g,
      ),
    ]
      .map(([, words = '']) => words)
      .filter((words) => words !== 'Sendsale')
      .map((words) => `${file}: ${words}`),
  );
  expect(spoken).toEqual([]);
});

test('a plural and its values are filled in as the language does', () => {
  const text = { one: '{count} order', other: '{count} orders' };
  expect(fillText(text, 'en', { count: 1 })).toBe('1 order');
  expect(fillText(text, 'de', { count: 12_000 })).toBe('12.000 orders');
  expect(fillText('{name} was saved.', 'en', { name: 'Ada {x}' })).toBe('Ada {x} was saved.');
});

test('no two pages are reached by the same key', () => {
  const keys = FILES.filter((file) => file.endsWith('area.ts')).flatMap((file) =>
    [...readFileSync(`${SRC}${file}`, 'utf8').matchAll(/\bkey: '(\w)'/g)].map(([, key]) => key),
  );
  expect(keys.length).toBeGreaterThan(5);
  expect([...new Set(keys)]).toEqual(keys);
});
