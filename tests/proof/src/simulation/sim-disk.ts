// The disk of the file server. Files have bytes, directories exist by themselves.

import { posix } from 'node:path';
import type { Clock } from '@sendsale/std';

export interface DiskFile {
  readonly bytes: Buffer;
  readonly at: Date;
}

export class SimDisk {
  readonly #files = new Map<string, DiskFile>();
  readonly #directories = new Set<string>(['/']);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(path: string): boolean {
    return this.#files.has(path) || this.#directories.has(path);
  }

  hasDirectory(path: string): boolean {
    return this.#directories.has(path);
  }

  file(path: string): DiskFile | undefined {
    return this.#files.get(path);
  }

  write(path: string, bytes: Buffer): void {
    this.makeDirectory(posix.dirname(path));
    this.#files.set(path, { bytes, at: this.#clock.now() });
  }

  move(from: string, to: string): void {
    const file = this.#files.get(from);
    if (file === undefined) return;
    this.makeDirectory(posix.dirname(to));
    this.#files.delete(from);
    this.#files.set(to, file);
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  makeDirectory(path: string): void {
    for (let one = path; one !== '/'; one = posix.dirname(one)) this.#directories.add(one);
  }

  /** What lies right in a directory: names of files and of directories. */
  list(directory: string): { readonly files: string[]; readonly directories: string[] } {
    const isIn = (path: string): boolean => posix.dirname(path) === directory && path !== '/';
    return {
      files: [...this.#files.keys()].filter(isIn).sort(),
      directories: [...this.#directories].filter(isIn).sort(),
    };
  }
}
