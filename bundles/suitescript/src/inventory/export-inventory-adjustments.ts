/**
 * Tells the OMS what people adjusted in NetSuite's stock.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 */

import { exportStockChanges } from '../lib/adjustment-exports.ts';

export const { getInputData, map, summarize } = exportStockChanges();
