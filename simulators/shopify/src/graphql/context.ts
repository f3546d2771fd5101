// What resolvers get: the shop, who asks, and what the answer carries beside its data.
import type { Minor } from '@sendsale/std';
import type { GraphQLResolveInfo } from 'graphql';
import type { BulkDesk } from '../bulk/run-bulk.ts';
import { bag } from '../orders/presentment.ts';
import type { Gid, Order } from '../state/model.ts';
import type { Shop } from '../state/shop.ts';
import { accessDenied, resourceNotFound } from './errors.ts';
import { typeOfGid } from '../state/gid.ts';
import type { SearchNote } from './search.ts';

export interface Context {
  readonly shop: Shop;
  /** Of the running simulator: where results of bulk operations are fetched. */
  readonly baseUrl: string;
  readonly bulk: BulkDesk;
  readonly scopes: ReadonlySet<string>;
  /** Goes into extensions.search. */
  readonly searchNotes: SearchNote[];
}

/** A part of an order together with the order. */
export type In<T> = T & { readonly order: Order };

export function within<T extends object>(order: Order, part: T): In<T> {
  return { ...part, order };
}

/** What graphql-js calls a resolver with. */
export type Call<Source, Arguments> = [
  source: Source,
  args: Arguments,
  context: Context,
  info: GraphQLResolveInfo,
];

/** Resolvers of one type. Arguments were coerced by the schema, so each resolver states their shape. */
export type FieldResolvers<Source> = Readonly<
  Record<string, (...call: Call<Source, never>) => unknown>
>;

export type MoneyBag = ReturnType<typeof moneyBag>;

/** The amount in shop money, and in presentment money when the order has another currency. */
export function moneyBag(context: Context, minor: Minor, order?: Pick<Order, 'presentment'>) {
  return bag(minor, context.shop.seed.shop.currency, order?.presentment ?? null);
}

/** Refuses as Shopify does when the app lacks the scope; `what` is such as "staffMember field". */
export function requireScope(context: Context, scope: string, what: string): void {
  if (!context.scopes.has(scope)) throw accessDenied(what, scope);
}

/** The id itself, refused when it is not a gid of the type. */
export function idOf(type: string, id: string): Gid {
  if (typeOfGid(id) !== type) throw resourceNotFound(id);
  return id;
}
