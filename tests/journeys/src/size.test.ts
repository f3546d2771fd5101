import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildScreens, REPOSITORY } from './build-screens.ts';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
}

const DIST = `${REPOSITORY}apps/web/dist/`;
const LIMIT_KB = 200;

test('the first load of any page is within 200 KB of compressed script', () => {
  buildScreens();
  const manifest = JSON.parse(readFileSync(`${DIST}assets/manifest.json`, 'utf8')) as Readonly<
    Record<string, Chunk>
  >;
  const pages = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'));
  expect(pages.length).toBeGreaterThan(2);
  const sizes = pages.map((page) => [page, sizeKb(manifest, ['index.html', page])] as const);
  expect(sizes.filter(([, kb]) => kb > LIMIT_KB)).toEqual([]);
});

/** Everything the entries load before they run, each file once, as sent. */
function sizeKb(manifest: Readonly<Record<string, Chunk>>, entries: readonly string[]): number {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const next of manifest[name]?.imports ?? []) visit(next);
  };
  entries.forEach(visit);
  const files = [...seen].map((name) => manifest[name]?.file ?? '');
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  return scripts.reduce((sum, file) => sum + statSync(`${DIST}${file}.br`).size, 0) / 1024;
}
