// What can be sold: Shopify's variants, with what our facilities have of each and when it would be there.

import type { Availability, Destination, SellableProduct, StyleView } from '@sendsale/api';
import type { Place } from '@sendsale/domain';
import type { FoundVariant } from '@sendsale/shopify';
import { availability, listPlaces, productsOfVariants } from '@sendsale/store/read';
import type { Database, FacilityAvailability } from '@sendsale/store/read';
import { readOfferGuide, soonestFirst } from './offer-order.ts';
import { placeOf, promiseFrom } from './promise-delivery.ts';

interface Sellable {
  readonly product: SellableProduct;
  readonly places: readonly FacilityAvailability[];
}

export interface SellableOptions {
  readonly shopId: string;
  readonly found: readonly FoundVariant[];
  readonly at: Date;
}

export async function sellableProducts(
  db: Database,
  options: SellableOptions,
): Promise<SellableProduct[]> {
  return (await sellable(db, options)).map(({ product }) => product);
}

/** The variants of one style, each with the places that have it: who delivers first, then who costs least. */
export async function sellableStyle(
  db: Database,
  options: SellableOptions & { readonly styleId: string; readonly to: Destination },
): Promise<StyleView> {
  const { styleId, to, at, found } = options;
  const goal = placeOf(to, await placeOfFacility(db, to.near));
  const variants = await sellable(db, options);
  const guide = await readOfferGuide(db, at);
  return {
    styleId,
    title: found[0]?.style.title ?? '',
    variants: variants.map(({ product, places }) => ({
      ...product,
      places: places
        .map((place) => estimated(place, goal, { at }))
        .toSorted(soonestFirst(guide, product.productId ?? '')),
    })),
  };
}

/** One reading of the stock for all of them. */
async function sellable(
  db: Database,
  { shopId, found, at }: SellableOptions,
): Promise<readonly Sellable[]> {
  const variantIds = found.map((one) => one.variantId);
  const known = await productsOfVariants(db, { shopId, variantIds });
  const productIds = [...known.values()].map(({ productId }) => productId);
  const stock = await availability(db, { productIds, at });
  return found.map(({ variantId, sku, barcode, title, style, options, price }) => {
    const productId = known.get(variantId)?.productId ?? null;
    const places = productId === null ? [] : (stock.get(productId) ?? []);
    const availableToPromise = places.reduce((sum, place) => sum + place.availableToPromise, 0);
    return {
      product: {
        variantId,
        productId,
        sku,
        barcode,
        title,
        style,
        options: [...options],
        price,
        availableToPromise,
      },
      places,
    };
  });
}

export function estimated(
  from: FacilityAvailability,
  to: Place | null,
  when: { readonly at: Date; readonly atMostDays?: number },
): Availability {
  const { facilityId, name, availableToPromise } = from;
  return { facilityId, name, availableToPromise, ...promiseFrom(from, to, when) };
}

async function placeOfFacility(db: Database, id: string | undefined): Promise<Place | null> {
  if (id === undefined) return null;
  const { facilities } = await listPlaces(db);
  return facilities.find((one) => one.id === id) ?? null;
}
