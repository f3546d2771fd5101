// Payment shares to deposit objects (contract §5.1). The external id is Shopify's transaction: two files
// with the same payment make one deposit.

import { moneyExternalId } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { DueDeposit } from '@sendsale/store/read';
import { isoDate } from '../../codec/calendar-date.ts';
import { writeJsonArray } from '../../codec/write-json.ts';
import { CUSTOMER_DEPOSIT_KEYS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { WithPaymentMethod } from '../payment-methods.ts';
import { rowIdOf } from '../row-ids.ts';

export function encodeDeposits(
  deposits: ReadonlyArray<WithPaymentMethod<DueDeposit>>,
): EncodedFile {
  return {
    content: writeJsonArray(CUSTOMER_DEPOSIT_KEYS, deposits.map(depositObject)),
    rows: deposits.map((deposit, index) => ({
      subject: deposit.subject,
      revision: 1,
      orderId: deposit.orderId,
      externalId: moneyExternalId(deposit.transactionId, deposit.postingId),
      line: index + 1,
    })),
  };
}

function depositObject(deposit: WithPaymentMethod<DueDeposit>) {
  return {
    totalAmount: Number(formatMinor(deposit.amountMinor, deposit.currency)),
    externalId: moneyExternalId(deposit.transactionId, deposit.postingId),
    orderId: deposit.postingNetsuiteId,
    paymentMethod: deposit.paymentMethod,
    // Shopify's order number is a part of the name, which we never take apart.
    shopifyOrderNumber: null,
    shopifyOrderId: deposit.shopifyId,
    shopifyOrderName: deposit.orderName,
    date: isoDate(deposit.processedAt, deposit.timeZone),
    rowId: rowIdOf('customer-deposit', { subject: deposit.subject, revision: 1 }),
  };
}
