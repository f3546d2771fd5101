// A copy of the fixture project with one thing changed, for tests of what deployment refuses.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readProject } from '../sdf/read-project.ts';
import type { ReadProject } from '../sdf/read-project.ts';
import { ACME_PROJECT } from './acme-account.ts';

export interface ProjectCopy {
  /** Replaces a text in the one file of that name; the text must be there. */
  readonly edit: (file: string, from: string, to: string) => void;
  readonly write: (path: string, text: string) => void;
  readonly remove: (file: string) => void;
}

/** Reads the fixture after `change` was made to a copy of it. */
export function readChanged(change: (copy: ProjectCopy) => void): ReadProject {
  const directory = mkdtempSync(join(tmpdir(), 'sdf-project-'));
  try {
    const source = join(directory, 'src');
    cpSync(join(ACME_PROJECT, 'src'), source, { recursive: true });
    const find = (file: string): string => {
      const paths = readdirSync(source, { recursive: true, encoding: 'utf8' });
      const path = paths.find((one) => basename(one) === file);
      if (path === undefined) throw new Error(`The fixture has no ${file}.`);
      return join(source, path);
    };
    change({
      edit: (file, from, to) => {
        const text = readFileSync(find(file), 'utf8');
        if (!text.includes(from)) throw new Error(`${file} does not hold ${from}.`);
        writeFileSync(find(file), text.replace(from, to));
      },
      write: (path, text) => {
        writeFileSync(join(source, path), text);
      },
      remove: (file) => {
        rmSync(find(file));
      },
    });
    return readProject(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
