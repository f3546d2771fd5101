// Turns the input of a draft order into the cart it would become. Texts that no recorded answer shows
// are ours.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { Cart } from '../orders/cart.ts';
import type { CartInput } from '../orders/cart.ts';
import type { Address } from '../seed.ts';
import { legacyId } from '../state/gid.ts';
import type { Customer } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { customerOf } from '../customers/customers.ts';
import type { DiscountInput, DraftInput, DraftLineInput, DraftProblem } from './draft-input.ts';
import { isProblem, readAddress } from './read-address.ts';

const MAX_LINES = 499;

/** The cart without a shipping line that has to be looked up among the rates. */
export function readDraft(shop: Shop, input: DraftInput): Result<Cart, DraftProblem[]> {
  const lines = input.lineItems ?? [];
  if (lines.length === 0) return refuse(['lineItems'], 'Add at least 1 product');
  if (lines.length > MAX_LINES) {
    return refuse(['lineItems'], `Line items can have at most ${MAX_LINES} items`);
  }
  const customerId = input.purchasingEntity?.customerId ?? input.customerId ?? null;
  const customer = customerId === null ? null : customerOf(shop, customerId);
  if (customerId !== null && customer === null) {
    return refuse(['customerId'], `Customer with ID ${legacyId(customerId)} does not exist`);
  }
  const shippingAddress = addressOf(input, customer, 'shippingAddress');
  const billingAddress = addressOf(input, customer, 'billingAddress');
  const problems = [
    ...[shippingAddress, billingAddress].filter((address) => isProblem(address)),
    ...lines.flatMap((line, index) => lineProblem(shop, line, index)),
  ];
  if (problems.length > 0) return fail(problems);
  const isShipped = shippingAddress !== null;
  const parsed = Cart.safeParse({
    ...plainOf(input),
    customer: customer === null ? null : { id: legacyId(customer.id) },
    email: input.email ?? customer?.email ?? null,
    shippingAddress: isProblem(shippingAddress) ? null : shippingAddress,
    billingAddress: isProblem(billingAddress) ? null : billingAddress,
    lines: lines.map((line) => lineOf(shop, line, isShipped)),
    discounts: discountsOf(shop, input),
  });
  if (parsed.success) return ok(parsed.data);
  return fail(
    parsed.error.issues.map(({ path, message }) => ({ field: path.map(String), message })),
  );
}

/** What is taken over as it stands. */
function plainOf(input: DraftInput): Partial<CartInput> {
  return {
    channel: 'WEB',
    sourceName: input.sourceName ?? 'shopify_draft_order',
    phone: input.phone ?? null,
    shipping: null,
    payments: [],
    note: input.note ?? null,
    tags: [...(input.tags ?? [])],
    attributes: [...(input.customAttributes ?? [])],
    taxExempt: input.taxExempt === true,
  };
}

function addressOf(
  input: DraftInput,
  customer: Customer | null,
  name: 'shippingAddress' | 'billingAddress',
): Address | DraftProblem | null {
  const given = input[name];
  if (given) return readAddress(given, [name]);
  if (input.useCustomerDefaultAddress !== true || customer?.address == null) return null;
  const { id: _, ...address } = customer.address;
  return address;
}

function lineProblem(shop: Shop, line: DraftLineInput, index: number): DraftProblem[] {
  const field = (name: string): string[] => ['lineItems', String(index), name];
  if (line.quantity < 1) {
    return [{ field: field('quantity'), message: 'Quantity must be greater than or equal to 1' }];
  }
  if (typeof line.variantId === 'string') {
    if (shop.variants.has(line.variantId)) return [];
    const message = `Product with ID ${legacyId(line.variantId)} is no longer available.`;
    return [{ field: field('variantId'), message }];
  }
  if (!line.title) return [{ field: field('title'), message: "Title can't be blank" }];
  return priceOf(line) === undefined
    ? [{ field: field('originalUnitPrice'), message: "Original unit price can't be blank" }]
    : [];
}

function priceOf(line: DraftLineInput): string | undefined {
  const { priceOverride, originalUnitPriceWithCurrency, originalUnitPrice } = line;
  const given = typeof line.variantId === 'string' ? priceOverride?.amount : null;
  const custom = originalUnitPriceWithCurrency?.amount ?? originalUnitPrice;
  return given ?? (typeof line.variantId === 'string' ? undefined : (custom ?? undefined));
}

function lineOf(shop: Shop, line: DraftLineInput, isShipped: boolean): CartInput['lines'][number] {
  const variant = line.variantId == null ? undefined : shop.variants.get(line.variantId);
  const requiresShipping = variant?.requiresShipping ?? line.requiresShipping ?? true;
  const price = priceOf(line);
  return {
    ...(variant === undefined
      ? {
          custom: {
            title: line.title ?? '',
            price: decimal(price ?? '0'),
            sku: line.sku ?? null,
            taxable: line.taxable ?? true,
            requiresShipping,
          },
        }
      : { variantId: variant.id, ...(price === undefined ? {} : { price: decimal(price) }) }),
    quantity: line.quantity,
    delivery: requiresShipping && isShipped ? 'SHIP' : 'NONE',
    ...(line.appliedDiscount ? { discount: discountOf(line.appliedDiscount) } : {}),
    attributes: [...(line.customAttributes ?? [])],
  };
}

/** Amounts come as numbers or text; carts take text without needless digits. */
function decimal(amount: string | number): string {
  return String(amount);
}

/** An amount is off the whole line or order, not off each unit. */
function discountOf(input: DiscountInput) {
  const amount = input.amountWithCurrency?.amount ?? input.value.toFixed(2);
  return {
    kind: 'MANUAL' as const,
    title: input.title ?? 'Custom discount',
    description: input.description ?? null,
    ...(input.valueType === 'PERCENTAGE'
      ? { percentage: input.value }
      : { amount: decimal(amount) }),
  };
}

function discountsOf(shop: Shop, input: DraftInput): NonNullable<CartInput['discounts']> {
  const wanted = new Set((input.discountCodes ?? []).map((code) => code.toUpperCase()));
  const codes = shop.seed.discountCodes
    .filter(({ code }) => wanted.has(code.toUpperCase()))
    .map(({ code, amount, percentage }) => ({
      kind: 'CODE' as const,
      title: code,
      ...(percentage === undefined ? { amount: amount ?? '0' } : { percentage }),
    }));
  return input.appliedDiscount ? [...codes, discountOf(input.appliedDiscount)] : codes;
}

function refuse(field: readonly string[], message: string): Result<never, DraftProblem[]> {
  return fail([{ field, message }]);
}
