// What the protocol says about files, made of what the disk says.

import type { Stats } from 'node:fs';
import type { Attributes, FileEntry } from 'ssh2';

/** The attributes of a file, times in whole seconds. */
export function attributesOf(stat: Stats): Attributes {
  return {
    mode: stat.mode,
    uid: stat.uid,
    gid: stat.gid,
    size: stat.size,
    atime: Math.floor(stat.atimeMs / 1000),
    mtime: Math.floor(stat.mtimeMs / 1000),
  };
}

/** An entry of a directory, with the line that `ls -l` would show. */
export function entryOf(filename: string, stat: Stats): FileEntry {
  const kind = stat.isDirectory() ? 'd' : stat.isSymbolicLink() ? 'l' : '-';
  const rights = [6, 3, 0].map((shift) => rightsOf((stat.mode >> shift) & 7)).join('');
  const day = stat.mtime.toISOString().slice(0, 10);
  const longname = `${kind}${rights} 1 ${stat.uid} ${stat.gid} ${stat.size} ${day} ${filename}`;
  return { filename, longname, attrs: attributesOf(stat) };
}

function rightsOf(bits: number): string {
  return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${bits & 1 ? 'x' : '-'}`;
}
