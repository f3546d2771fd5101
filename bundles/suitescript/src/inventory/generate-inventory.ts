/**
 * Tells the OMS what every location in sync has: written and handed over in one go.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { exportInventory } from '../lib/item-exports.ts';

export function execute(): void {
  exportInventory();
}
