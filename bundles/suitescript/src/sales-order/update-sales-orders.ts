/**
 * Where lines ship from, which are closed, which are tagged: the OMS's decisions on the sales order.
 * Files of the fulfilled feed in the same directory are left to create-item-fulfillments.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { SCRIPTS } from '@sendsale/netsuite/contract';
import { fulfilledFilesWait, updatingPlan } from '../lib/order-updates.ts';
import { settleFiles } from '../lib/settle-files.ts';
import { startScript } from '../lib/start-script.ts';

export function execute(): void {
  settleFiles(updatingPlan());
  if (fulfilledFilesWait()) startScript(SCRIPTS.createItemFulfillments);
}
