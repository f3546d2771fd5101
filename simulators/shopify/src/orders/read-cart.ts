// Reads a cart against the catalogue, the places and the people of the shop, and gathers everything
// that is wrong with it.
import { defined, fail, ok, parseMinor } from '@sendsale/std';
import type { Minor, Result } from '@sendsale/std';
import type { Address, SeedLocation, TaxRegion } from '../seed.ts';
import { gid } from '../state/gid.ts';
import type {
  Customer,
  DeliveryMethodType,
  DiscountApplication,
  Gid,
  LineItem,
} from '../state/model.ts';
import { instant, newId } from '../state/shop.ts';
import type { CatalogVariant, Shop } from '../state/shop.ts';
import type { Cart, CartLine } from './cart.ts';
import type { Pricing, Reduction } from './price-cart.ts';
import type { CartProblem } from './ring-up.ts';
import { taxRegionOf } from './tax-region.ts';

export interface ReadLine {
  readonly item: Omit<LineItem, 'id' | 'allocations' | 'taxes' | 'removed'>;
  readonly methodType: DeliveryMethodType;
  readonly discount: Reduction | null;
}

export interface CartReading {
  readonly cart: Cart;
  readonly isPos: boolean;
  readonly store: Gid | null;
  readonly staffId: Gid | null;
  readonly email: string | null;
  readonly isTaxExempt: boolean;
  readonly lines: readonly ReadLine[];
  readonly discounts: Pricing['discounts'];
  readonly shipping: {
    readonly title: string;
    readonly code: string;
    readonly custom: boolean;
    readonly minor: Minor;
    readonly discount: Reduction | null;
  } | null;
  readonly tipMinor: Minor;
  /** The taxes where goods are handed over in the store, and where they are shipped to. */
  readonly taxes: { readonly store: TaxRegion | null; readonly destination: TaxRegion | null };
  /** The customer's id; makes the record of one that is new. */
  readonly customerId: () => Gid | null;
}

const METHODS: Record<NonNullable<CartLine['delivery']>, DeliveryMethodType> = {
  CARRY_OUT: 'RETAIL',
  SHIP: 'SHIPPING',
  PICK_UP: 'PICK_UP',
  LOCAL: 'LOCAL',
  NONE: 'NONE',
};

export function readCart(shop: Shop, cart: Cart): Result<CartReading, CartProblem[]> {
  const isPos = (cart.channel ?? (cart.locationId === undefined ? 'WEB' : 'POS')) === 'POS';
  const problems: CartProblem[] = [];
  const lines = cart.lines.flatMap((line, index) => {
    const read = readLine(shop, line, isPos);
    if (typeof read !== 'string') return [read];
    problems.push({ path: `lines.${index}`, message: read });
    return [];
  });
  const place = cart.locationId === undefined ? null : gid('Location', cart.locationId);
  const location = place === null ? null : (shop.locations.get(place) ?? null);
  problems.push(...wrongPeopleAndPlaces(shop, cart), ...wrongDelivery({ cart, lines, location }));
  if (problems.length > 0) return fail(problems);

  const known = knownCustomer(shop, cart);
  const given = cart.customer !== null && !('id' in cart.customer) ? cart.customer.email : null;
  const region = (address: Address | null): TaxRegion | null => taxRegionOf(shop.seed, address);
  return ok({
    ...{ cart, isPos, lines },
    store: isPos ? place : null,
    staffId: cart.staffId === undefined ? null : gid('StaffMember', cart.staffId),
    email: cart.email === undefined ? (known?.email ?? given) : cart.email,
    isTaxExempt: cart.taxExempt || (known?.taxExempt ?? false),
    discounts: cart.discounts.map((discount) => ({
      ...reductionOf(shop, discount),
      entitled: discount.lines ?? null,
    })),
    shipping: readShipping(shop, cart, lines),
    tipMinor: minorOf(shop, cart.tip),
    taxes: {
      store: region(location?.address ?? cart.shippingAddress),
      destination: region(cart.shippingAddress),
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

export function isShipped(methodType: DeliveryMethodType): boolean {
  return methodType === 'SHIPPING' || methodType === 'LOCAL';
}

function readLine(shop: Shop, line: CartLine, isPos: boolean): ReadLine | string {
  const named = [line.sku, line.variantId, line.custom].filter((way) => way !== undefined);
  if (named.length !== 1) return 'Name the line by exactly one of sku, variantId or custom.';
  const methodType = METHODS[line.delivery ?? (isPos ? 'CARRY_OUT' : 'SHIP')];
  const rest = {
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

function wrongPeopleAndPlaces(shop: Shop, cart: Cart): CartProblem[] {
  const people = [cart.staffId, ...cart.lines.map((line) => line.staffId)].flatMap(
    (id) => id ?? [],
  );
  const places = [cart.locationId, cart.shipFromLocationId].flatMap((id) => id ?? []);
  const unknown: CartProblem[] = [
    ...people
      .filter((id) => !shop.staff.has(gid('StaffMember', id)))
      .map((id) => ({ path: 'staffId', message: `There is no staff member ${id}.` })),
    ...places
      .filter((id) => !shop.locations.has(gid('Location', id)))
      .map((id) => ({ path: 'locationId', message: `There is no location ${id}.` })),
  ];
  if (cart.customer !== null && 'id' in cart.customer && knownCustomer(shop, cart) === null) {
    unknown.push({ path: 'customer.id', message: `There is no customer ${cart.customer.id}.` });
  }
  return unknown;
}

function wrongDelivery(read: {
  cart: Cart;
  lines: readonly ReadLine[];
  location: SeedLocation | null;
}): CartProblem[] {
  const { cart, lines, location } = read;
  const problems: CartProblem[] = [];
  const methods = new Set(lines.map((line) => line.methodType));
  if ([...methods].some(isShipped) && cart.shippingAddress === null) {
    problems.push({ path: 'shippingAddress', message: 'Goods that ship need an address.' });
  }
  if ((methods.has('RETAIL') || methods.has('PICK_UP')) && location === null) {
    problems.push({
      path: 'locationId',
      message: 'Goods handed over in a store need its location.',
    });
  }
  for (const [index, discount] of cart.discounts.entries()) {
    if (discount.lines?.some((line) => line >= cart.lines.length)) {
      problems.push({ path: `discounts.${index}.lines`, message: 'There is no such line.' });
    }
  }
  const all = [
    ...cart.lines.map((line) => line.discount),
    ...cart.discounts,
    cart.shipping?.discount,
  ];
  if (
    all.some((d) => d !== undefined && (d.amount === undefined) === (d.percentage === undefined))
  ) {
    problems.push({
      path: 'discounts',
      message: 'A discount has either an amount or a percentage.',
    });
  }
  return problems;
}

/** Goods that ship have a shipping line, free when the cart says nothing. */
function readShipping(shop: Shop, cart: Cart, lines: readonly ReadLine[]): CartReading['shipping'] {
  const isNeeded = lines.some((line) => line.methodType === 'SHIPPING');
  if (cart.shipping === undefined && !isNeeded) return null;
  const { title, code, price, custom, discount } = cart.shipping ?? {
    ...{ title: 'Standard', code: undefined, price: '0.00', custom: false, discount: undefined },
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

function knownCustomer(shop: Shop, cart: Cart): Customer | null {
  if (cart.customer === null) return null;
  if ('id' in cart.customer) return shop.customers.get(gid('Customer', cart.customer.id)) ?? null;
  const { email } = cart.customer;
  if (email === null) return null;
  return shop.state.customers.find((customer) => customer.email === email) ?? null;
}

function newCustomer(shop: Shop, cart: Cart): Gid | null {
  if (cart.customer === null || 'id' in cart.customer) return null;
  const at = instant(shop);
  const { firstName, lastName, email, phone } = cart.customer;
  const customer: Customer = {
    ...{ id: newId(shop, 'Customer'), firstName, lastName, email, phone },
    ...{ note: null, tags: [], taxExempt: false, createdAt: at, updatedAt: at },
    address: cart.shippingAddress && { ...cart.shippingAddress, id: newId(shop, 'MailingAddress') },
  };
  shop.state.customers.push(customer);
  shop.customers.set(customer.id, customer);
  return customer.id;
}

function minorOf(shop: Shop, text: string): Minor {
  const { currency } = shop.seed.shop;
  return defined(parseMinor(text, currency), `${text} is an amount of ${currency}.`);
}
