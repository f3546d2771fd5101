// What an associate looks for: products by text, SKU or barcode, customers by e-mail, phone or name.

import type { Address } from '@sendsale/domain';
import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { address } from '../orders/from-graphql.ts';
import { graphqlAddressSchema } from '../wire/graphql-order.ts';
import { SEARCH_CUSTOMERS, SEARCH_VARIANTS } from '../wire/operations.ts';
import { connectionSchema, idSchema, textSchema } from '../wire/scalars.ts';

export interface FoundVariant {
  /** Legacy id. */
  readonly variantId: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  /** What comes in sizes and colours: Shopify's product, legacy id. */
  readonly style: { readonly id: string; readonly title: string };
  /** Name and value, in the order of the product: Color, Size. */
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** Decimal text in the shop's currency. */
  readonly price: string;
  readonly isGiftCard: boolean;
}

const variantsSchema = z.object({
  productVariants: connectionSchema(
    z.object({
      id: idSchema,
      sku: textSchema,
      barcode: textSchema,
      title: textSchema,
      displayName: textSchema,
      price: z.union([z.string(), z.number()]).transform(String),
      product: z.object({
        id: idSchema,
        title: textSchema,
        isGiftCard: z.boolean().default(false),
      }),
      selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
});

/** An exact SKU or barcode stands before a title. */
export async function searchVariants(
  shop: ShopifyShop,
  text: string,
): Promise<Result<readonly FoundVariant[], ShopifyFailure>> {
  const word = quoted(text);
  const exact = await variants(shop, `sku:${word} OR barcode:${word}`);
  if (!exact.ok || exact.value.length > 0) return exact;
  return variants(shop, plainWords(text));
}

/** Every size and colour of a style; a product has at most 100 in one page, and more than that fit no grid. */
export async function styleVariants(
  shop: ShopifyShop,
  styleId: string,
): Promise<Result<readonly FoundVariant[], ShopifyFailure>> {
  return variants(shop, `product_id:${quoted(styleId)}`, STYLE_MAX);
}

const STYLE_MAX = 100;
const FOUND_MAX = 25;

async function variants(
  shop: ShopifyShop,
  query: string,
  first = FOUND_MAX,
): Promise<Result<readonly FoundVariant[], ShopifyFailure>> {
  const variables = { query, first };
  const call = { operation: SEARCH_VARIANTS, variables, schema: variantsSchema };
  const answer = await shop.client.query(call);
  if (!answer.ok) return answer;
  return ok(
    answer.value.productVariants.nodes.map((one) => ({
      variantId: one.id,
      sku: one.sku,
      barcode: one.barcode,
      title: one.displayName ?? one.product.title ?? one.title ?? '',
      style: { id: one.product.id, title: one.product.title ?? '' },
      // A product without choices has one option that says so.
      options: one.selectedOptions.filter(({ value }) => value !== 'Default Title'),
      price: one.price,
      isGiftCard: one.product.isGiftCard,
    })),
  );
}

export interface FoundCustomer {
  readonly customerId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Address | null;
}

const customersSchema = z.object({
  customers: connectionSchema(
    z.object({
      id: idSchema,
      firstName: textSchema,
      lastName: textSchema,
      defaultEmailAddress: z.object({ emailAddress: textSchema }).nullish(),
      defaultPhoneNumber: z.object({ phoneNumber: textSchema }).nullish(),
      defaultAddress: graphqlAddressSchema.nullish(),
    }),
  ),
});

export async function searchCustomers(
  shop: ShopifyShop,
  text: string,
): Promise<Result<readonly FoundCustomer[], ShopifyFailure>> {
  const query = text.includes('@') ? `email:${quoted(text)}` : plainWords(text);
  const call = { operation: SEARCH_CUSTOMERS, variables: { query }, schema: customersSchema };
  const answer = await shop.client.query(call);
  if (!answer.ok) return answer;
  return ok(
    answer.value.customers.nodes.map((one) => ({
      customerId: one.id,
      firstName: one.firstName,
      lastName: one.lastName,
      email: one.defaultEmailAddress?.emailAddress ?? null,
      phone: one.defaultPhoneNumber?.phoneNumber ?? null,
      address: address(one.defaultAddress),
    })),
  );
}

/** As one value of Shopify's search syntax. */
export function quoted(text: string): string {
  return `'${text.trim().replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Words that mean nothing to the search syntax: a colon would make a word a field, and unknown fields find all. */
function plainWords(text: string): string {
  return text
    .replaceAll(/[:()"'\\*<>=-]/g, ' ')
    .replaceAll(/\b(AND|OR|NOT)\b/g, ' ')
    .trim();
}
