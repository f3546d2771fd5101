// Paths as clients write them, and where they lie on the disk. Nothing outside the root is ever touched,
// neither by dots nor through a link.

import { realpathSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';

/** What a client may not have. */
export class OutsideRootError extends Error {
  override readonly name = 'OutsideRootError';
  readonly code = 'EACCES';
}

export interface Paths {
  /** The path a client means, absolute and without dots. Relative paths start at its home. */
  readonly absolute: (path: string) => string;
  /** Where that is on the disk, the last name itself not followed when it is a link. */
  readonly entry: (path: string) => string;
  /** Where that is on the disk, links followed; it must exist. */
  readonly target: (path: string) => string;
}

/**
 * @param root an existing folder, served as `/`
 * @param home absolute, as clients see it
 */
export function makePaths(root: string, home: string): Paths {
  const realRoot = realpathSync(root);

  const absolute = (path: string): string => posix.resolve('/', home, path.replaceAll('\\', '/'));
  const inside = (real: string): string => {
    if (real === realRoot || real.startsWith(realRoot + sep)) return real;
    throw new OutsideRootError('The path leads out of the folder that is served.');
  };
  const entry = (path: string): string => {
    const wanted = absolute(path);
    if (wanted === '/') return realRoot;
    const folder = inside(realpathSync(join(realRoot, dirname(wanted))));
    return join(folder, basename(wanted));
  };
  const target = (path: string): string => inside(realpathSync(entry(path)));
  return { absolute, entry, target };
}
