// The money of a posting: each payment its deposit, each refund its customer refund, each return its credit.

import { transactionOfExternalId } from '../orders/identifiers.ts';
import type {
  NetsuiteBook,
  NetsuiteMoney,
  NetsuiteRefund,
  OmsBook,
  OmsPosting,
  OmsTender,
} from './books.ts';
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
  const wanted = sharesOf(oms.received, posting);
  const isNeedless = needlessDeposits(oms);
  const found = [...wanted].flatMap(([id, amount]) => {
    const mine = deposits.filter((deposit) => transactionOfExternalId(deposit.externalId) === id);
    const record = `deposit ${id} of ${posting.id}`;
    if (mine.length === 0) {
      if (isNeedless(id)) return [];
      const subject = `${posting.id}.${id}`;
      const sent = oms.sent.find(
        (one) => one.feed === 'customer-deposit' && one.subject === subject,
      );
      return [
        difference({
          code: 'DEPOSIT_MISSING',
          record,
          sides: { oms: amount },
          amount: -amount,
          sent,
        }),
      ];
    }
    const booked = sumAmounts(mine);
    return differing({
      code: 'DEPOSIT_DIFFERS',
      record,
      sides: { oms: amount, netsuite: booked },
    });
  });
  const unknown = deposits.filter(
    (deposit) => !wanted.has(transactionOfExternalId(deposit.externalId)),
  );
  return [...found, ...unknown.map((deposit) => unknownMoney('DEPOSIT_UNKNOWN', deposit))];
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
  const wanted = sharesOf(oms.refunded, posting);
  const found = [...wanted].flatMap(([id, amount]) => {
    const mine = refunds.filter((refund) => transactionOfExternalId(refund.externalId) === id);
    const record = `refund ${id} of ${posting.id}`;
    if (mine.length === 0) {
      // Neither taken nor given back in NetSuite's books.
      if (posting.kind === 'SALES_ORDER' && deposits.length === 0 && oms.status === 'CANCELLED') {
        return [];
      }
      const sent = oms.sent.find(
        (one) => one.feed === 'customer-refund' && one.subject === `${posting.id}.${id}`,
      );
      return [
        difference({
          code: 'REFUND_MISSING',
          record,
          sides: { oms: amount },
          amount: -amount,
          sent,
        }),
      ];
    }
    const booked = sumAmounts(mine);
    return differing({
      code: 'REFUND_AMOUNT_DIFFERS',
      record,
      sides: { oms: amount, netsuite: booked },
    });
  });
  const unknown = refunds.filter(
    (refund) => !wanted.has(transactionOfExternalId(refund.externalId)) && !isExchange(refund),
  );
  return [...found, ...unknown.map((refund) => unknownMoney('REFUND_UNKNOWN', refund))];
}

/** No money that went back: the credit of goods that came back, spent on those that went out instead. */
export function isExchange({ externalId, source }: NetsuiteRefund): boolean {
  return source === 'CREDIT' && externalId.includes('-EXCHANGE');
}

function unknownMoney(
  code: 'DEPOSIT_UNKNOWN' | 'REFUND_UNKNOWN',
  money: NetsuiteMoney,
): FoundDifference {
  const record = `${code === 'DEPOSIT_UNKNOWN' ? 'deposit' : 'refund'} ${money.id}`;
  return difference({
    code,
    record,
    sides: { netsuite: money.amount },
    amount: money.amount,
  });
}

function compareCredits(
  oms: OmsBook,
  posting: OmsPosting,
  { credits }: NetsuiteBook,
): FoundDifference[] {
  const returns = oms.returns.filter((one) => one.postingId === posting.id);
  const found = returns.flatMap((one) => {
    const mine = credits.filter((credit) => credit.returnId === one.id);
    const record = `credit memo of ${one.id}`;
    if (mine.length === 0) {
      const sent = oms.sent.find((row) => row.feed === 'pos-return' && row.subject === one.id);
      const sides = { oms: one.credited };
      return [difference({ code: 'CREDIT_MISSING', record, sides, amount: -one.credited, sent })];
    }
    const booked = sumAmounts(mine);
    return differing({
      code: 'CREDIT_DIFFERS',
      record,
      sides: { oms: one.credited, netsuite: booked },
    });
  });
  const known = new Set(returns.map((one) => one.id));
  const unknown = credits.filter((credit) => !known.has(credit.returnId));
  return [
    ...found,
    ...unknown.map((credit) =>
      difference({
        code: 'CREDIT_UNKNOWN',
        record: `credit memo ${credit.id}`,
        sides: { netsuite: credit.amount },
        amount: credit.amount,
      }),
    ),
  ];
}
