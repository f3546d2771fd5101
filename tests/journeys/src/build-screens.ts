// Builds the screens before the tests that look at them, unless they are what their sources say.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { assert } from '@sendsale/std';

export const REPOSITORY: string = fileURLToPath(new URL('../../../', import.meta.url));

export function buildScreens(): void {
  const { status } = spawnSync(process.execPath, ['tools/ensure-web.mjs'], {
    cwd: REPOSITORY,
    stdio: 'inherit',
  });
  assert(status === 0, 'The screens were built.');
}
