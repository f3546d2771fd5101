// The shop, the app and the nodes of the graph.
import { badRequest, resourceNotFound } from '../errors.ts';
import type { Context, FieldResolvers } from '../context.ts';
import { idOf, within } from '../context.ts';
import { gid, typeOfGid } from '../../state/gid.ts';
import type { Agreement, Gid } from '../../state/model.ts';
import type { Shop } from '../../state/shop.ts';
import { findDraft } from '../../drafts/drafts.ts';
import { findReturn } from '../../returns/returns.ts';
import { findFulfillment, findFulfillmentOrder } from '../../orders/create-fulfillment.ts';

export const API_VERSION = '2026-10';

const VERSIONS = ['2026-01', '2026-04', '2026-07', API_VERSION, '2027-01', 'unstable'];

export const shopQueries: FieldResolvers<unknown> = {
  shop: (_, __, context) => {
    const { shop, taxRates } = context.shop.seed;
    const openedAt = context.shop.state.openedAt;
    return {
      id: gid('Shop', shop.id),
      name: shop.name,
      myshopifyDomain: shop.domain,
      email: shop.email,
      contactEmail: shop.email,
      currencyCode: shop.currency,
      ianaTimezone: shop.timezone,
      taxesIncluded: shop.taxesIncluded,
      taxShipping: taxRates.some((region) => region.taxesShipping),
      orderNumberFormatPrefix: shop.orderNamePrefix,
      orderNumberFormatSuffix: '',
      plan: {
        publicDisplayName: shop.plan,
        shopifyPlus: shop.plan === 'Shopify Plus',
        partnerDevelopment: false,
      },
      url: `https://${shop.domain}`,
      createdAt: openedAt,
      updatedAt: openedAt,
    };
  },
  publicApiVersions: () =>
    VERSIONS.map((handle) => ({
      handle,
      displayName: handle === '2027-01' ? '2027-01 (Release candidate)' : handle,
      supported: handle <= API_VERSION,
    })),
  currentAppInstallation: (_, __, context) => ({
    id: gid('AppInstallation', context.shop.seed.app.id),
    app: appOf(context),
    accessScopes: [...context.scopes].sort().map((handle) => ({ handle, description: handle })),
  }),
  app: (_, args: { id?: Gid | null }, context) => {
    const own = appOf(context);
    return args.id === null || args.id === undefined || idOf('App', args.id) === own.id
      ? own
      : null;
  },
  node: (_, args: { id: Gid }, context) => findNode(context, args.id),
  nodes: (_, args: { ids: readonly Gid[] }, context) => {
    if (args.ids.length > 250)
      throw badRequest('The input array size is greater than the maximum of 250.');
    return args.ids.map((id) => findNode(context, id));
  },
  // Cancels run at once, so a job that somebody can ask for is done.
  job: (_, args: { id: Gid }) => ({ id: args.id, done: true }),
};

function appOf(context: Context): { id: Gid; title: string; apiKey: string; handle: string } {
  const { app } = context.shop.seed;
  const handle = app.title.toLowerCase().replace(/\W+/g, '-');
  return { id: gid('App', app.id), title: app.title, apiKey: app.clientId, handle };
}

type Finder = (shop: Shop, id: Gid) => object | null | undefined;

const FINDERS: Readonly<Record<string, Finder>> = {
  Order: (shop, id) => shop.orders.get(id),
  Customer: (shop, id) => shop.customers.get(id),
  Product: (shop, id) => withId(shop.products.get(id), id),
  ProductVariant: (shop, id) => withId(shop.variants.get(id), id),
  InventoryItem: (shop, id) => withId(shop.variantsByItem.get(id), id),
  InventoryLevel: (shop, id) => shop.state.levels.find((level) => level.id === id),
  Location: (shop, id) => withId(shop.locations.get(id), id),
  FulfillmentOrder: (shop, id) => {
    const found = findFulfillmentOrder(shop, id);
    return found && within(found.order, found.source);
  },
  DraftOrder: (shop, id) => findDraft(shop, id),
  BulkOperation: (shop, id) => shop.state.bulkOperations.find((operation) => operation.id === id),
  Return: (shop, id) => {
    const found = findReturn(shop, id);
    return found && within(found.order, found.found);
  },
  Fulfillment: (shop, id) => {
    const found = findFulfillment(shop, id);
    return found && within(found.order, found.fulfillment);
  },
};

function findNode(context: Context, id: Gid): object | null {
  const type = typeOfGid(id);
  if (type === null) throw resourceNotFound(id);
  return FINDERS[type]?.(context.shop, id) ?? null;
}

function withId<T extends object>(found: T | undefined, id: Gid): object | null {
  return found === undefined ? null : { ...found, id };
}

/** Which type an object of an abstract field has. */
export const typeNames: Readonly<Record<string, (value: never) => string>> = {
  Node: (value: { id: Gid }) => typeOfGid(value.id) ?? '',
  LegacyInteroperability: (value: { id: Gid }) => typeOfGid(value.id) ?? '',
  SalesAgreement: (value: Agreement) => value.kind,
  DiscountApplication: (value: { kind: string }) => {
    const kind = value.kind.charAt(0) + value.kind.slice(1).toLowerCase();
    return kind === 'Code' ? 'DiscountCodeApplication' : `${kind}DiscountApplication`;
  },
  ReturnLineItemType: () => 'ReturnLineItem',
  PricingValue: (value: object) => ('percentage' in value ? 'PricingPercentageValue' : 'MoneyV2'),
};

export const staffMember: FieldResolvers<{ firstName: string; lastName: string }> = {
  name: (person) => `${person.firstName} ${person.lastName}`,
  active: () => true,
  exists: () => true,
};

/** A staff member, for those who may read users. */
export function readStaff(context: Context, id: Gid | null): object | null {
  const person = id === null ? undefined : context.shop.staff.get(id);
  return person === undefined ? null : { ...person, id };
}
