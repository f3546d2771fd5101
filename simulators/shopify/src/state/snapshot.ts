// Keeps the state in a file, so that a demo finds its shop again after a restart. Written under a
// temporary name and renamed; at most once a second, and when the simulator closes.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { ShopState } from './model.ts';
import { upgradeState } from './upgrade.ts';

const FORMAT = 1;
const PAUSE_MS = 1000;

const Kept = z.object({ format: z.literal(FORMAT), state: z.custom<ShopState>() });

/** The state a file keeps, or null when there is none. */
export function readSnapshot(path: string): ShopState | null {
  if (!existsSync(path)) return null;
  return upgradeState(Kept.parse(JSON.parse(readFileSync(path, 'utf8'))).state);
}

export interface Snapshot {
  /** Says that something has changed. */
  readonly mark: () => void;
  readonly close: () => void;
}

export function keepSnapshot(path: string, state: ShopState): Snapshot {
  let timer: NodeJS.Timeout | null = null;
  const write = (): void => {
    timer = null;
    writeFileSync(`${path}.tmp`, JSON.stringify({ format: FORMAT, state }));
    renameSync(`${path}.tmp`, path);
  };
  return {
    mark: () => {
      timer ??= setTimeout(write, PAUSE_MS).unref();
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      write();
    },
  };
}
