// Returns to the objects of the published script (contract §14.1), ours last.

import { formatMinor } from '@sendsale/std';
import { isoDate } from '../../codec/calendar-date.ts';
import { PAYS_EXCHANGE, POS_RETURN_KEYS } from '../../contract/index.ts';
import type { EncodedFile } from '../export-feed.ts';
import { rowIdOf } from '../row-ids.ts';
import type { BookedReturn } from './book-return.ts';

export function encodeReturns(returns: readonly BookedReturn[]): EncodedFile {
  const objects = returns
    .map(returnObject)
    .map((object) => Object.fromEntries(POS_RETURN_KEYS.map((key) => [key, object[key]])));
  return {
    content: `${JSON.stringify(objects, null, 2)}\n`,
    rows: returns.map(({ due }, index) => ({
      subject: due.subject,
      revision: 1,
      orderId: due.orderId,
      externalId: due.subject,
      line: index + 1,
    })),
  };
}

function returnObject({ due, totalMinor, lines, payments }: BookedReturn) {
  const money = (minor: number): number => Number(formatMinor(minor, due.currency));
  return {
    order_id: due.postingNetsuiteId,
    shopify_order_id: due.shopifyId,
    hc_external_id: due.subject,
    hc_return_id: due.subject,
    pos_return_total: money(totalMinor),
    items: lines.map((line) => ({
      product_id: line.netsuiteItemId,
      quantity: line.quantity,
      amount: money(line.amountMinor),
      external_order_line_id: line.key,
      location_id: line.locationId ?? '',
      return_reason: null,
      restock: line.restocked,
    })),
    item_discount: [],
    exchange_credit: [],
    payment_list: payments.map((payment) => ({
      payment_method_id: payment.methodId,
      amount: money(payment.amountMinor),
      // One transaction may pay for returns of both books, and for what goes back by the refund feed.
      external_id: `${payment.transactionId}-${due.subject}`,
    })),
    date: isoDate(due.returnedAt, due.timeZone),
    [PAYS_EXCHANGE]: due.isExchange && !due.isSpentAtTill,
    rowId: rowIdOf('pos-return', { subject: due.subject, revision: 1 }),
  };
}
