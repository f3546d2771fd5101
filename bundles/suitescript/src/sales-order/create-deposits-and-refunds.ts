/**
 * Payments and refunds in one file become customer deposits and customer refunds.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { DEPOSIT_AND_REFUND_DIRECTORY, ERROR_FILES, SCRIPTS } from '@sendsale/netsuite/contract';
import {
  findMoneyMoves,
  makeMoneyMove,
  moveExternalId,
  moveRowIds,
  readMoneyMoves,
} from '../lib/deposits-and-refunds.ts';
import { UNITS } from '../lib/governance.ts';
import { settleFiles } from '../lib/settle-files.ts';

export function execute(): void {
  settleFiles({
    feed: 'deposit-and-refund',
    script: SCRIPTS.createDepositsAndRefunds,
    inbox: {
      directory: DEPOSIT_AND_REFUND_DIRECTORY,
      matches: (name) => /\.json$/i.test(name),
    },
    recordType: 'customerdeposit',
    errorFile: ERROR_FILES.depositAndRefund,
    next: [SCRIPTS.exportCustomerDeposits],
    unitsEach: 2 * (UNITS.transactionLoad + UNITS.transactionSave) + 4 * UNITS.search,
    read: (text, file) => readMoneyMoves(text, file.name),
    rowIds: moveRowIds,
    externalId: moveExternalId,
    orderId: (move) => move.record['order_id'] ?? '',
    find: findMoneyMoves,
    make: makeMoneyMove,
  });
}
