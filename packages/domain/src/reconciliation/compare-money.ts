// The money of a posting: each payment its deposit, each refund its customer refund, each return its credit.

import { transactionOfExternalId } from '../orders/identifiers.ts';
import type { NetsuiteBook, NetsuiteRefund, OmsBook, OmsPosting, OmsTender } from './books.ts';
import type { DifferenceCode } from './difference-codes.ts';
import { difference, differing } from './found-difference.ts';
import type { FoundDifference } from './found-difference.ts';
import { sumAmounts } from './sum-amounts.ts';

export function compareMoney(
  oms: OmsBook,
  posting: OmsPosting,
  book: NetsuiteBook,
): FoundDifference[] {
  return [
    ...(posting.kind === 'CASH_SALE' ? [] : compareDeposits(oms, posting, book)),
    ...compareRefunds(oms, posting, book),
    ...compareCredits(oms, posting, book),
  ];
}

/** The parts of payments or refunds that belong to a posting, by Shopify transaction. */
export function sharesOf(
  tenders: readonly OmsTender[],
  posting: OmsPosting,
): ReadonlyMap<string, number> {
  return new Map(
    tenders.flatMap((tender) =>
      tender.shares
        .filter((share) => share.postingId === posting.id && share.amount !== 0)
        .map((share) => [tender.id, share.amount] as const),
    ),
  );
}

function compareDeposits(
  oms: OmsBook,
  posting: OmsPosting,
  { deposits }: NetsuiteBook,
): FoundDifference[] {
  return compareEach(oms, {
    codes: ['DEPOSIT_MISSING', 'DEPOSIT_DIFFERS', 'DEPOSIT_UNKNOWN'],
    wanted: sharesOf(oms.received, posting),
    booked: deposits,
    keyOf: ({ externalId }) => transactionOfExternalId(externalId),
    sent: { feed: 'customer-deposit', subjectOf: (id) => `${posting.id}.${id}` },
    nameOf: (id) => `deposit ${id} of ${posting.id}`,
    unknownName: ({ id }) => `deposit ${id}`,
    isNeedless: needlessDeposits(oms),
  });
}

// Money given back in full before any deposit was sent needs none.
function needlessDeposits(oms: OmsBook): (id: string) => boolean {
  return (id) =>
    oms.status === 'CANCELLED' &&
    !oms.sent.some((one) => one.feed === 'customer-deposit' && one.subject.endsWith(`.${id}`));
}

function compareRefunds(
  oms: OmsBook,
  posting: OmsPosting,
  { refunds, deposits }: NetsuiteBook,
): FoundDifference[] {
  // Neither taken nor given back in NetSuite's books.
  const isNothingThere =
    posting.kind === 'SALES_ORDER' && deposits.length === 0 && oms.status === 'CANCELLED';
  const wanted = sharesOf(oms.refunded, posting);
  const keyOf = ({ externalId }: NetsuiteRefund): string => transactionOfExternalId(externalId);
  return compareEach(oms, {
    codes: ['REFUND_MISSING', 'REFUND_AMOUNT_DIFFERS', 'REFUND_UNKNOWN'],
    wanted,
    booked: refunds.filter((refund) => wanted.has(keyOf(refund)) || !isExchange(refund)),
    keyOf,
    sent: { feed: 'customer-refund', subjectOf: (id) => `${posting.id}.${id}` },
    nameOf: (id) => `refund ${id} of ${posting.id}`,
    unknownName: ({ id }) => `refund ${id}`,
    isNeedless: () => isNothingThere,
  });
}

/** No money that went back: the credit of goods that came back, spent on those that went out instead. */
export function isExchange({ externalId, source }: NetsuiteRefund): boolean {
  return source === 'CREDIT' && externalId.includes('-EXCHANGE');
}

function compareCredits(
  oms: OmsBook,
  posting: OmsPosting,
  { credits }: NetsuiteBook,
): FoundDifference[] {
  const returns = oms.returns.filter((one) => one.postingId === posting.id);
  return compareEach(oms, {
    codes: ['CREDIT_MISSING', 'CREDIT_DIFFERS', 'CREDIT_UNKNOWN'],
    wanted: new Map(returns.map((one) => [one.id, one.credited])),
    booked: credits,
    keyOf: ({ returnId }) => returnId,
    sent: { feed: 'pos-return', subjectOf: (id) => id },
    nameOf: (id) => `credit memo of ${id}`,
    unknownName: ({ id }) => `credit memo ${id}`,
    isNeedless: () => false,
  });
}

interface MoneyPairs<Booked> {
  readonly codes: readonly [
    missing: DifferenceCode,
    differs: DifferenceCode,
    unknown: DifferenceCode,
  ];
  /** What NetSuite should have, in minor units, by the key that both sides know. */
  readonly wanted: ReadonlyMap<string, number>;
  readonly booked: readonly Booked[];
  readonly keyOf: (booked: Booked) => string;
  /** How the ledger calls what was sent of it. */
  readonly sent: { readonly feed: string; readonly subjectOf: (key: string) => string };
  readonly nameOf: (key: string) => string;
  readonly unknownName: (booked: Booked) => string;
  /** It is not there, and need not be. */
  readonly isNeedless: (key: string) => boolean;
}

/** Each sum of ours beside the records NetSuite has of it, and the records nobody asked for. */
function compareEach<Booked extends { readonly amount: number }>(
  oms: OmsBook,
  pairs: MoneyPairs<Booked>,
): FoundDifference[] {
  const { codes, wanted, booked, keyOf, nameOf, unknownName } = pairs;
  const [missing, differs, unknown] = codes;
  const found = [...wanted].flatMap(([key, amount]) => {
    const record = nameOf(key);
    const mine = booked.filter((one) => keyOf(one) === key);
    if (mine.length > 0) {
      return differing({
        code: differs,
        record,
        sides: { oms: amount, netsuite: sumAmounts(mine) },
      });
    }
    if (pairs.isNeedless(key)) return [];
    const subject = pairs.sent.subjectOf(key);
    const sent = oms.sent.find((one) => one.feed === pairs.sent.feed && one.subject === subject);
    return [difference({ code: missing, record, sides: { oms: amount }, amount: -amount, sent })];
  });
  const strangers = booked.filter((one) => !wanted.has(keyOf(one)));
  return [
    ...found,
    ...strangers.map((one) =>
      difference({
        code: unknown,
        record: unknownName(one),
        sides: { netsuite: one.amount },
        amount: one.amount,
      }),
    ),
  ];
}
