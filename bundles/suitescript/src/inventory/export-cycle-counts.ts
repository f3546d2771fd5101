/**
 * Tells the OMS which of its cycle counts were booked.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import { exportCycleCounts } from '../lib/adjustment-exports.ts';

export const { getInputData, map, summarize } = exportCycleCounts();
