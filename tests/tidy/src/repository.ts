// The repository as the tidy tests read it: every tracked file, read once.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LEFT_OUT = /(^|\/)(node_modules|dist|\.git|\.sendsale[^/]*|coverage)(\/|$)/;

/** Paths from the root, with `/`, of what belongs to the repository: what git tracks, or, without git, what lies there. */
export const FILES: readonly string[] = list();

function list(): string[] {
  try {
    const tracked = execFileSync(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return tracked.split('\0').filter((path) => path !== '' && exists(path));
  } catch {
    return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !LEFT_OUT.test(path) && statSync(join(ROOT, path)).isFile());
  }
}

export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

const texts = new Map<string, string>();

export function read(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(ROOT, path), 'utf8');
  texts.set(path, text);
  return text;
}

/** Code of ours: no fixtures, which are samples of other people's. */
export const SOURCES: readonly string[] = FILES.filter(
  (path) => /\.(ts|mjs|cjs|js)$/.test(path) && !/(^|\/)fixtures\//.test(path),
);

export const DOCUMENTS: readonly string[] = FILES.filter(
  (path) => path.endsWith('.md') && !/(^|\/)fixtures\//.test(path),
);

export function isTest(path: string): boolean {
  return /\.(test|test-prop)\.ts$/.test(path);
}

/** The code without comments and texts, so that words in them are not taken for code. */
export function withoutProse(code: string): string {
  return code
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g, (text) =>
      text.replaceAll(/[^\n]/g, '_'),
    )
    .replaceAll(/\/\/.*$/gm, '');
}
