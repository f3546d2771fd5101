// Mutants are written over sources, so they are written in a copy: the files git knows, and the installed
// packages by links, so that a package of ours leads to its copy and not back here.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Copies the work tree at `root` (uncommitted changes included) to `target`, which must be empty. */
export function copyRepository(root: string, target: string): void {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const names = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0');
  for (const name of names.filter((one) => one !== '')) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    copyFileSync(join(root, name), join(target, name));
  }
  linkPackages(join(root, 'node_modules'), join(target, 'node_modules'));
}

function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === '@sendsale') linkOurs(join(from, name), join(to, name));
    // A cache in it would be shared by both trees.
    else if (!name.startsWith('.') || name === '.bin')
      symlinkSync(join(from, name), join(to, name));
  }
}

function linkOurs(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (lstatSync(join(from, name)).isSymbolicLink())
      symlinkSync(readlinkSync(join(from, name)), join(to, name));
  }
}
