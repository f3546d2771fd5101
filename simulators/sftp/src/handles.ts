// The files and directories that one client has open.

import { closeSync } from 'node:fs';
import type { FileEntry } from 'ssh2';

const OPEN_MAX = 256;

export interface OpenFile {
  readonly kind: 'file';
  readonly descriptor: number;
  readonly appends: boolean;
}

export interface OpenDirectory {
  readonly kind: 'directory';
  /** What was not read yet. */
  readonly rest: FileEntry[];
}

export class TooManyOpenError extends Error {
  override readonly name = 'TooManyOpenError';
  readonly code = 'EMFILE';
}

/** Handles are numbers in four bytes. */
export class Handles {
  readonly #open = new Map<number, OpenFile | OpenDirectory>();
  #last = 0;

  add(opened: OpenFile | OpenDirectory): Buffer {
    if (this.#open.size >= OPEN_MAX) throw new TooManyOpenError('Too many files are open.');
    this.#last = (this.#last + 1) >>> 0;
    this.#open.set(this.#last, opened);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(this.#last);
    return handle;
  }

  file(handle: Buffer): OpenFile | null {
    const opened = this.#find(handle);
    return opened?.kind === 'file' ? opened : null;
  }

  directory(handle: Buffer): OpenDirectory | null {
    const opened = this.#find(handle);
    return opened?.kind === 'directory' ? opened : null;
  }

  /** False when there was no such handle. */
  close(handle: Buffer): boolean {
    const opened = this.#find(handle);
    if (opened === null) return false;
    this.#open.delete(handle.readUInt32BE());
    if (opened.kind === 'file') closeSync(opened.descriptor);
    return true;
  }

  closeAll(): void {
    for (const opened of this.#open.values()) {
      if (opened.kind === 'file') closeSync(opened.descriptor);
    }
    this.#open.clear();
  }

  #find(handle: Buffer): OpenFile | OpenDirectory | null {
    return handle.length === 4 ? (this.#open.get(handle.readUInt32BE()) ?? null) : null;
  }
}
