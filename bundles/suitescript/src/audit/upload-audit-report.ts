/**
 * The second half of the published pair: the first one hands over by itself now, so this one does the
 * same again for whoever still starts it by its id.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { exportAuditReport } from '../lib/audit-report.ts';

export function execute(): void {
  exportAuditReport();
}
