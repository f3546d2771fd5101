// What a shop itself says of its orders, in the comparison's words: one side of the reconciliation. Read from
// the shop each time, never from what was stored.

import type { ShopifyBook, Tender } from '@sendsale/domain';
import { assert, ok, sumMinor } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { ORDER_BOOK, ORDER_BOOKS } from '../wire/book-operations.ts';
import { gid, idSchema, instantSchema, moneyOrNoneSchema, moneySchema } from '../wire/scalars.ts';

/** 50,000 orders; no shop has more in a day. */
const MAXIMUM_PAGES = 2000;

const shippingLineSchema = z.object({
  isRemoved: z.boolean(),
  discountedPriceSet: moneySchema,
  taxLines: z.array(z.object({ priceSet: moneySchema })),
});

const transactionSchema = z.object({
  id: idSchema,
  kind: z.string(),
  status: z.string(),
  gateway: z.string().nullish(),
  amountSet: moneySchema,
  amountRoundingSet: moneyOrNoneSchema,
  parentTransaction: z.object({ id: idSchema }).nullish(),
});
type Transaction = z.output<typeof transactionSchema>;

const nodeSchema = z.object({
  id: idSchema,
  name: z.string(),
  test: z.boolean(),
  createdAt: instantSchema,
  processedAt: instantSchema.nullish(),
  cancelledAt: z.string().nullish(),
  taxesIncluded: z.boolean(),
  currencyCode: z.string(),
  totalPriceSet: moneySchema,
  currentTotalPriceSet: moneySchema,
  totalCashRoundingAdjustment: z.object({
    paymentSet: moneyOrNoneSchema,
    refundSet: moneyOrNoneSchema,
  }),
  shippingLines: z.object({ nodes: z.array(shippingLineSchema) }),
  lineItems: z.object({
    nodes: z.array(z.object({ id: idSchema, quantity: z.number(), currentQuantity: z.number() })),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
  transactions: z.array(transactionSchema),
});

const pageSchema = z.object({
  orders: z.object({
    nodes: z.array(nodeSchema),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});
type Page = z.output<typeof pageSchema>;

const oneSchema = z.object({ order: nodeSchema.nullable() });

/** Every order processed within the time, test orders left out. */
export async function shopifyBooks(
  shop: ShopifyShop,
  within: { readonly from: Date; readonly until: Date },
): Promise<Result<readonly ShopifyBook[], ShopifyFailure>> {
  const [from, until] = [within.from.toISOString(), within.until.toISOString()];
  const query = `processed_at:>='${from}' processed_at:<'${until}'`;
  const books: ShopifyBook[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    const answer: Result<Page, ShopifyFailure> = await shop.client.query({
      operation: ORDER_BOOKS,
      variables: { query, after },
      schema: pageSchema,
    });
    if (!answer.ok) return answer;
    const { orders }: Page = answer.value;
    books.push(...orders.nodes.filter((node) => !node.test).map((node) => bookOf(shop, node)));
    if (!orders.pageInfo.hasNextPage) return ok(books);
    after = orders.pageInfo.endCursor ?? null;
  }
  return ok(books);
}

/** One order by its legacy id; null when the shop has none. */
export async function shopifyBook(
  shop: ShopifyShop,
  shopifyId: string,
): Promise<Result<ShopifyBook | null, ShopifyFailure>> {
  const answer = await shop.client.query({
    operation: ORDER_BOOK,
    variables: { id: gid('Order', shopifyId) },
    schema: oneSchema,
  });
  if (!answer.ok) return answer;
  const { order } = answer.value;
  return ok(order === null ? null : bookOf(shop, order));
}

function bookOf(shop: ShopifyShop, node: z.output<typeof nodeSchema>): ShopifyBook {
  const rounding = node.totalCashRoundingAdjustment;
  return {
    shopId: shop.shopId,
    shopifyId: node.id,
    name: node.name,
    currency: node.currencyCode,
    orderedAt: node.processedAt ?? node.createdAt,
    cancelled: typeof node.cancelledAt === 'string',
    total: node.totalPriceSet.shop + rounding.paymentSet.shop,
    removedShipping: removedShipping(node),
    current: node.currentTotalPriceSet.shop + rounding.paymentSet.shop - rounding.refundSet.shop,
    received: tenders(node.transactions, ['SALE', 'CAPTURE']),
    refunded: tenders(node.transactions, ['REFUND']),
    lines: node.lineItems.pageInfo.hasNextPage
      ? null
      : node.lineItems.nodes.map(({ id, quantity, currentQuantity }) => ({
          lineId: id,
          units: quantity,
          current: currentQuantity,
        })),
  };
}

function removedShipping(node: z.output<typeof nodeSchema>): number {
  const removed = node.shippingLines.nodes.filter((line) => line.isRemoved);
  return sumMinor(
    removed.map((line) => {
      const taxes = node.taxesIncluded ? [] : line.taxLines.map((tax) => tax.priceSet.shop);
      return line.discountedPriceSet.shop + sumMinor(taxes);
    }),
  );
}

// As money really moved: cash with its rounding, and less the change that was given.
function tenders(transactions: readonly Transaction[], kinds: readonly string[]): Tender[] {
  return transactions
    .filter((one) => one.status === 'SUCCESS' && kinds.includes(one.kind))
    .map((one) => {
      const amount = Math.abs(
        one.amountSet.shop + one.amountRoundingSet.shop - changeOn(transactions, one),
      );
      assert(Number.isSafeInteger(amount), `Transaction ${one.id} has no amount.`);
      return { id: one.id, gateway: one.gateway ?? '', amount };
    });
}

function changeOn(transactions: readonly Transaction[], sale: Transaction): number {
  if (sale.kind !== 'SALE') return 0;
  const last = transactions.findLast(
    (one) => one.kind === 'SALE' && one.status === 'SUCCESS' && one.gateway === sale.gateway,
  );
  const change = transactions.filter(
    (one) =>
      one.kind === 'CHANGE' &&
      one.status === 'SUCCESS' &&
      (one.parentTransaction === null || one.parentTransaction === undefined
        ? last === sale && one.gateway === sale.gateway
        : one.parentTransaction.id === sale.id),
  );
  return sumMinor(change.map((one) => Math.abs(one.amountSet.shop)));
}
