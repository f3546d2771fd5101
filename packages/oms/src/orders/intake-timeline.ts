// The timeline rows an accepted download leaves behind.

import { isRefunded } from '@sendsale/domain';
import type { IncomingOrder, JsonObject, TimelineStep } from '@sendsale/domain';
import { formatMinor } from '@sendsale/std';
import type { SavedCustomer, TimelineEntry } from '@sendsale/store/write';
import { INTAKE_ACTOR } from './intake.ts';
import type { Intake } from './intake.ts';

/** One row of this download. */
export function intakeEntry(
  intake: Intake,
  orderId: string,
  what: { readonly step: TimelineStep; readonly detail?: JsonObject },
): TimelineEntry {
  return { orderId, at: intake.at, actor: INTAKE_ACTOR, via: intake.via, ...what };
}

/** The first row of an order. */
export function downloadedEntry(intake: Intake, orderId: string): TimelineEntry {
  const { name, channel, total, currency } = intake.incoming;
  const detail = { name, channel, total: formatMinor(total, currency), currency };
  return intakeEntry(intake, orderId, { step: 'downloaded', detail });
}

/** A customer NetSuite knows already: the order need not wait for an id. */
export function customerKnownEntries(
  intake: Intake,
  orderId: string,
  customer: SavedCustomer | null,
): readonly TimelineEntry[] {
  if (customer === null || customer.netsuiteId === null) return [];
  const detail = { netsuiteId: customer.netsuiteId, knownBefore: true };
  const via = `customer ${customer.id}`;
  const entry = intakeEntry(intake, orderId, { step: 'customer id received', detail });
  return [{ ...entry, actor: 'OMS', via }];
}

/** One row a refund that was not known to have succeeded before. */
export function refundEntries(
  intake: Intake,
  orderId: string,
  settledBefore: readonly string[],
): readonly TimelineEntry[] {
  return newRefunds(intake.incoming, settledBefore).map((payment) =>
    intakeEntry(intake, orderId, {
      step: 'refunded',
      detail: {
        transactionId: payment.shopifyTransactionId,
        gateway: payment.gateway,
        amount: formatMinor(payment.amount, intake.incoming.currency),
      },
    }),
  );
}

function newRefunds(incoming: IncomingOrder, settledBefore: readonly string[]) {
  return incoming.payments.filter(
    (payment) => isRefunded(payment) && !settledBefore.includes(payment.shopifyTransactionId),
  );
}
