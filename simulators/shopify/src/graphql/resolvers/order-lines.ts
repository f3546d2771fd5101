// Lines, shipping lines and the discounts on them.
import { sumMinor } from '@sendsale/std';
import { unfulfilledUnits } from '../../orders/status.ts';
import {
  lineLevelDiscount,
  lineNet,
  lineOriginal,
  shippingLeft,
  shippingNet,
} from '../../orders/totals.ts';
import type {
  Allocation,
  DiscountApplication,
  DutyCharge,
  LineItem,
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
  originalUnitPriceSet: ({ unitMinor, order }, _, context) => moneyBag(context, unitMinor, order),
  originalTotalSet: (line, _, context) => moneyBag(context, lineOriginal(line), line.order),
  totalDiscountSet: (line, _, context) =>
    moneyBag(context, lineLevelDiscount(line.order, line), line.order),
  discountedTotalSet: (line, args: { withCodeDiscounts?: boolean }, context) => {
    const off = args.withCodeDiscounts === true ? codeDiscount(line) : 0;
    const total = lineOriginal(line) - lineLevelDiscount(line.order, line) - off;
    return moneyBag(context, total, line.order);
  },
  discountedUnitPriceSet: (line, _, context) => {
    const total = lineOriginal(line) - lineLevelDiscount(line.order, line);
    return moneyBag(context, Math.round(total / line.quantity), line.order);
  },
  discountedUnitPriceAfterAllDiscountsSet: (line, _, context) =>
    moneyBag(context, Math.round(lineNet(line) / line.quantity), line.order),
  discountAllocations: ({ allocations, order }) => allocations.map((part) => within(order, part)),
  taxLines: ({ taxes, order }, args: { first?: number }) =>
    takeFirst(taxes, args).map((tax) => within(order, tax)),
  duties: ({ duties, order }) => duties.map((duty) => within(order, duty)),
  lineItemGroup: ({ group }) => group,
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
  originalPriceSet: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  discountedPriceSet: (line, _, context) => moneyBag(context, shippingNet(line), line.order),
  currentDiscountedPriceSet: (line, _, context) =>
    moneyBag(context, shippingLeft(line.order, line).net, line.order),
  discountAllocations: ({ allocations, order }) => allocations.map((part) => within(order, part)),
  taxLines: ({ taxes, order }) => taxes.map((tax) => within(order, tax)),
};

export const duty: FieldResolvers<In<DutyCharge>> = {
  price: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  countryCodeOfOrigin: ({ countryCode }) => countryCode,
  taxLines: () => [],
};

export const discountAllocation: FieldResolvers<In<Allocation>> = {
  allocatedAmountSet: ({ minor, order }, _, context) => moneyBag(context, minor, order),
  discountApplication: ({ order, application }) => {
    const found = order.discounts[application];
    return found && within(order, found);
  },
};

/** One set of resolvers serves the four kinds. */
export const discountApplication: FieldResolvers<In<DiscountApplication>> = {
  code: ({ title }) => title,
  value: ({ value, order }, _, context) =>
    'percentage' in value ? value : moneyBag(context, value.minor, order).presentmentMoney,
};
