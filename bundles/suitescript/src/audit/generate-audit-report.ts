/**
 * Tells the OMS what NetSuite holds of the orders of the last days: written and handed over in one go.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { exportAuditReport } from '../lib/audit-report.ts';

export function execute(): void {
  exportAuditReport();
}
