/**
 * Refunds of the OMS become customer refunds against the deposit the money came in with.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 */

import { ERROR_FILES, EXPORT_DIRECTORIES, SCRIPTS } from '@sendsale/netsuite/contract';
import { makeRefund, readRefunds, refundRowIds } from '../lib/customer-refunds.ts';
import { findByExternalIds } from '../lib/find-records.ts';
import { UNITS } from '../lib/governance.ts';
import { settleFiles } from '../lib/settle-files.ts';

export function execute(): void {
  settleFiles({
    feed: 'customer-refund',
    script: SCRIPTS.createCustomerRefunds,
    inbox: {
      directory: EXPORT_DIRECTORIES['customer-refund'],
      matches: (name) => /\.json$/i.test(name),
    },
    recordType: 'customerrefund',
    errorFile: ERROR_FILES.customerRefund,
    next: [],
    unitsEach: UNITS.transactionLoad + UNITS.transactionSave + 3 * UNITS.search,
    read: (text, file) => readRefunds(text, file.name),
    rowIds: refundRowIds,
    externalId: (refund) => refund.externalId,
    orderId: (refund) => refund.record['order_id'] ?? '',
    find: (refunds) =>
      findByExternalIds(
        'customerrefund',
        refunds.map((refund) => refund.externalId),
      ),
    make: makeRefund,
  });
}
