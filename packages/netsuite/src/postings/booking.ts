// A posting with everything its rows need worked out: amounts, item ids, the shipping method, and which
// mappings it cannot do without.

import { defined } from '@sendsale/std';
import { postingAmounts } from '@sendsale/domain';
import type { PostingAmounts } from '@sendsale/domain';
import { DISCOUNT_ITEM_KIND } from '@sendsale/store/read';
import type { DueItem, DuePosting, FindMapping } from '@sendsale/store/read';
import { NOT_TAXABLE } from '../contract/index.ts';

export interface Booking {
  readonly posting: DuePosting;
  readonly isCashSale: boolean;
  readonly amounts: PostingAmounts;
  readonly shipping: ShippingMethod;
  /**
   * NetSuite payment method of a cash sale: that of the payment with the largest share, since the record has
   * one. Null when nothing was paid, or nothing is mapped: NetSuite's form then decides.
   */
  readonly paymentMethod: string | null;
  /**
   * Name of the NetSuite discount item that is the code of the order's discount. Null when there is none by
   * that name, or when the order has several codes, of which the body has room for one.
   */
  readonly codeDiscountItem: string | null;
  /** Name of the account's tax code that taxes nothing: Shopify has computed the tax, a line carries it. */
  readonly taxCode: string;
  /** NetSuite item id of an item, or null when there is none. */
  readonly itemId: (item: DueItem) => string | null;
  /** The mappings [kind, key] without which the posting is not written. */
  readonly settings: ReadonlyArray<readonly [kind: string, key: string]>;
  /** The value of a mapping; asserted to be there, since obstacles were looked for before. */
  readonly setting: (kind: string, key: string) => string;
}

export type ShippingMethod =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'MAPPED'; readonly netsuiteId: string }
  | { readonly kind: 'UNMAPPED'; readonly mappingKind: string; readonly mappingKey: string };

/** The mapping kinds bookings look into. */
export const BOOKING_MAPPINGS = [
  'SHIPPING_METHOD',
  'NETSUITE_SHP_MTHD',
  'NETSUITE_PRICE_LEVEL',
  'NETSUITE_DISC_MTHD',
  'NETSUITE_ITEM',
  'NETSUITE_CHANNEL',
  'NETSUITE_PMT_MTHD',
  'NETSUITE_TAX_CODE',
] as const;

/** Works a due posting out. Pure; what is missing shows as null, UNMAPPED, or an absent setting. */
export function makeBooking(
  posting: DuePosting,
  mapping: FindMapping,
  isCashSale: boolean,
): Booking {
  const amounts = postingAmounts(
    posting.items.map((item) => ({
      seq: item.seq,
      quantity: item.quantity,
      unitPrice: item.unitPriceMinor,
    })),
    posting.adjustments.map((adjustment) => ({
      kind: adjustment.kind,
      itemSeq: adjustment.itemSeq,
      amount: adjustment.amountMinor,
    })),
  );
  const find = (kind: string, key: string): string | null => mapping(kind, posting.shopId, key);
  const codeDiscountItem = findDiscountItem(posting, find);
  return {
    posting,
    isCashSale,
    amounts,
    paymentMethod: isCashSale ? paymentMethod(posting, find) : null,
    shipping: isCashSale ? { kind: 'NONE' } : shippingMethod(posting, find),
    itemId: (item) => findItemId(item, find),
    codeDiscountItem,
    taxCode: find('NETSUITE_TAX_CODE', 'DEFAULT') ?? NOT_TAXABLE,
    settings: neededSettings({ posting, amounts, codeDiscountItem }),
    setting: (kind, key) => defined(find(kind, key), `The mapping ${kind} has a value for ${key}.`),
  };
}

function paymentMethod(
  posting: DuePosting,
  find: (kind: string, key: string) => string | null,
): string | null {
  const [main] = [...posting.payments].sort((a, b) => b.amountMinor - a.amountMinor);
  // Nothing was paid for goods that were exchanged one for one.
  if (main === undefined) return find('NETSUITE_PMT_MTHD', 'EXCHANGE');
  return find('NETSUITE_PMT_MTHD', main.gateway) ?? find('NETSUITE_PMT_MTHD', 'DEFAULT');
}

function findDiscountItem(
  { adjustments }: DuePosting,
  find: (kind: string, key: string) => string | null,
): string | null {
  const codes = new Set(
    adjustments.filter(({ kind }) => kind === 'ORDER_DISCOUNT').map(({ code }) => code),
  );
  const [code] = codes;
  return codes.size === 1 && typeof code === 'string' ? find(DISCOUNT_ITEM_KIND, code) : null;
}

// The shipped group names the method; goods that are brought or collected have none in NetSuite.
function shippingMethod(
  posting: DuePosting,
  find: (kind: string, key: string) => string | null,
): ShippingMethod {
  const group = posting.groups.find((one) => one.delivery === 'SHIP');
  if (group === undefined) return { kind: 'NONE' };
  const title = group.shippingTitle ?? '';
  const method = group.shippingMethod ?? find('SHIPPING_METHOD', title);
  if (method === null) {
    return { kind: 'UNMAPPED', mappingKind: 'SHIPPING_METHOD', mappingKey: title };
  }
  const netsuiteId = find('NETSUITE_SHP_MTHD', method);
  if (netsuiteId === null) {
    return { kind: 'UNMAPPED', mappingKind: 'NETSUITE_SHP_MTHD', mappingKey: method };
  }
  return { kind: 'MAPPED', netsuiteId };
}

function findItemId(
  item: DueItem,
  find: (kind: string, key: string) => string | null,
): string | null {
  if (item.netsuiteItemId !== null) return item.netsuiteItemId;
  if (item.isGiftCard) return find('NETSUITE_ITEM', 'GIFT_CARD');
  const isCustomSale = item.productId === null && item.sku === null;
  return isCustomSale ? find('NETSUITE_ITEM', 'CUSTOM_SALE') : null;
}

function neededSettings({
  posting,
  amounts,
  codeDiscountItem,
}: Pick<Booking, 'posting' | 'amounts' | 'codeDiscountItem'>): Array<
  readonly [kind: string, key: string]
> {
  const kinds = new Set(amounts.lines.map((line) => line.kind));
  const charges = (['TAX', 'TIP', 'DUTY', 'ROUNDING'] as const).filter((kind) => kinds.has(kind));
  return [
    ['NETSUITE_CHANNEL', posting.channel],
    ['NETSUITE_PRICE_LEVEL', 'PRICE_LEVEL'],
    ...(kinds.has('DISCOUNT') ? [['NETSUITE_DISC_MTHD', 'SHOPIFY_ITEM_DISC'] as const] : []),
    ...(amounts.bodyDiscount === 0 || codeDiscountItem !== null
      ? []
      : [['NETSUITE_DISC_MTHD', 'SHOPIFY_DISC'] as const]),
    ...charges.map((kind) => ['NETSUITE_ITEM', kind] as const),
  ];
}
