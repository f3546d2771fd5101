// Refunds to objects that name the deposit the money comes out of (contract §12).

import { moneyExternalId } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { DueRefund } from '@sendsale/store/read';
import { isoDate } from '../../codec/calendar-date.ts';
import { writeJsonArray } from '../../codec/write-json.ts';
import { CUSTOMER_REFUND_KEYS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import type { WithPaymentMethod } from '../payment-methods.ts';
import { rowIdOf } from '../row-ids.ts';

export function encodeRefunds(refunds: ReadonlyArray<WithPaymentMethod<DueRefund>>): EncodedFile {
  return {
    content: writeJsonArray(CUSTOMER_REFUND_KEYS, refunds.map(refundObject)),
    rows: refunds.map((refund, index) => ({
      subject: refund.subject,
      revision: 1,
      orderId: refund.orderId,
      externalId: moneyExternalId(refund.transactionId, refund.postingId),
      line: index + 1,
    })),
  };
}

function refundObject(refund: WithPaymentMethod<DueRefund>) {
  return {
    order_id: refund.postingNetsuiteId,
    refund_amount: Number(formatMinor(refund.amountMinor, refund.currency)),
    refund_payment_method: refund.paymentMethod,
    external_id: moneyExternalId(refund.transactionId, refund.postingId),
    parent_ref_id: moneyExternalId(refund.depositTransactionId, refund.postingId),
    date: isoDate(refund.processedAt, refund.timeZone),
    rowId: rowIdOf('customer-refund', { subject: refund.subject, revision: 1 }),
  };
}
