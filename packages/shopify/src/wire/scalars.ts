// The small things every Shopify answer is made of: ids, amounts, connections. Amounts become minor units
// while they are parsed, so that a bad one is reported with its JSON path.

import { z } from 'zod';
import { formatMinor, parseMinor } from '@sendsale/std';
import type { Minor } from '@sendsale/std';

/** An amount in the shop's currency and, where Shopify gives it, in the customer's. */
export interface WireMoney {
  readonly shop: Minor;
  readonly presentment: Minor;
}

export const NO_MONEY: WireMoney = { shop: 0, presentment: 0 };

/** The digits of a GraphQL id: "gid://shopify/Order/7000" → "7000"; a bare number is returned as text. */
export function legacyId(id: string | number): string {
  const text = String(id);
  const tail = text.slice(text.lastIndexOf('/') + 1);
  const query = tail.indexOf('?');
  return query === -1 ? tail : tail.slice(0, query);
}

/** The GraphQL id of a legacy id. */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** A GraphQL id, a legacy id as text, or a legacy id as a number; comes out as its digits. */
export const idSchema = z.union([z.string(), z.number()]).transform(legacyId);

export const instantSchema = z.string().transform((text, context) => {
  const instant = new Date(text);
  if (!Number.isNaN(instant.getTime())) return instant;
  context.addIssue({ code: 'custom', message: `"${text}" is not an instant` });
  return z.NEVER;
});

/** Text that Shopify leaves empty as often as null. */
export const textSchema = z
  .string()
  .nullish()
  .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text));

const decimalSchema = z.union([z.string(), z.number()]).transform(String);

const moneyV2Schema = z.object({ amount: decimalSchema, currencyCode: z.string() });

/** A MoneyBag as minor units. */
export const moneySchema = z
  .object({ shopMoney: moneyV2Schema, presentmentMoney: moneyV2Schema.nullish() })
  .transform((bag, context): WireMoney => {
    const presentment = bag.presentmentMoney ?? bag.shopMoney;
    const shop = minorOf(bag.shopMoney, 'shopMoney', context);
    return { shop, presentment: minorOf(presentment, 'presentmentMoney', context) };
  });

/** As moneySchema, but absent or null is nothing to pay. */
export const moneyOrNoneSchema = moneySchema.nullish().transform((money) => money ?? NO_MONEY);

const restMoneyV2Schema = z
  .object({ amount: decimalSchema, currency_code: z.string() })
  .transform((money) => ({ amount: money.amount, currencyCode: money.currency_code }));

/** The REST spelling of a MoneyBag. */
export const restMoneySchema = z
  .object({ shop_money: restMoneyV2Schema, presentment_money: restMoneyV2Schema.nullish() })
  .transform((bag, context): WireMoney => {
    const presentment = bag.presentment_money ?? bag.shop_money;
    const shop = minorOf(bag.shop_money, 'shop_money', context);
    return { shop, presentment: minorOf(presentment, 'presentment_money', context) };
  });

/** A REST amount without its `_set`: a bare decimal in the order's currency. */
export function restAmountSchema(currency: string): z.ZodType<Minor> {
  return decimalSchema.transform((amount, context) =>
    minorOf({ amount, currencyCode: currency }, null, context),
  );
}

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

/** A connection as `{nodes}`, with what the page says of its end; `{edges: [{node}]}` is turned into it first. */
export function connectionSchema<Node extends z.ZodType>(node: Node) {
  const schema = z
    .object({ nodes: z.array(node), pageInfo: pageInfoSchema.optional() })
    .transform((connection) => ({
      nodes: connection.nodes,
      hasNextPage: connection.pageInfo?.hasNextPage ?? false,
      endCursor: connection.pageInfo?.endCursor ?? null,
    }));
  return z.preprocess(edgesToNodes, schema);
}

const edgesSchema = z.looseObject({ edges: z.array(z.object({ node: z.unknown() })) });

function edgesToNodes(value: unknown): unknown {
  const parsed = edgesSchema.safeParse(value);
  if (!parsed.success) return value;
  return { ...parsed.data, nodes: parsed.data.edges.map((edge) => edge.node) };
}

interface IssueSink {
  addIssue: (issue: { code: 'custom'; message: string; path?: PropertyKey[] }) => void;
}

function minorOf(
  money: { amount: string; currencyCode: string },
  key: string | null,
  context: IssueSink,
): Minor {
  const minor = parseMinor(money.amount, money.currencyCode);
  if (minor !== null) return minor;
  const example = formatMinor(0, money.currencyCode);
  context.addIssue({
    code: 'custom',
    message: `"${money.amount}" is not an amount of ${money.currencyCode} (as ${example})`,
    path: key === null ? [] : [key, 'amount'],
  });
  return z.NEVER;
}
