// One order, three books: everything that differs, to the cent and to the unit.

import { sumMinor } from '@sendsale/std';
import type { NetsuiteBook, OmsBook, ShopifyBook, Tender } from './books.ts';
import { compareExchangeCredits } from './compare-exchange-credits.ts';
import { comparePosting } from './compare-posting.ts';
import type { DifferenceCode } from './difference-codes.ts';
import { difference, differing } from './found-difference.ts';
import type { FoundDifference } from './found-difference.ts';

export interface ThreeBooks {
  readonly shopify: ShopifyBook | null;
  readonly oms: OmsBook | null;
  /** By posting id; a posting NetSuite has nothing of may be absent. Null: NetSuite was not read. */
  readonly netsuite: ReadonlyMap<string, NetsuiteBook> | null;
}

/** Empty when the three agree. An order of neither side is no order. */
export function compareBooks({ shopify, oms, netsuite }: ThreeBooks): FoundDifference[] {
  if (oms === null) {
    if (shopify === null) return [];
    const sides = { shopify: shopify.total };
    return [
      difference({
        code: 'ORDER_NOT_IN_OMS',
        record: `order ${shopify.name}`,
        sides,
        amount: shopify.total,
      }),
    ];
  }
  return [
    ...(shopify === null ? [notInShopify(oms)] : compareSale(shopify, oms)),
    ...(netsuite === null
      ? []
      : [
          ...oms.postings.flatMap((posting) =>
            comparePosting(oms, posting, netsuite.get(posting.id)),
          ),
          ...compareExchangeCredits(oms, netsuite),
        ]),
  ];
}

function notInShopify(oms: OmsBook): FoundDifference {
  const record = `order ${oms.name}`;
  return difference({
    code: 'ORDER_NOT_IN_SHOPIFY',
    record,
    sides: { oms: oms.total },
    amount: oms.total,
  });
}

function compareSale(shopify: ShopifyBook, oms: OmsBook): FoundDifference[] {
  const record = `order ${oms.name}`;
  return [
    ...compareTotal(shopify, oms),
    ...differing({
      code: 'SALES_DIFFER',
      record,
      sides: { shopify: shopify.current, oms: standingOf(oms) },
    }),
    ...compareCancelled(shopify, oms),
    ...compareUnits(shopify, oms),
    ...compareTenders('PAYMENT_DIFFERS', shopify.received, oms.received),
    ...compareTenders('REFUND_DIFFERS', shopify.refunded, oms.refunded),
  ];
}

/** What stands of an order here: its postings less what came back or was given back. */
export function standingOf(oms: OmsBook): number {
  return sumMinor([
    ...oms.postings.map((posting) => posting.standing),
    ...oms.returns.map((one) => -one.value),
    -oms.givenBack,
  ]);
}

// Shopify keeps a removed shipping line in the total of some orders and leaves it out of others.
function compareTotal(shopify: ShopifyBook, oms: OmsBook): FoundDifference[] {
  if (oms.total === shopify.total - shopify.removedShipping) return [];
  const sides = { shopify: shopify.total, oms: oms.total };
  return differing({ code: 'TOTAL_DIFFERS', record: `order ${oms.name}`, sides });
}

function compareCancelled(shopify: ShopifyBook, oms: OmsBook): FoundDifference[] {
  // What had left when Shopify cancelled comes back as a return; an order all of whose lines were taken off by
  // edits or refunds is cancelled here and only empty in Shopify.
  const isGone = oms.items.every((item) => item.status === 'CANCELLED');
  const isCancelled = oms.status === 'CANCELLED';
  const agrees = shopify.cancelled
    ? isCancelled ||
      oms.items.every((item) => item.status !== 'CREATED' && item.status !== 'APPROVED')
    : !isCancelled || isGone;
  if (agrees) return [];
  const sides = { shopify: shopify.cancelled ? 'cancelled' : 'not cancelled', oms: oms.status };
  return [difference({ code: 'CANCELLED_DIFFERS', record: `order ${oms.name}`, sides })];
}

function compareUnits(shopify: ShopifyBook, oms: OmsBook): FoundDifference[] {
  if (shopify.lines === null) return [];
  return shopify.lines.flatMap((line) => {
    const items = oms.items.filter((item) => item.shopifyLineId === line.lineId);
    // A tip is a line in Shopify and a charge here.
    if (items.length === 0 && line.units === 0) return [];
    const units = sumMinor(items.map((item) => item.quantity));
    const current = sumMinor(
      items.map((item) => (item.status === 'CANCELLED' ? 0 : item.quantity - item.returned)),
    );
    if (units === line.units && current === line.current) return [];
    const sides = {
      shopify: `${line.current} of ${line.units}`,
      oms: `${current} of ${units}`,
    };
    return [difference({ code: 'UNITS_DIFFER', record: `line ${line.lineId}`, sides })];
  });
}

function compareTenders(
  code: DifferenceCode,
  shopify: readonly Tender[],
  oms: readonly Tender[],
): FoundDifference[] {
  const theirs = new Map(shopify.map((one) => [one.id, one.amount]));
  const ours = new Map(oms.map((one) => [one.id, one.amount]));
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((id) => {
    const sides = { shopify: theirs.get(id) ?? 0, oms: ours.get(id) ?? 0 };
    return differing({ code, record: `transaction ${id}`, sides });
  });
}
