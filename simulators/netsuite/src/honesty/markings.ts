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
  /** What the comment stands above, e.g. a function's name; '' at the head of a file. */
  readonly above: string;
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
  return commentsOf(source).flatMap(({ text, above }) => {
    const sources = SOURCES.filter((each) => text.includes(`[${each}]`));
    return sources.length === 0 ? [] : [{ file, above, text, sources }];
  });
}

interface Comment {
  readonly text: string;
  readonly above: string;
}

// Lines of // that follow each other are one comment; so is a block.
function commentsOf(source: string): Comment[] {
  const comments: Comment[] = [];
  let open: string[] = [];
  let isBlock = false;
  for (const line of source.split('\n').map((each) => each.trim())) {
    if (isBlock || line.startsWith('/*')) {
      open.push(
        line
          .replace(/^\/\*+|\*+\/.*$/g, '')
          .replace(/^\*\s?/, '')
          .trim(),
      );
      isBlock = !line.includes('*/');
    } else if (line.startsWith('//')) open.push(line.slice(2).trim());
    else {
      const text = open.filter((part) => part !== '').join(' ');
      if (text !== '') comments.push({ text, above: nameIn(line) });
      open = [];
    }
  }
  return comments;
}

const DECLARED =
  /^(?:export )?(?:async )?(?:function\*?|const|let|interface|type|class)\s+(\w+)|^(?:readonly )?['"]?([\w.]+)['"]?\??:|^return (\w+)\(/;

// The name of what a line declares; '' when it declares nothing.
function nameIn(line: string): string {
  const found = DECLARED.exec(line);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}
