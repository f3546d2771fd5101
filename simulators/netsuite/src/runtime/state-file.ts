// Keeps the account in a file, so that a simulator goes on where it was stopped.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Account } from '../account/account.ts';
import type { Project } from '../sdf/project.ts';

const State = z.object({ version: z.literal(1), projects: z.string(), account: z.string() });

export interface StateFile {
  /** Whether the file held an account, which is in place now. */
  readonly wasRestored: boolean;
  /** Fingerprint of the projects that were installed when the file was written; '' without one. */
  readonly projects: string;
  readonly save: (projects: readonly Project[]) => void;
}

/** Restores the account from the file if there is one. @throws Error when the file is not a state of this simulator */
export function openStateFile(path: string, account: Account): StateFile {
  const state = existsSync(path) ? State.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  if (state !== null) account.restore(state.account);
  return {
    wasRestored: state !== null,
    projects: state?.projects ?? '',
    save: (projects) => {
      const text = JSON.stringify({
        version: 1,
        projects: fingerprint(projects),
        account: account.snapshot(),
      });
      // A half-written file must never take the place of a whole one.
      writeFileSync(`${path}.tmp`, text);
      renameSync(`${path}.tmp`, path);
    },
  };
}

/** Equal for projects that install the same; a changed project is deployed again. */
export function fingerprint(projects: readonly Project[]): string {
  const hash = createHash('sha256');
  for (const { definitions, files } of projects) {
    hash.update(JSON.stringify(definitions));
    hash.update(JSON.stringify([...files]));
  }
  return hash.digest('hex');
}
