/**
 * Makes every directory the integration uses. Those that are there are left alone, so it may run at any
 * time, after an upgrade or half-way through.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { EVERY_DIRECTORY } from '../lib/directory-tree.ts';
import { connectServer } from '../lib/server.ts';

export function execute(): void {
  const { makeTree } = connectServer();
  makeTree(EVERY_DIRECTORY);
}
