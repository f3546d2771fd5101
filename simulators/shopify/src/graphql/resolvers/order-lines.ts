// Lines, shipping lines and the discounts on them.
import { formatMinor, sumMinor } from '@sendsale/std';
import { unfulfilledUnits } from '../../orders/status.ts';
import { lineLevelDiscount, lineNet, lineOriginal, shippingNet } from '../../orders/totals.ts';
import type {
  Allocation,
  DiscountApplication,
  LineItem,
  Order,
  ShippingLine,
} from '../../state/model.ts';
import { takeFirst } from '../connection.ts';
import { moneyBag, requireScope, within } from '../context.ts';
import type { FieldResolvers, In } from '../context.ts';
import { readStaff } from './shop.ts';

export const lineItem: FieldResolvers<In<LineItem>> = {
  name: ({ title, variantTitle }) => (variantTitle === null ? title : `${title} - ${variantTitle}`),
  currentQuantity: ({ quantity, removed }) => quantity - removed,
  refundableQuantity: ({ quantity, removed }) => quantity - removed,
  unfulfilledQuantity: (line) => unfulfilledUnits(line.order, line),
  nonFulfillableQuantity: ({ removed }) => removed,
  restockable: ({ variantId }) => variantId !== null,
  variant: ({ variantId }, _, { shop }) => (variantId && shop.variants.get(variantId)) ?? null,
  product: ({ productId }, _, { shop }) => {
    const found = productId === null ? undefined : shop.products.get(productId);
    return found === undefined ? null : { ...found, id: productId };
  },
  staffMember: (line, _, context) => {
    requireScope(context, 'read_users', 'staffMember field');
    return readStaff(context, line.staffId ?? line.order.staffId);
  },
  customAttributes: ({ attributes }) => attributes,
  originalUnitPriceSet: ({ unitMinor }, _, context) => moneyBag(context, unitMinor),
  originalTotalSet: (line, _, context) => moneyBag(context, lineOriginal(line)),
  totalDiscountSet: (line, _, context) => moneyBag(context, lineLevelDiscount(line.order, line)),
  discountedTotalSet: (line, args: { withCodeDiscounts?: boolean }, context) => {
    const off = args.withCodeDiscounts === true ? codeDiscount(line) : 0;
    return moneyBag(context, lineOriginal(line) - lineLevelDiscount(line.order, line) - off);
  },
  discountedUnitPriceSet: (line, _, context) => {
    const total = lineOriginal(line) - lineLevelDiscount(line.order, line);
    return moneyBag(context, Math.round(total / line.quantity));
  },
  discountedUnitPriceAfterAllDiscountsSet: (line, _, context) =>
    moneyBag(context, Math.round(lineNet(line) / line.quantity)),
  discountAllocations: ({ allocations, order }) => allocations.map((part) => within(order, part)),
  taxLines: ({ taxes }, args: { first?: number }) => takeFirst(taxes, args),
  duties: () => [],
  lineItemGroup: () => null,
};

function codeDiscount(line: In<LineItem>): number {
  const parts = line.allocations.filter((part) => {
    const application = line.order.discounts[part.application];
    return application?.kind === 'CODE' && application.allocationMethod !== 'EACH';
  });
  return sumMinor(parts.map((part) => part.minor));
}

export const shippingLine: FieldResolvers<In<ShippingLine>> = {
  source: () => 'shopify',
  carrierIdentifier: () => null,
  deliveryCategory: () => null,
  phone: () => null,
  shippingRateHandle: ({ custom, code }) => (custom ? null : `rate-${code.toLowerCase()}`),
  originalPriceSet: ({ minor }, _, context) => moneyBag(context, minor),
  discountedPriceSet: (line, _, context) => moneyBag(context, shippingNet(line)),
  currentDiscountedPriceSet: (line, _, context) =>
    moneyBag(context, currentPrice(line.order, line)),
  discountAllocations: ({ allocations, order }) => allocations.map((part) => within(order, part)),
  taxLines: ({ taxes }) => taxes,
};

function currentPrice(order: Order, line: ShippingLine): number {
  const refunded = order.refunds
    .flatMap((refund) => refund.shipping)
    .filter((part) => part.shippingLineId === line.id);
  return shippingNet(line) - sumMinor(refunded.map((part) => part.subtotalMinor));
}

export const discountAllocation: FieldResolvers<In<Allocation>> = {
  allocatedAmountSet: ({ minor }, _, context) => moneyBag(context, minor),
  discountApplication: ({ order, application }) => order.discounts[application],
};

/** One set of resolvers serves the four kinds. */
export const discountApplication: FieldResolvers<DiscountApplication> = {
  code: ({ title }) => title,
  value: ({ value }, _, { shop }) => {
    if ('percentage' in value) return value;
    const currencyCode = shop.seed.shop.currency;
    return { amount: formatMinor(value.minor, currencyCode), currencyCode };
  },
};
