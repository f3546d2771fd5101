// Where each behaviour is from, read from the code itself: comments carry [documented] (NetSuite's help or Oracle's
// own sources say so), [seen] (published scripts rely on it) or [assumed] (nobody could check it on an account).

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Source = 'documented' | 'seen' | 'assumed';
export const SOURCES: readonly Source[] = ['documented', 'seen', 'assumed'];

/** One comment of the code that says where a behaviour is from. */
export interface Marking {
  /** Below the simulator's src, e.g. account/lifecycle/invoice.ts */
  readonly file: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOT_BEHAVIOUR = /\.test(-prop)?\.ts$|(^|\/)(test-kit|testing|bench|honesty|pages)\//;

/** Every marked comment, by file and in the order of the code. */
export function readMarkings(root: string = ROOT): Marking[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => relative(root, join(root, name)).split(sep).join('/'))
    .filter((name) => name.endsWith('.ts') && !NOT_BEHAVIOUR.test(name))
    .sort()
    .flatMap((file) => markingsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** The marked comments of one source text. */
export function markingsOf(file: string, source: string): Marking[] {
  return commentsOf(source).flatMap((text) => {
    const sources = SOURCES.filter((each) => text.includes(`[${each}]`));
    return sources.length === 0 ? [] : [{ file, text, sources }];
  });
}

// Lines of // that follow each other are one comment; so is a block.
function commentsOf(source: string): string[] {
  const comments: string[] = [];
  let open: string[] = [];
  let isBlock = false;
  const close = (): void => {
    const text = open.filter((line) => line !== '').join(' ');
    if (text !== '') comments.push(text);
    open = [];
  };
  for (const line of source.split('\n').map((each) => each.trim())) {
    if (isBlock || line.startsWith('/*')) {
      if (!isBlock) close();
      open.push(
        line
          .replace(/^\/\*+|^\*(?!\/)|\*+\/.*$/g, '')
          .replace(/\*\/$/, '')
          .trim(),
      );
      isBlock = !line.includes('*/');
      if (!isBlock) close();
      continue;
    }
    if (line.startsWith('//')) open.push(line.slice(2).trim());
    else close();
  }
  close();
  return comments;
}
