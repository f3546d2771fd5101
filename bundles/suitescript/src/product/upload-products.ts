/**
 * The second half of the published pair. The first one hands over by itself now, so this one does the
 * same again for whoever still starts it by its id.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { exportProducts } from '../lib/item-exports.ts';

export function execute(): void {
  exportProducts();
}
