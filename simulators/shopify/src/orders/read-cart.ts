// Reads a cart against the catalogue, the places and the people of the shop, and gathers everything
// that is wrong with it.
import { defined, fail, ok, parseMinor } from '@sendsale/std';
import type { Minor, Result } from '@sendsale/std';
import type { TaxRegion } from '../seed.ts';
import { gid } from '../state/gid.ts';
import type { DiscountApplication } from '../state/model.ts';
import type { CatalogVariant, Shop } from '../state/shop.ts';
import type { Cart, CartLine } from './cart.ts';
import type { Pricing, Reduction } from './price-cart.ts';
import { isShipped, METHODS } from './cart-reading.ts';
import type { CartProblem, CartReading, ReadLine } from './cart-reading.ts';
import { emailOf, knownCustomer, newCustomer } from './cart-customer.ts';
import { wrongDelivery, wrongPeopleAndPlaces } from './check-cart.ts';
import { taxRegionOf } from './tax-region.ts';

export function readCart(shop: Shop, cart: Cart): Result<CartReading, CartProblem[]> {
  const isPos = (cart.channel ?? (cart.locationId === undefined ? 'WEB' : 'POS')) === 'POS';
  const read = cart.lines.map((line) => readLine(shop, line, isPos));
  const lines = read.filter((line) => typeof line !== 'string');
  const problems = read.flatMap((line, index) =>
    typeof line === 'string' ? [{ path: `lines.${index}`, message: line }] : [],
  );
  problems.push(...wrongPeopleAndPlaces(shop, cart), ...wrongDelivery(shop, cart, lines));
  if (problems.length > 0) return fail(problems);

  const store = cart.locationId === undefined ? null : gid('Location', cart.locationId);
  const known = knownCustomer(shop, cart);
  const address =
    (store === null ? null : shop.locations.get(store)?.address) ?? cart.shippingAddress;
  return ok({
    cart,
    isPos,
    lines,
    store: isPos ? store : null,
    staffId: cart.staffId === undefined ? null : gid('StaffMember', cart.staffId),
    email: cart.email === undefined ? emailOf(shop, cart) : cart.email,
    isTaxExempt: cart.taxExempt || known?.taxExempt === true,
    taxesIncluded: cart.taxesIncluded ?? shop.seed.shop.taxesIncluded,
    discounts: cart.discounts.map((discount) => ({
      ...reductionOf(shop, discount),
      entitled: discount.lines ?? null,
    })),
    shipping: readShipping(shop, cart, lines),
    tipMinor: minorOf(shop, cart.tip),
    taxes: {
      store: taxRegionOf(shop.seed, address),
      destination: taxRegionOf(shop.seed, cart.shippingAddress),
    },
    customerId: () => known?.id ?? newCustomer(shop, cart),
  });
}

/** The reading as the pricing wants it. */
export function priceable(reading: CartReading): Pricing {
  const { taxes, shipping } = reading;
  const ratesOf = (region: TaxRegion | null): TaxRegion['lines'] =>
    region === null || reading.isTaxExempt ? [] : region.lines;
  return {
    taxesIncluded: reading.taxesIncluded,
    lines: reading.lines.map(({ item, methodType, discount }) => ({
      unitMinor: item.unitMinor,
      quantity: item.quantity,
      discount,
      taxRates: item.taxable
        ? ratesOf(isShipped(methodType) ? taxes.destination : taxes.store)
        : [],
    })),
    discounts: reading.discounts,
    shipping: shipping && {
      minor: shipping.minor,
      discount: shipping.discount,
      taxRates: taxes.destination?.taxesShipping === true ? ratesOf(taxes.destination) : [],
    },
  };
}

export function readLine(shop: Shop, line: CartLine, isPos: boolean): ReadLine | string {
  const named = [line.sku, line.variantId, line.custom].filter((way) => way !== undefined);
  if (named.length !== 1) return 'Name the line by exactly one of sku, variantId or custom.';
  const methodType = METHODS[line.delivery ?? (isPos ? 'CARRY_OUT' : 'SHIP')];
  const unitsSplit = line.split.reduce((sum, part) => sum + part.quantity, 0);
  if (unitsSplit > line.quantity) return 'More units are split off than the line has.';
  const rest = {
    line,
    methodType,
    discount: line.discount === undefined ? null : reductionOf(shop, line.discount),
  };
  if (line.custom !== undefined) return { ...rest, item: customItem(shop, line, line.custom) };
  const variant =
    line.sku === undefined
      ? shop.variants.get(gid('ProductVariant', line.variantId ?? ''))
      : shop.variantsBySku.get(line.sku);
  if (variant === undefined) return `There is no variant ${line.sku ?? line.variantId}.`;
  return { ...rest, item: catalogItem(shop, line, variant) };
}

function catalogItem(shop: Shop, line: CartLine, variant: CatalogVariant): ReadLine['item'] {
  return {
    variantId: variant.gid,
    productId: gid('Product', variant.product.id),
    title: variant.product.title,
    variantTitle: variant.title,
    sku: variant.sku,
    vendor: variant.product.vendor || null,
    quantity: line.quantity,
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxable && !variant.product.isGiftCard,
    isGiftCard: variant.product.isGiftCard,
    unitMinor: line.price === undefined ? variant.priceMinor : minorOf(shop, line.price),
    grams: variant.weightGrams,
    attributes: line.attributes,
    staffId: line.staffId === undefined ? null : gid('StaffMember', line.staffId),
  };
}

function customItem(
  shop: Shop,
  line: CartLine,
  custom: NonNullable<CartLine['custom']>,
): ReadLine['item'] {
  return {
    variantId: null,
    productId: null,
    title: custom.title,
    variantTitle: null,
    sku: custom.sku,
    vendor: null,
    quantity: line.quantity,
    requiresShipping: custom.requiresShipping,
    taxable: custom.taxable,
    isGiftCard: false,
    unitMinor: minorOf(shop, custom.price),
    grams: 0,
    attributes: line.attributes,
    staffId: line.staffId === undefined ? null : gid('StaffMember', line.staffId),
  };
}

/** Goods that ship have a shipping line, free when the cart says nothing. */
function readShipping(shop: Shop, cart: Cart, lines: readonly ReadLine[]): CartReading['shipping'] {
  const isNeeded = lines.some((line) => line.methodType === 'SHIPPING');
  if (cart.shipping === null || (cart.shipping === undefined && !isNeeded)) return null;
  const { title, code, price, custom, discount } = cart.shipping ?? {
    title: 'Standard',
    code: undefined,
    price: '0.00',
    custom: false,
    discount: undefined,
  };
  return {
    title,
    code: code ?? title,
    custom,
    minor: minorOf(shop, price),
    discount: discount === undefined ? null : reductionOf(shop, discount),
  };
}

function reductionOf(
  shop: Shop,
  discount: {
    kind: DiscountApplication['kind'];
    title: string;
    description: string | null;
    amount?: string | undefined;
    percentage?: number | undefined;
  },
): Reduction {
  const { kind, title, description } = discount;
  const value =
    discount.amount === undefined
      ? { percentage: discount.percentage ?? 0 }
      : { minor: minorOf(shop, discount.amount) };
  return { kind, title, description, value };
}

export function minorOf(shop: Shop, text: string): Minor {
  const { currency } = shop.seed.shop;
  return defined(parseMinor(text, currency), `${text} is an amount of ${currency}.`);
}
