// Ties an incoming order to our records: its lines to products, its titles to shipping methods, its
// Shopify locations to facilities. What cannot be tied stays open and becomes a problem.

import type { IncomingOrder } from '@sendsale/domain';
import type { IntakeFacts, IntakeProduct, IntakeQuestion } from '@sendsale/store/read';

export interface OrderLinks {
  readonly productOf: (line: LinkedLine) => IntakeProduct | null;
  /** Null: no location, or one that belongs to no facility. */
  readonly facilityOf: (locationId: string | null) => string | null;
  readonly methodOf: (title: string | null) => string | null;
  readonly hasItemWord: (word: 'CUSTOM_SALE' | 'GIFT_CARD') => boolean;
}

interface LinkedLine {
  readonly variantId: string | null;
  readonly sku: string | null;
}

/** What to ask the store about the order. */
export function questionOf(incoming: IncomingOrder): IntakeQuestion {
  const lines = incoming.shipGroups.flatMap((group) => group.lines);
  const locations = incoming.shipGroups.map((group) => group.locationId);
  return {
    shopId: incoming.shopId,
    shopifyId: incoming.shopifyId,
    variantIds: texts(lines.map((line) => line.variantId)),
    skus: texts(lines.map((line) => line.sku)),
    shippingTitles: texts(incoming.shipGroups.map((group) => group.shippingTitle)),
    locationIds: texts([...locations, incoming.till?.locationId ?? null]),
  };
}

/** The look-ups of one order. The variant leads to the product; the SKU only where the variant is unknown. */
export function linkOrder(facts: IntakeFacts): OrderLinks {
  const byVariant = new Map<string, IntakeProduct>();
  const bySku = new Map<string, IntakeProduct>();
  for (const product of facts.products) {
    if (product.variantId !== null) byVariant.set(product.variantId, product);
    else bySku.set(product.sku, product);
  }
  const facilities = new Map(facts.facilities.map((one) => [one.locationId, one.facilityId]));
  // The shop's own mapping stands first and wins.
  const methods = new Map(facts.shippingMethods.toReversed().map((one) => [one.title, one.method]));
  return {
    productOf: ({ variantId, sku }) =>
      find(byVariant, variantId) ?? (variantId === null ? null : find(bySku, sku)),
    facilityOf: (locationId) => find(facilities, locationId),
    methodOf: (title) => find(methods, title),
    hasItemWord: (word) => facts.itemWords.includes(word),
  };
}

function find<T>(map: ReadonlyMap<string, T>, key: string | null): T | null {
  return key === null ? null : (map.get(key) ?? null);
}

function texts(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
