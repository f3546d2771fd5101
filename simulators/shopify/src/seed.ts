// What a shop is made of before the first order: the shape that the sample retailer, tests and
// `sendsale simulate shopify --seed FILE` write. Ids are Shopify's numeric ids; money is decimal text.
import { z } from 'zod';

const id = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);
const money = z.string().regex(/^\d+(\.\d{1,3})?$/);

/** A postal address as POS and checkout take it; province and country by code, names are optional. */
export const Address = z.strictObject({
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  company: z.string().nullable().default(null),
  address1: z.string().nullable().default(null),
  address2: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  province: z.string().nullable().default(null),
  provinceCode: z.string().nullable().default(null),
  zip: z.string().nullable().default(null),
  country: z.string().nullable().default('United States'),
  countryCode: z.string().length(2).default('US'),
  phone: z.string().nullable().default(null),
  latitude: z.number().nullable().default(null),
  longitude: z.number().nullable().default(null),
});
export type Address = z.infer<typeof Address>;

const Shop = z.strictObject({
  id: id.default('1'),
  name: z.string(),
  /** The myshopify.com domain, which webhooks carry. */
  domain: z.string(),
  email: z.string().default('owner@example.com'),
  currency: z.string().length(3).default('USD'),
  timezone: z.string().default('America/New_York'),
  plan: z.string().default('Shopify Plus'),
  orderNamePrefix: z.string().default('#'),
  /** Prices contain the taxes. */
  taxesIncluded: z.boolean().default(false),
  firstOrderNumber: z.number().int().positive().default(1001),
  /** The first id that orders, lines and everything else made later receive. */
  firstId: z.number().int().positive().default(7_000_000_000_001),
});

/** Everything but `read_users`, which Shopify gives to few shops. */
const DEFAULT_SCOPES =
  `read_orders write_orders read_all_orders read_products read_locations read_customers
  read_inventory write_inventory read_fulfillments write_fulfillments
  read_merchant_managed_fulfillment_orders write_merchant_managed_fulfillment_orders
  read_draft_orders write_draft_orders read_order_edits write_order_edits read_returns write_returns
  write_customers`.split(/\s+/);

const App = z.strictObject({
  id: id.default('424242'),
  title: z.string().default('Sendsale'),
  clientId: z.string().default('sendsale-client'),
  /** Also the secret webhooks are signed with. */
  clientSecret: z.string().default('sendsale-secret'),
  /** Static tokens (those of old custom apps) that never expire. */
  accessTokens: z.array(z.string()).default([]),
  /** Add `read_users` to let the app read staff members. */
  scopes: z.array(z.string()).default(DEFAULT_SCOPES),
});

const Location = z.strictObject({
  id,
  name: z.string(),
  address: Address,
  /** Stores have tills; warehouses have none. */
  isStore: z.boolean().default(false),
  isActive: z.boolean().default(true),
  fulfillsOnlineOrders: z.boolean().default(true),
});

const Staff = z.strictObject({
  id,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().default(''),
  isShopOwner: z.boolean().default(false),
});

const Variant = z.strictObject({
  id,
  inventoryItemId: id,
  sku: z.string().nullable(),
  price: money,
  barcode: z.string().nullable().default(null),
  weightGrams: z.number().nonnegative().default(0),
  /** Option name → value, such as {Size: "M"}. Empty for a product with its default variant only. */
  options: z.record(z.string(), z.string()).default({}),
  requiresShipping: z.boolean().default(true),
  taxable: z.boolean().default(true),
  tracked: z.boolean().default(true),
});

const Product = z.strictObject({
  id,
  title: z.string(),
  vendor: z.string().default(''),
  productType: z.string().default(''),
  tags: z.array(z.string()).default([]),
  isGiftCard: z.boolean().default(false),
  variants: z.array(Variant).min(1),
});

const Customer = z.strictObject({
  id,
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  taxExempt: z.boolean().default(false),
  address: Address.nullable().default(null),
});

/** The taxes of a region; the most specific entry that matches an address applies. */
const TaxRegion = z.strictObject({
  countryCode: z.string().length(2).default('US'),
  provinceCode: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  /** Rates as decimal text, such as "0.0775"; several lines add up. */
  lines: z.array(z.strictObject({ title: z.string(), rate: z.string().regex(/^0(\.\d+)?$/) })),
  taxesShipping: z.boolean().default(false),
});

/** What checkout and draft orders offer for an address, unless the order is free of charge from an amount on. */
const ShippingRate = z.strictObject({
  title: z.string(),
  code: z.string().optional(),
  price: money,
  /** Free when the goods come to this much. */
  freeFrom: money.optional(),
  /** Where it is offered; everywhere when left out. */
  countryCodes: z.array(z.string().length(2)).optional(),
});

const discountValue = {
  amount: money.optional(),
  percentage: z.number().positive().max(100).optional(),
};

/** Cost points: a standard shop's bucket by default. `null` switches throttling off. */
const Limits = z.strictObject({
  maximumAvailable: z.number().positive().default(2000),
  restoreRate: z.number().positive().default(100),
});

const Whole = z.strictObject({
  shop: Shop,
  app: App.default(App.parse({})),
  limits: Limits.nullable().default(Limits.parse({})),
  /** In the order in which online orders are routed to them. */
  locations: z.array(Location).min(1),
  staff: z.array(Staff).default([]),
  products: z.array(Product),
  customers: z.array(Customer).default([]),
  stock: z
    .array(z.strictObject({ locationId: id, sku: z.string(), available: z.number().int() }))
    .default([]),
  taxRates: z.array(TaxRegion).default([]),
  shippingRates: z.array(ShippingRate).default([
    { title: 'Standard', price: '8.00' },
    { title: 'Express', price: '25.00' },
  ]),
  discountCodes: z.array(z.strictObject({ code: z.string(), ...discountValue })).default([]),
  /** How long a carry-out waits until it is fulfilled at the store, unless the till says otherwise. */
  handOverAfterMs: z.number().int().nonnegative().default(0),
});

/** The whole shop. Everything but shop, locations and products may be left out. */
export const ShopSeed = Whole.superRefine((seed, context) => {
  for (const message of contradictions(seed)) context.addIssue({ code: 'custom', message });
});

/** What names something twice, or something that is not there. */
function contradictions(seed: z.output<typeof Whole>): string[] {
  const variants = seed.products.flatMap((product) => product.variants);
  const skus = variants.flatMap((variant) => variant.sku ?? []);
  const places = seed.locations.map((place) => place.id);
  const stocked = seed.stock.map(({ sku, locationId }) => `${sku} at location ${locationId}`);
  const twice: [what: string, ids: string[]][] = [
    ['location', places],
    ['product', seed.products.map((product) => product.id)],
    ['variant', variants.map((variant) => variant.id)],
    ['inventory item', variants.map((variant) => variant.inventoryItemId)],
    ['SKU', skus],
    ['customer', seed.customers.map((customer) => customer.id)],
    ['staff member', seed.staff.map((person) => person.id)],
    ['stock of', stocked],
  ];
  const known = { skus: new Set(skus), places: new Set(places) };
  return [
    ...twice.flatMap(([what, ids]) =>
      repeated(ids).map((id) => `The ${what} ${id} is there twice.`),
    ),
    ...seed.stock
      .filter(({ sku, locationId }) => !known.skus.has(sku) || !known.places.has(locationId))
      .map(({ sku, locationId }) => `Stock of ${sku} at ${locationId} names what is not there.`),
  ];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

/** What one writes. */
export type ShopSeedInput = z.input<typeof ShopSeed>;
/** What the simulator works with, defaults filled in. */
export type ShopSeed = z.output<typeof Whole>;
export type SeedVariant = z.infer<typeof Variant>;
export type SeedProduct = z.infer<typeof Product>;
export type SeedLocation = z.infer<typeof Location>;
export type SeedStaff = z.infer<typeof Staff>;
export type TaxRegion = z.infer<typeof TaxRegion>;
