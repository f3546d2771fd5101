// Script ids as NetSuite takes them.

import type { Report } from './problem.ts';

const MAX_ID = 40;

/** Script ids are lower case, at most 40 characters, and begin as their kind does. */
export function checkId(id: string, prefix: string, report: Report): void {
  if (!id.startsWith(prefix) || id === prefix) {
    report('SCRIPTID_INVALID', `"${id}" must begin with ${prefix} and go on`);
  }
  if (!/^[a-z0-9_]*$/.test(id)) {
    report('SCRIPTID_INVALID', `"${id}" may hold a-z, 0-9 and _ only`);
  }
  if (id.length > MAX_ID) {
    report('SCRIPTID_TOO_LONG', `"${id}" has ${String(id.length)} characters; 40 are allowed`);
  }
}
