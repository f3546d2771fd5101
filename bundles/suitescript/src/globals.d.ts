// NetSuite gives every script a global `log`; the published scripts use it and so do ours.

import type * as N from 'N/log';

declare global {
  const log: typeof N;
}
