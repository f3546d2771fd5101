// One call of inventorySetQuantities, and which of its quantities Shopify refused.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { LevelToTell } from '@sendsale/store/read';
import { z } from 'zod';
import { answerUnreadable } from '../client/shopify-failure.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { INVENTORY_SET } from '../wire/stock-operations.ts';
import { gid } from '../wire/scalars.ts';

export interface RefusedLevel {
  readonly level: LevelToTell;
  readonly code: string;
  readonly message: string;
}

const setSchema = z.object({
  inventorySetQuantities: z.object({
    userErrors: z.array(
      z.object({
        field: z.array(z.string()).nullish(),
        message: z.string(),
        code: z.string().nullish(),
      }),
    ),
  }),
});

/** @returns the levels that were in the way: all are set when it is empty, none otherwise */
export async function setLevels(
  shop: ShopifyShop,
  call: { readonly levels: readonly LevelToTell[]; readonly key: string },
): Promise<Result<readonly RefusedLevel[], ShopifyFailure>> {
  const { levels, key } = call;
  const input = {
    name: 'available',
    reason: 'correction',
    referenceDocumentUri: `gid://sendsale/StockComparison/${key}`,
    quantities: levels.map((level) => ({
      inventoryItemId: gid('InventoryItem', level.inventoryItemId),
      locationId: gid('Location', level.locationId),
      quantity: level.wanted,
      changeFromQuantity: level.available,
    })),
  };
  // With its key the call is the same call however often it arrives: it may be repeated like a query.
  const answer = await shop.client.query({
    operation: INVENTORY_SET,
    variables: { input, key },
    schema: setSchema,
  });
  if (!answer.ok) return answer;
  const errors = answer.value.inventorySetQuantities.userErrors;
  const refused: RefusedLevel[] = [];
  for (const { field, message, code } of errors) {
    const level = levels[Number(field?.[2] ?? Number.NaN)];
    if (level === undefined)
      return fail(answerUnreadable(`Shopify set no quantities: ${code ?? ''} ${message}`));
    refused.push({ level, code: code ?? '', message });
  }
  return ok(refused);
}
