// Products, variants and customers.
import type { SeedProduct } from '../../seed.ts';
import { gid, legacyId } from '../../state/gid.ts';
import type { Customer, Gid } from '../../state/model.ts';
import type { CatalogVariant, Shop } from '../../state/shop.ts';
import { availableAt } from '../../orders/stock.ts';
import { formatMinor } from '@sendsale/std';
import { paginate } from '../connection.ts';
import type { PageArguments } from '../connection.ts';
import { idOf, requireScope } from '../context.ts';
import type { Context, FieldResolvers } from '../context.ts';
import { search } from '../search.ts';
import type { Searchable } from '../search.ts';

type Listing = PageArguments & { readonly query?: string | null; readonly sortKey?: string | null };

const VARIANT_FIELDS: Searchable<CatalogVariant> = {
  id: { kind: 'id', of: (variant) => variant.id },
  sku: { kind: 'word', of: (variant) => variant.sku },
  barcode: { kind: 'word', of: (variant) => variant.barcode },
  title: {
    kind: 'text',
    of: (variant) => [variant.title ?? 'Default Title', variant.product.title],
  },
  product_id: { kind: 'id', of: (variant) => variant.product.id },
  vendor: { kind: 'word', of: (variant) => variant.product.vendor },
  gift_card: { kind: 'word', of: (variant) => String(variant.product.isGiftCard) },
  updated_at: { kind: 'time', of: () => null },
};

const PRODUCT_FIELDS: Searchable<SeedProduct> = {
  id: { kind: 'id', of: (product) => product.id },
  title: { kind: 'text', of: (product) => product.title },
  vendor: { kind: 'word', of: (product) => product.vendor },
  product_type: { kind: 'word', of: (product) => product.productType },
  sku: { kind: 'word', of: (product) => product.variants.flatMap((v) => v.sku ?? []) },
  barcode: { kind: 'word', of: (product) => product.variants.flatMap((v) => v.barcode ?? []) },
  tag: { kind: 'word', of: (product) => product.tags },
  status: { kind: 'word', of: () => 'active' },
};

const CUSTOMER_FIELDS: Searchable<Customer> = {
  id: { kind: 'id', of: (customer) => legacyId(customer.id) },
  email: { kind: 'text', of: (customer) => customer.email },
  phone: { kind: 'text', of: (customer) => customer.phone },
  first_name: { kind: 'text', of: (customer) => customer.firstName },
  last_name: { kind: 'text', of: (customer) => customer.lastName },
  tag: { kind: 'word', of: (customer) => customer.tags },
  updated_at: { kind: 'time', of: (customer) => customer.updatedAt },
};

export const catalogQueries: FieldResolvers<unknown> = {
  product: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_products', 'product field');
    const id = idOf('Product', args.id);
    const found = context.shop.products.get(id);
    return found === undefined ? null : { ...found, id };
  },
  products: (_, args: Listing, context) => {
    requireScope(context, 'read_products', 'products field');
    return productPage(context, args);
  },
  productsCount: (_, args: Listing, context) => ({
    count: findProducts(context, args.query, 'productsCount').length,
    precision: 'EXACT',
  }),
  productVariant: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_products', 'productVariant field');
    return context.shop.variants.get(idOf('ProductVariant', args.id)) ?? null;
  },
  productVariants: (_, args: Listing, context) => {
    requireScope(context, 'read_products', 'productVariants field');
    const found = findVariants(context, args.query, 'productVariants');
    return paginate(found, args, (variant) => [
      sortValue(variant, args.sortKey),
      Number(variant.id),
    ]);
  },
  productVariantsCount: (_, args: Listing, context) => ({
    count: findVariants(context, args.query, 'productVariantsCount').length,
    precision: 'EXACT',
  }),
  customer: (_, args: { id: Gid }, context) => {
    requireScope(context, 'read_customers', 'customer field');
    return context.shop.customers.get(idOf('Customer', args.id)) ?? null;
  },
  customers: (_, args: Listing, context) => {
    requireScope(context, 'read_customers', 'customers field');
    const over = { fields: CUSTOMER_FIELDS, path: 'customers', notes: context.searchNotes };
    const found = search(context.shop.state.customers, args.query, over);
    const value = (customer: Customer): string | number =>
      args.sortKey === 'UPDATED_AT' ? customer.updatedAt : Number(legacyId(customer.id));
    return paginate(found, args, (customer) => [value(customer), Number(legacyId(customer.id))]);
  },
};

function findVariants(
  context: Context,
  query: string | null | undefined,
  path: string,
): readonly CatalogVariant[] {
  const over = { fields: VARIANT_FIELDS, path, notes: context.searchNotes };
  return search([...context.shop.variants.values()], query, over);
}

function findProducts(
  context: Context,
  query: string | null | undefined,
  path: string,
): readonly SeedProduct[] {
  const over = { fields: PRODUCT_FIELDS, path, notes: context.searchNotes };
  return search(context.shop.seed.products, query, over);
}

function productPage(context: Context, args: Listing): object {
  const found = findProducts(context, args.query, 'products').map((product) => ({
    ...product,
    id: gid('Product', product.id),
    number: Number(product.id),
  }));
  const value = (it: (typeof found)[number]): string | number =>
    args.sortKey === 'TITLE' ? it.title : args.sortKey === 'VENDOR' ? it.vendor : it.number;
  return paginate(found, args, (product) => [value(product), product.number]);
}

function sortValue(variant: CatalogVariant, sortKey: string | null | undefined): string | number {
  if (sortKey === 'SKU') return variant.sku ?? '';
  if (sortKey === 'TITLE' || sortKey === 'NAME') return variant.title ?? '';
  return sortKey === 'POSITION' ? variant.position : Number(variant.id);
}

type ProductSource = SeedProduct & { readonly id: Gid };

export const product: FieldResolvers<ProductSource> = {
  legacyResourceId: ({ id }) => legacyId(id),
  handle: ({ title }) => title.toLowerCase().replace(/\W+/g, '-'),
  status: () => 'ACTIVE',
  hasOnlyDefaultVariant: ({ variants }) =>
    variants.every((v) => Object.keys(v.options).length === 0),
  tracksInventory: ({ variants }) => variants.some((variant) => variant.tracked),
  totalInventory: (source, _, { shop }) =>
    variantsOf(shop, source).reduce((sum, variant) => sum + available(shop, variant), 0),
  createdAt: (_, __, { shop }) => shop.state.openedAt,
  updatedAt: (_, __, { shop }) => shop.state.openedAt,
  variants: (source, args: Listing, { shop }) => paginate(variantsOf(shop, source), args),
  variantsCount: ({ variants }) => ({ count: variants.length, precision: 'EXACT' }),
};

export const productVariant: FieldResolvers<CatalogVariant> = {
  id: ({ gid: id }) => id,
  legacyResourceId: ({ gid: id }) => legacyId(id),
  title: ({ title }) => title ?? 'Default Title',
  displayName: ({ title, product: of }) => `${of.title} - ${title ?? 'Default Title'}`,
  price: ({ priceMinor }, _, { shop }) => formatMinor(priceMinor, shop.seed.shop.currency),
  inventoryPolicy: () => 'DENY',
  inventoryQuantity: (variant, _, { shop }) => available(shop, variant),
  availableForSale: (variant, _, { shop }) => !variant.tracked || available(shop, variant) > 0,
  createdAt: (_, __, { shop }) => shop.state.openedAt,
  updatedAt: (_, __, { shop }) => shop.state.openedAt,
  selectedOptions: ({ options, title }) =>
    title === null
      ? [{ name: 'Title', value: 'Default Title' }]
      : Object.entries(options).map(([name, value]) => ({ name, value })),
  inventoryItem: (variant) => ({ ...variant, id: variant.itemGid }),
  product: ({ product: of }) => ({ ...of, id: gid('Product', of.id) }),
};

function variantsOf(shop: Shop, of: ProductSource): CatalogVariant[] {
  return of.variants.flatMap(
    (variant) => shop.variants.get(gid('ProductVariant', variant.id)) ?? [],
  );
}

function available(shop: Shop, variant: CatalogVariant): number {
  const counts = [...shop.locations.keys()].map((id) => availableAt(shop, variant.gid, id) ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

export const customer: FieldResolvers<Customer> = {
  legacyResourceId: ({ id }) => legacyId(id),
  displayName: ({ firstName, lastName, email }) =>
    [firstName, lastName].filter(Boolean).join(' ') || (email ?? ''),
  defaultEmailAddress: ({ email }) => email && { emailAddress: email },
  defaultPhoneNumber: ({ phone }) => phone && { phoneNumber: phone },
  defaultAddress: ({ address }) => address,
  state: () => 'DISABLED',
  locale: () => 'en',
  numberOfOrders: ({ id }, _, { shop }) =>
    String(shop.state.orders.filter((order) => order.customerId === id).length),
};
