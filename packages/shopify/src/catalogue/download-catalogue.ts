// Downloads what the shops sell, so that order lines find their product.

import { raiseProblem, recordVariants, resolveProblem } from '@sendsale/oms';
import type { Variant } from '@sendsale/oms';
import type { JobOutcome } from '@sendsale/platform/jobs';
import { z } from 'zod';
import type { ShopifyContext, ShopifyShop } from '../shopify-context.ts';
import { VARIANTS } from '../wire/stock-operations.ts';
import { connectionSchema, idSchema, textSchema } from '../wire/scalars.ts';

/** 2000 pages of 100: more variants than Shopify lets a shop have in one list. */
const MAXIMUM_PAGES = 2_000;

const weightSchema = z.object({ value: z.number().nonnegative(), unit: z.string() });

const variantSchema = z.object({
  id: idSchema,
  sku: textSchema,
  barcode: textSchema,
  title: textSchema,
  displayName: textSchema,
  product: z.object({ title: textSchema, isGiftCard: z.boolean().default(false) }),
  inventoryItem: z
    .object({
      id: idSchema,
      requiresShipping: z.boolean().default(true),
      measurement: z.object({ weight: weightSchema.nullish() }).nullish(),
    })
    .nullish(),
});

const pageSchema = z.object({ productVariants: connectionSchema(variantSchema) });

/** `done` counts the variants recorded; the whole catalogue is read each time. */
export async function downloadCatalogue(
  context: ShopifyContext,
  run: { readonly at: Date; readonly signal: AbortSignal },
): Promise<JobOutcome> {
  let done = 0;
  let withoutSku = 0;
  for (const shop of context.shops) {
    let after: string | null = null;
    for (let page = 0; page < MAXIMUM_PAGES && !run.signal.aborted; page += 1) {
      const answer = await variantsPage(shop, after);
      await noteAnswer(context, shop, { at: run.at, failure: answer.ok ? null : answer.error });
      if (!answer.ok) break;
      const { nodes, hasNextPage, endCursor } = answer.value.productVariants;
      const variants = nodes.map(toVariant);
      const recorded = await recordVariants(context.database, {
        shopId: shop.shopId,
        variants,
        at: run.at,
      });
      done += recorded.recorded;
      withoutSku += recorded.withoutSku.length;
      if (!hasNextPage) break;
      after = endCursor;
    }
  }
  return { done, note: `${done} variants, ${withoutSku} more without a SKU` };
}

async function variantsPage(shop: ShopifyShop, after: string | null) {
  return shop.client.query({ operation: VARIANTS, variables: { after }, schema: pageSchema });
}

async function noteAnswer(
  context: ShopifyContext,
  shop: ShopifyShop,
  outcome: { readonly at: Date; readonly failure: { code: Code; message: string } | null },
): Promise<void> {
  const { at, failure } = outcome;
  const subject = `${shop.shopId}/catalogue`;
  if (failure !== null) {
    await raiseProblem(context.database, { ...failure, subject, at });
    return;
  }
  for (const code of CODES)
    await resolveProblem(context.database, { code, subject, resolution: 'It was read.', at });
}

const CODES = [
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_ORDER_UNREADABLE',
  'SHOPIFY_VERSION_UNSUPPORTED',
] as const;
type Code = (typeof CODES)[number];

function toVariant(wire: z.output<typeof variantSchema>): Variant {
  return {
    variantId: wire.id,
    inventoryItemId: wire.inventoryItem?.id ?? null,
    sku: wire.sku,
    barcode: wire.barcode,
    title: titleOf(wire),
    weightGrams: grams(wire.inventoryItem?.measurement?.weight ?? null),
    requiresShipping: wire.inventoryItem?.requiresShipping ?? true,
    isGiftCard: wire.product.isGiftCard,
  };
}

/** "Default Title" is what Shopify calls the only variant of a product. */
function titleOf(wire: z.output<typeof variantSchema>): string {
  const product = wire.product.title ?? '';
  const variant = wire.title === 'Default Title' ? null : wire.title;
  return wire.displayName ?? (variant === null ? product : `${product} - ${variant}`);
}

const GRAMS: ReadonlyMap<string, number> = new Map([
  ['GRAMS', 1],
  ['KILOGRAMS', 1000],
  ['OUNCES', 28.349523125],
  ['POUNDS', 453.59237],
]);

function grams(weight: z.output<typeof weightSchema> | null): number {
  return weight === null ? 0 : Math.round(weight.value * (GRAMS.get(weight.unit) ?? 1));
}
