// Operations on the catalogue and its stock. `operations.test.ts` validates them with the others.

import { PAGE } from './fragments.ts';

/** One page of the catalogue's variants. */
export const VARIANTS = `query Variants($after: String) {
  productVariants(first: ${PAGE.variants}, after: $after) {
    nodes {
      id sku barcode title displayName
      product { id title isGiftCard }
      inventoryItem { id requiresShipping measurement { weight { value unit } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const LOCATIONS = `query Locations($after: String) {
  locations(first: 200, after: $after, includeInactive: true) {
    nodes { id name isActive } pageInfo { hasNextPage endCursor }
  }
}`;

/** One page of what a location has of each item. */
export const LOCATION_LEVELS = `query LocationLevels($id: ID!, $after: String) {
  location(id: $id) {
    inventoryLevels(first: ${PAGE.levels}, after: $after) {
      nodes { item { id } quantities(names: ["available", "on_hand"]) { name quantity } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** Where some items are; beyond the page's size the next whole reading tells. */
export const ITEM_LEVELS = `query ItemLevels($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on InventoryItem {
      id
      inventoryLevels(first: ${PAGE.itemLevels}) {
        nodes { location { id } quantities(names: ["available", "on_hand"]) { name quantity } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

/** Sets quantities to what they should be, if they still are what they were; the same key is the same call. */
export const INVENTORY_SET = `mutation InventorySet($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { field message code } }
}`;
