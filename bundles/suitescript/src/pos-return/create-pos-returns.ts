/**
 * Returns of the OMS are authorised, received, credited and refunded.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { ERROR_FILES, EXPORT_DIRECTORIES, SCRIPTS } from '@sendsale/netsuite/contract';
import { findFinishedReturns, makePosReturn } from '../lib/book-pos-return.ts';
import { UNITS } from '../lib/governance.ts';
import { posReturnRowIds, readPosReturns } from '../lib/pos-return.ts';
import { settleFiles } from '../lib/settle-files.ts';

/** Four transforms, a balancing save, some refunds, and the searches between them. */
const RETURN_UNITS = 8 * (UNITS.transactionLoad + UNITS.transactionSave) + 8 * UNITS.search;

/**
 * A return that cannot be booked yet (its order has not shipped) is refused with a code, and the OMS sends
 * it again: a retry file in the inbox, as the published script writes it, would come round for ever.
 */
export function execute(): void {
  settleFiles({
    feed: 'pos-return',
    script: SCRIPTS.createPosReturns,
    inbox: {
      directory: EXPORT_DIRECTORIES['pos-return'],
      matches: (name) => /\.json$/i.test(name),
    },
    recordType: 'returnauthorization',
    errorFile: ERROR_FILES.posReturn,
    next: [SCRIPTS.exportReturnIds],
    unitsEach: RETURN_UNITS,
    read: (text, file) => readPosReturns(text, file.name),
    rowIds: posReturnRowIds,
    externalId: (posReturn) => posReturn.externalId,
    orderId: (posReturn) => posReturn.record['order_id'] ?? '',
    find: findFinishedReturns,
    make: makePosReturn,
  });
}
