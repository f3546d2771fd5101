/**
 * Tells the OMS which item has which internal id: written and handed over in one go.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { exportProducts } from '../lib/item-exports.ts';

export function execute(): void {
  exportProducts();
}
