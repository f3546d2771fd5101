// What a send sale would cost: prices, taxes and shipping rates from Shopify, nothing written.

import { fail, formatMinor, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { DRAFT_CALCULATE } from '../wire/operations.ts';
import { moneySchema } from '../wire/scalars.ts';
import { addressProblem, draftInput } from './draft-input.ts';
import type { SaleContents } from './draft-input.ts';

/** Amounts are decimal texts in `currency`. */
export interface SaleQuote {
  readonly currency: string;
  readonly subtotal: string;
  readonly discounts: string;
  readonly shipping: string;
  readonly tax: string;
  readonly total: string;
  readonly rates: readonly {
    readonly handle: string;
    readonly title: string;
    readonly price: string;
  }[];
}

export interface SaleRefusal {
  readonly code: 'SEND_SALE_REFUSED';
  readonly message: string;
}

export function saleRefused(message: string): SaleRefusal {
  return { code: 'SEND_SALE_REFUSED', message };
}

export const userErrorsSchema = z.array(z.object({ message: z.string() }));

const answerSchema = z.object({
  draftOrderCalculate: z.object({
    calculatedDraftOrder: z
      .object({
        currencyCode: z.string(),
        availableShippingRates: z.array(
          z.object({
            handle: z.string(),
            title: z.string(),
            price: z.object({ amount: z.union([z.string(), z.number()]).transform(String) }),
          }),
        ),
        subtotalPriceSet: moneySchema,
        totalDiscountsSet: moneySchema,
        totalShippingPriceSet: moneySchema,
        totalTaxSet: moneySchema,
        totalPriceSet: moneySchema,
      })
      .nullable(),
    userErrors: userErrorsSchema,
  }),
});

export async function quoteSale(
  shop: ShopifyShop,
  sale: SaleContents,
): Promise<Result<SaleQuote, ShopifyFailure | SaleRefusal>> {
  const wrong = addressProblem(sale.shipTo);
  if (wrong !== null) return fail(saleRefused(wrong));
  // It writes nothing, so it may be asked again.
  const answer = await shop.client.query({
    operation: DRAFT_CALCULATE,
    variables: { input: draftInput(sale) },
    schema: answerSchema,
  });
  if (!answer.ok) return answer;
  const { calculatedDraftOrder: draft, userErrors } = answer.value.draftOrderCalculate;
  if (draft === null || userErrors.length > 0) {
    return fail(saleRefused(userErrors.map((one) => one.message).join(' ')));
  }
  const currency = draft.currencyCode;
  const text = (money: { readonly presentment: number }): string =>
    formatMinor(money.presentment, currency);
  return ok({
    currency,
    subtotal: text(draft.subtotalPriceSet),
    discounts: text(draft.totalDiscountsSet),
    shipping: text(draft.totalShippingPriceSet),
    tax: text(draft.totalTaxSet),
    total: text(draft.totalPriceSet),
    rates: draft.availableShippingRates.map((rate) => ({
      handle: rate.handle,
      title: rate.title,
      price: rate.price.amount,
    })),
  });
}
