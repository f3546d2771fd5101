// The body of an order webhook: the order as the old REST API showed it, which is what Shopify still sends.
import { formatMinor, sumMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';
import {
  financialStatus,
  fulfilledUnits,
  fulfillmentStatus,
  unfulfilledUnits,
} from '../orders/status.ts';
import {
  currentTotals,
  lineLevelDiscount,
  lineOriginal,
  moneyOf,
  orderTaxes,
  originalTotals,
  roundingOf,
  shippingNet,
} from '../orders/totals.ts';
import { bag } from '../orders/presentment.ts';
import { legacyId } from '../state/gid.ts';
import type {
  AddressRecord,
  Customer,
  DiscountApplication,
  Fulfillment,
  Gid,
  LineItem,
  Order,
  Refund,
  ShippingLine,
  TaxCharge,
  Transaction,
} from '../state/model.ts';
import type { Shop } from '../state/shop.ts';

/** GraphQL's money in the words of the old API. */
function snake(money: { amount: string; currencyCode: string }): Json {
  return { amount: money.amount, currency_code: money.currencyCode };
}

type Json = Readonly<Record<string, unknown>>;

/** Money in this body: text, and the set of shop and presentment money. */
interface Cashier {
  readonly text: (minor: Minor) => string;
  readonly set: (minor: Minor) => Json;
}

export function orderBody(shop: Shop, order: Order): Json {
  const { currency } = shop.seed.shop;
  const cash: Cashier = {
    text: (minor) => formatMinor(minor, currency),
    set: (minor) => {
      const money = bag(minor, currency, order.presentment);
      return {
        shop_money: snake(money.shopMoney),
        presentment_money: snake(money.presentmentMoney),
      };
    },
  };
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  return {
    ...identity(order, currency),
    ...totals(order, cash),
    customer: customer ? customerBody(customer) : null,
    billing_address: order.billingAddress && addressBody(order.billingAddress),
    shipping_address: order.shippingAddress && addressBody(order.shippingAddress),
    discount_applications: order.discounts.map((discount) => discountBody(discount, cash)),
    discount_codes: order.discounts
      .filter((discount) => discount.kind === 'CODE')
      .map((discount) => codeBody(order, discount, cash)),
    tax_lines: orderTaxes(order).map((tax) => taxBody(tax, cash)),
    line_items: order.lines.map((line) => lineBody(order, line, cash)),
    shipping_lines: order.shippingLines.map((line) => shippingBody(line, cash)),
    fulfillments: order.fulfillments.map((f) => fulfillmentBody(order, f, cash)),
    refunds: order.refunds.map((refund) => refundBody(order, refund, cash)),
    transactions: order.transactions.map((t) => transactionBody(order, t, cash)),
    payment_gateway_names: [...new Set(order.transactions.map((t) => t.gateway))],
  };
}

function identity(order: Order, currency: string): Json {
  const status = fulfillmentStatus(order);
  const words: Record<string, string> = { FULFILLED: 'fulfilled', PARTIALLY_FULFILLED: 'partial' };
  return {
    id: numberOf(order.id),
    admin_graphql_api_id: order.id,
    app_id: numberOf(order.app.id),
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    created_at: order.createdAt,
    processed_at: order.processedAt,
    updated_at: order.updatedAt,
    cancelled_at: order.cancelledAt,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    closed_at: order.closedAt,
    confirmed: true,
    test: order.test,
    currency,
    presentment_currency: order.presentment?.currency ?? currency,
    email: order.email ?? '',
    contact_email: order.email,
    phone: order.phone,
    customer_locale: order.customerLocale,
    source_name: order.sourceName,
    source_identifier: order.sourceIdentifier,
    source_url: null,
    location_id: order.retailLocationId && numberOf(order.retailLocationId),
    device_id: order.deviceId && numberOf(order.deviceId),
    user_id: order.staffId && numberOf(order.staffId),
    financial_status: financialStatus(order).toLowerCase(),
    fulfillment_status: words[status] ?? null,
    note: order.note,
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    tags: order.tags.join(', '),
    tax_exempt: order.taxExempt,
    taxes_included: order.taxesIncluded,
    estimated_taxes: false,
    po_number: null,
  };
}

function totals(order: Order, cash: Cashier): Json {
  const original = originalTotals(order);
  const current = currentTotals(order);
  const lines = sumMinor(order.lines.map(lineOriginal));
  return {
    ...priced('subtotal_price', original.subtotal, cash),
    ...priced('total_discounts', original.discounts, cash),
    ...priced('total_line_items_price', lines, cash),
    ...priced('total_price', original.total, cash),
    ...priced('total_tax', original.tax, cash),
    ...priced('current_subtotal_price', current.subtotal, cash),
    ...priced('current_total_discounts', current.discounts, cash),
    ...priced('current_total_price', current.total, cash),
    ...priced('current_total_tax', current.tax, cash),
    total_shipping_price_set: cash.set(original.shipping),
    original_total_duties_set: original.duties === 0 ? null : cash.set(original.duties),
    current_total_duties_set: original.duties === 0 ? null : cash.set(current.duties),
    total_cash_rounding_payment_adjustment_set: cash.set(roundingOf(order).payments),
    total_cash_rounding_refund_adjustment_set: cash.set(roundingOf(order).refunds),
    total_tip_received: cash.text(order.tipMinor),
    total_outstanding: cash.text(moneyOf(order).outstanding),
    total_weight: sumMinor(order.lines.map((line) => line.grams * line.quantity)),
  };
}

function priced(name: string, minor: Minor, cash: Cashier): Json {
  return { [name]: cash.text(minor), [`${name}_set`]: cash.set(minor) };
}

function lineBody(order: Order, line: LineItem, cash: Cashier): Json {
  const fulfilled = fulfilledUnits(order, line);
  const name = line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`;
  return {
    id: numberOf(line.id),
    admin_graphql_api_id: line.id,
    title: line.title,
    name,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    variant_id: line.variantId && numberOf(line.variantId),
    variant_title: line.variantTitle,
    product_id: line.productId && numberOf(line.productId),
    product_exists: line.productId !== null,
    current_quantity: line.quantity - line.removed,
    fulfillable_quantity: unfulfilledUnits(order, line),
    fulfillment_service: 'manual',
    fulfillment_status:
      fulfilled === 0 ? null : fulfilled < line.quantity ? 'partial' : 'fulfilled',
    gift_card: line.isGiftCard,
    grams: line.grams,
    ...priced('price', line.unitMinor, cash),
    ...priced('total_discount', lineLevelDiscount(order, line), cash),
    properties: line.attributes.map(({ key, value }) => ({
      name: key,
      value,
    })),
    requires_shipping: line.requiresShipping,
    taxable: line.taxable,
    tax_lines: line.taxes.map((tax) => taxBody(tax, cash)),
    duties: line.duties.map((duty) => ({
      id: numberOf(duty.id),
      harmonized_system_code: duty.harmonizedSystemCode,
      country_code_of_origin: duty.countryCode,
      shop_money: cash.set(duty.minor)['shop_money'],
      presentment_money: cash.set(duty.minor)['presentment_money'],
      tax_lines: [],
      admin_graphql_api_id: duty.id,
    })),
    ...(line.group === null
      ? {}
      : {
          line_item_group: {
            id: numberOf(line.group.id),
            title: line.group.title,
            quantity: line.group.quantity,
          },
        }),
    discount_allocations: allocationBodies(line.allocations, cash),
  };
}

function shippingBody(line: ShippingLine, cash: Cashier): Json {
  return {
    id: numberOf(line.id),
    title: line.title,
    code: line.code,
    source: 'shopify',
    is_removed: line.isRemoved,
    ...priced('price', line.minor, cash),
    ...priced('discounted_price', shippingNet(line), cash),
    carrier_identifier: null,
    phone: null,
    tax_lines: line.taxes.map((tax) => taxBody(tax, cash)),
    discount_allocations: allocationBodies(line.allocations, cash),
  };
}

function allocationBodies(allocations: LineItem['allocations'], cash: Cashier): Json[] {
  return allocations.map((part) => ({
    amount: cash.text(part.minor),
    amount_set: cash.set(part.minor),
    discount_application_index: part.application,
  }));
}

function discountBody(discount: DiscountApplication, cash: Cashier): Json {
  const { kind, title, description, value } = discount;
  const type = {
    CODE: 'discount_code',
    MANUAL: 'manual',
    AUTOMATIC: 'automatic',
    SCRIPT: 'script',
  };
  return {
    type: type[kind],
    ...(kind === 'CODE' ? { code: title } : { title, description }),
    value: 'minor' in value ? cash.text(value.minor) : String(value.percentage),
    value_type: 'minor' in value ? 'fixed_amount' : 'percentage',
    allocation_method: discount.allocationMethod.toLowerCase(),
    target_selection: discount.targetSelection.toLowerCase(),
    target_type: discount.targetType.toLowerCase(),
  };
}

function codeBody(order: Order, discount: DiscountApplication, cash: Cashier): Json {
  const parts = [...order.lines, ...order.shippingLines]
    .flatMap((line) => line.allocations)
    .filter((part) => part.application === discount.index);
  const isShipping = discount.targetType === 'SHIPPING_LINE';
  const type = isShipping ? 'shipping' : 'minor' in discount.value ? 'fixed_amount' : 'percentage';
  return { code: discount.title, amount: cash.text(sumMinor(parts.map((p) => p.minor))), type };
}

function taxBody(tax: TaxCharge, cash: Cashier): Json {
  const { title, rate, minor } = tax;
  return { title, rate: Number(rate), ...priced('price', minor, cash), channel_liable: false };
}

function fulfillmentBody(order: Order, fulfillment: Fulfillment, cash: Cashier): Json {
  const numbers = fulfillment.tracking.flatMap((tracking) => tracking.number ?? []);
  const urls = fulfillment.tracking.flatMap((tracking) => tracking.url ?? []);
  return {
    id: numberOf(fulfillment.id),
    admin_graphql_api_id: fulfillment.id,
    order_id: numberOf(order.id),
    name: fulfillment.name,
    status: fulfillment.status.toLowerCase(),
    created_at: fulfillment.createdAt,
    updated_at: fulfillment.updatedAt,
    location_id: numberOf(fulfillment.locationId),
    service: 'manual',
    shipment_status: null,
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    line_items: fulfillment.lines.flatMap((part) => {
      const line = order.lines.find((candidate) => candidate.id === part.lineId);
      return line ? [{ ...lineBody(order, line, cash), quantity: part.quantity }] : [];
    }),
  };
}

function refundBody(order: Order, refund: Refund, cash: Cashier): Json {
  const paid = order.transactions.filter((t) => refund.transactionIds.includes(t.id));
  return {
    id: numberOf(refund.id),
    admin_graphql_api_id: refund.id,
    order_id: numberOf(order.id),
    created_at: refund.createdAt,
    processed_at: refund.createdAt,
    note: refund.note,
    user_id: refund.staffId && numberOf(refund.staffId),
    return: refund.returnId && {
      id: numberOf(refund.returnId),
      admin_graphql_api_id: refund.returnId,
    },
    duties: refund.duties.map((duty) => ({
      duty_id: numberOf(duty.dutyId),
      amount_set: cash.set(duty.minor),
    })),
    order_adjustments: [
      ...refund.adjustments.map((part) => ({
        id: numberOf(part.id),
        order_id: numberOf(order.id),
        refund_id: numberOf(refund.id),
        amount: cash.text(part.minor),
        amount_set: cash.set(part.minor),
        tax_amount: cash.text(0),
        tax_amount_set: cash.set(0),
        kind: 'refund_discrepancy',
        reason: 'Refund discrepancy',
      })),
      ...refund.shipping.map((part) => ({
        id: numberOf(part.id),
        order_id: numberOf(order.id),
        refund_id: numberOf(refund.id),
        amount: cash.text(-part.subtotalMinor),
        amount_set: cash.set(-part.subtotalMinor),
        tax_amount: cash.text(-part.taxMinor),
        tax_amount_set: cash.set(-part.taxMinor),
        kind: 'shipping_refund',
        reason: 'Shipping refund',
      })),
    ],
    refund_line_items: refund.lines.map((part) => ({
      id: numberOf(part.id),
      line_item_id: numberOf(part.lineId),
      quantity: part.quantity,
      restock_type: part.restockType.toLowerCase(),
      location_id: part.locationId && numberOf(part.locationId),
      subtotal: cash.text(part.subtotalMinor),
      total_tax: cash.text(part.taxMinor),
      subtotal_set: cash.set(part.subtotalMinor),
      total_tax_set: cash.set(part.taxMinor),
    })),
    transactions: paid.map((transaction) => transactionBody(order, transaction, cash)),
  };
}

function transactionBody(order: Order, transaction: Transaction, cash: Cashier): Json {
  return {
    id: numberOf(transaction.id),
    admin_graphql_api_id: transaction.id,
    order_id: numberOf(order.id),
    parent_id: transaction.parentId && numberOf(transaction.parentId),
    kind: transaction.kind.toLowerCase(),
    status: transaction.status.toLowerCase(),
    gateway: transaction.gateway,
    amount: cash.text(transaction.minor),
    created_at: transaction.createdAt,
    processed_at: transaction.processedAt,
    location_id: transaction.locationId && numberOf(transaction.locationId),
    device_id: transaction.deviceId && numberOf(transaction.deviceId),
    user_id: transaction.staffId && numberOf(transaction.staffId),
    source_name: order.sourceName,
    test: transaction.test,
  };
}

export function customerBody(customer: Customer): Json {
  return {
    id: numberOf(customer.id),
    admin_graphql_api_id: customer.id,
    email: customer.email,
    phone: customer.phone,
    note: customer.note,
    first_name: customer.firstName,
    last_name: customer.lastName,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    state: 'disabled',
    tags: customer.tags.join(', '),
    tax_exempt: customer.taxExempt,
    default_address: customer.address && addressBody(customer.address),
  };
}

function addressBody(address: AddressRecord): Json {
  const { firstName, lastName, provinceCode, countryCode, id: _, ...rest } = address;
  return {
    ...rest,
    first_name: firstName,
    last_name: lastName,
    name: [firstName, lastName].filter(Boolean).join(' '),
    province_code: provinceCode,
    country_code: countryCode,
  };
}

function numberOf(id: Gid): number {
  return Number(legacyId(id));
}
