// What draftOrderCreate, draftOrderUpdate and draftOrderCalculate are given, as the schema coerces it.
import type { Gid } from '../state/model.ts';

export interface MoneyInput {
  readonly amount: string;
  readonly currencyCode: string;
}

export interface AddressInput {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly company?: string | null;
  readonly address1?: string | null;
  readonly address2?: string | null;
  readonly city?: string | null;
  readonly province?: string | null;
  readonly provinceCode?: string | null;
  readonly zip?: string | null;
  readonly country?: string | null;
  readonly countryCode?: string | null;
  readonly phone?: string | null;
}

export interface DiscountInput {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly value: number;
  readonly valueType: 'FIXED_AMOUNT' | 'PERCENTAGE';
  readonly amountWithCurrency?: MoneyInput | null;
}

export interface DraftLineInput {
  readonly variantId?: Gid | null;
  readonly quantity: number;
  readonly title?: string | null;
  readonly sku?: string | null;
  readonly taxable?: boolean | null;
  readonly requiresShipping?: boolean | null;
  readonly originalUnitPrice?: string | null;
  readonly originalUnitPriceWithCurrency?: MoneyInput | null;
  readonly priceOverride?: MoneyInput | null;
  readonly appliedDiscount?: DiscountInput | null;
  readonly customAttributes?: readonly { readonly key: string; readonly value: string }[] | null;
}

export interface DraftInput {
  readonly lineItems?: readonly DraftLineInput[] | null;
  readonly customerId?: Gid | null;
  readonly purchasingEntity?: { readonly customerId?: Gid | null } | null;
  readonly useCustomerDefaultAddress?: boolean | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly shippingAddress?: AddressInput | null;
  readonly billingAddress?: AddressInput | null;
  readonly shippingLine?: {
    readonly title?: string | null;
    readonly price?: string | null;
    readonly priceWithCurrency?: MoneyInput | null;
    readonly shippingRateHandle?: string | null;
  } | null;
  readonly appliedDiscount?: DiscountInput | null;
  readonly discountCodes?: readonly string[] | null;
  readonly customAttributes?: DraftLineInput['customAttributes'];
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly taxExempt?: boolean | null;
  readonly reserveInventoryUntil?: string | null;
  readonly sourceName?: string | null;
  readonly visibleToCustomer?: boolean | null;
}

/** As every `userErrors` of drafts has it. */
export interface DraftProblem {
  readonly field: readonly string[] | null;
  readonly message: string;
}
