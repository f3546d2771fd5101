// Reads what a shop says lies where: whole locations page by page, or single items.

import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { ITEM_LEVELS, LOCATION_LEVELS, LOCATIONS } from '../wire/stock-operations.ts';
import { connectionSchema, gid, idSchema, textSchema } from '../wire/scalars.ts';

export interface ShopLocation {
  /** Legacy id. */
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

export interface ShopLevel {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  readonly onHand: number | null;
}

const locationsSchema = z.object({
  locations: connectionSchema(z.object({ id: idSchema, name: textSchema, isActive: z.boolean() })),
});

/** A shop has at most a thousand locations: five pages. */
const MAXIMUM_LOCATION_PAGES = 5;

export async function readLocations(
  shop: ShopifyShop,
): Promise<Result<readonly ShopLocation[], ShopifyFailure>> {
  const locations: ShopLocation[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAXIMUM_LOCATION_PAGES; page += 1) {
    const answer = await locationsPage(shop, after);
    if (!answer.ok) return answer;
    const { nodes, hasNextPage, endCursor } = answer.value.locations;
    locations.push(...nodes.map((one) => ({ ...one, name: one.name ?? one.id })));
    if (!hasNextPage) break;
    after = endCursor;
  }
  return ok(locations);
}

async function locationsPage(shop: ShopifyShop, after: string | null) {
  return shop.client.query({ operation: LOCATIONS, variables: { after }, schema: locationsSchema });
}

const quantitiesSchema = z.array(z.object({ name: z.string(), quantity: z.number().int() }));

const locationLevelsSchema = z.object({
  location: z
    .object({
      inventoryLevels: connectionSchema(
        z.object({ item: z.object({ id: idSchema }), quantities: quantitiesSchema }),
      ),
    })
    .nullable(),
});

export interface LevelPage {
  readonly levels: readonly ShopLevel[];
  /** Null: this was the last. */
  readonly after: string | null;
}

/** One page of a location's levels. */
export async function readLocationLevels(
  shop: ShopifyShop,
  where: { readonly locationId: string; readonly after: string | null },
): Promise<Result<LevelPage, ShopifyFailure>> {
  const { locationId, after } = where;
  const answer = await shop.client.query({
    operation: LOCATION_LEVELS,
    variables: { id: gid('Location', locationId), after },
    schema: locationLevelsSchema,
  });
  if (!answer.ok) return answer;
  // Deactivated and deleted since its name was read.
  if (answer.value.location === null) return ok({ levels: [], after: null });
  const { nodes, hasNextPage, endCursor } = answer.value.location.inventoryLevels;
  const levels = nodes.map(({ item, quantities }) =>
    levelOf({ inventoryItemId: item.id, locationId }, quantities),
  );
  return ok({ levels, after: hasNextPage ? endCursor : null });
}

const itemLevelsSchema = z.object({
  nodes: z.array(
    z
      .object({
        id: idSchema,
        inventoryLevels: connectionSchema(
          z.object({ location: z.object({ id: idSchema }), quantities: quantitiesSchema }),
        ),
      })
      .partial()
      .nullable(),
  ),
});

/** Items one call asks for; each is stocked at few of the shop's locations. */
export const ITEMS_A_CALL = 25;

/** The levels of at most `ITEMS_A_CALL` items at (the first 50 of) their locations. */
export async function readItemLevels(
  shop: ShopifyShop,
  inventoryItemIds: readonly string[],
): Promise<Result<readonly ShopLevel[], ShopifyFailure>> {
  const ids = inventoryItemIds.slice(0, ITEMS_A_CALL).map((id) => gid('InventoryItem', id));
  const answer = await shop.client.query({
    operation: ITEM_LEVELS,
    variables: { ids },
    schema: itemLevelsSchema,
  });
  if (!answer.ok) return answer;
  return ok(
    answer.value.nodes.flatMap((item) =>
      (item?.inventoryLevels?.nodes ?? []).map(({ location, quantities }) =>
        levelOf({ inventoryItemId: item?.id ?? '', locationId: location.id }, quantities),
      ),
    ),
  );
}

function levelOf(
  where: { readonly inventoryItemId: string; readonly locationId: string },
  quantities: z.output<typeof quantitiesSchema>,
): ShopLevel {
  const named = (name: string): number | null =>
    quantities.find((one) => one.name === name)?.quantity ?? null;
  return { ...where, available: named('available') ?? 0, onHand: named('on_hand') };
}
