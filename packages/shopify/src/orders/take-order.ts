// Takes one order in: read whole, stored as it came, mapped, accepted. Whatever goes wrong concerns this order
// alone and becomes a problem of it.

import {
  acceptOrder,
  markMessage,
  raiseProblem,
  receiveMessage,
  resolveProblem,
} from '@sendsale/oms';
import type { Database } from '@sendsale/oms';
import { isProblemCode } from '@sendsale/domain';
import type { Channel, ProblemCode } from '@sendsale/domain';
import { orderIdOf } from '@sendsale/store/read';
import type { ShopifyShop } from '../shopify-context.ts';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import { ORDER, ORDER_WITH_STAFF } from '../wire/operations.ts';
import { legacyId } from '../wire/scalars.ts';
import type { WireProblem } from '../wire/wire-problem.ts';
import { fromGraphql } from './from-graphql.ts';
import { mapOrder } from './map-order.ts';
import type { MappedOrder } from './map-order.ts';
import { readWholeOrder } from './read-whole-order.ts';

export interface TakeOrderOptions {
  readonly shop: ShopifyShop;
  /** GraphQL id. */
  readonly id: string;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly at: Date;
}

/** NEW, REVISED, UNCHANGED as acceptOrder says; GONE: Shopify has no such order; REFUSED, FAILED: a problem says why. */
export type TakenOrder = 'NEW' | 'REVISED' | 'UNCHANGED' | 'GONE' | 'REFUSED' | 'FAILED';

/** The subject of problems with taking an order in, before and after it has a number of ours. */
export function downloadSubject(shopId: string, shopifyId: string): string {
  return `shopify/${shopId}/${shopifyId}`;
}

/** Problems of an order that could not be taken in; it is read again until they are resolved. */
export const DOWNLOAD_PROBLEMS: readonly ProblemCode[] = [
  'SHOPIFY_UNREACHABLE',
  'SHOPIFY_ACCESS_DENIED',
  'SHOPIFY_ORDER_UNREADABLE',
  'TOTAL_MISMATCH',
];

/** Problems of an order that was taken in all the same; a missing address is told where the order is booked. */
const WARNINGS: readonly ProblemCode[] = ['SHOPIFY_FIGURES_DISAGREE'];

export async function takeOrder(db: Database, options: TakeOrderOptions): Promise<TakenOrder> {
  const { shop, at } = options;
  const shopifyId = legacyId(options.id);
  const raw = await readOrder(shop, options.id);
  if (!raw.ok) return failed(db, options, raw.error);
  if (raw.value === null) return 'GONE';
  const order = raw.value;
  const { messageId } = await receiveMessage(db, {
    source: 'shopify',
    topic: 'orders',
    shopId: shop.shopId,
    subject: shopifyId,
    body: JSON.stringify({ data: { order } }),
    at,
  });
  const source = fromGraphql(order);
  if (!source.ok) return refused(db, options, { messageId, problems: source.error });
  const mapped = mapOrder(source.value, { shopId: shop.shopId, channels: options.channels });
  const refusals = mapped.problems.filter((one) => one.severity === 'refuses');
  if (refusals.length > 0) return refused(db, options, { messageId, problems: refusals });
  const accepted = await acceptOrder(db, { incoming: mapped.incoming, messageId, at });
  // The use case has raised the problem already.
  if (!accepted.ok) return 'REFUSED';
  const { kind, orderId } = accepted.value;
  // A new order has no open warnings that could be gone.
  const mayWarn = kind === 'REVISED' || mapped.problems.length > 0;
  if (kind !== 'UNCHANGED' && mayWarn) await warn(db, orderId, { mapped, at });
  return kind;
}

/** With who sold it; an app without read_users is refused once and not asked again. */
async function readOrder(shop: ShopifyShop, id: string): ReturnType<typeof readWholeOrder> {
  if (shop.memory.staffDenied) return readWholeOrder(shop.client, ORDER, id);
  const whole = await readWholeOrder(shop.client, ORDER_WITH_STAFF, id);
  if (whole.ok || whole.error.code !== 'SHOPIFY_ACCESS_DENIED') return whole;
  const plain = await readWholeOrder(shop.client, ORDER, id);
  if (plain.ok) shop.memory.staffDenied = true;
  return plain;
}

async function failed(
  db: Database,
  options: TakeOrderOptions,
  failure: ShopifyFailure,
): Promise<'FAILED'> {
  const { shop, at } = options;
  const shopifyId = legacyId(options.id);
  await raiseProblem(db, {
    code: failure.code,
    subject: downloadSubject(shop.shopId, shopifyId),
    orderId: await orderIdOf(db, { shopId: shop.shopId, shopifyId }),
    message: failure.message,
    at,
  });
  return 'FAILED';
}

async function refused(
  db: Database,
  options: TakeOrderOptions,
  reason: { readonly messageId: number; readonly problems: readonly WireProblem[] },
): Promise<'REFUSED'> {
  const { shop, at } = options;
  const shopifyId = legacyId(options.id);
  const orderId = await orderIdOf(db, { shopId: shop.shopId, shopifyId });
  const subject = downloadSubject(shop.shopId, shopifyId);
  await markMessage(db, { messageId: reason.messageId, state: 'REFUSED' });
  for (const [code, problems] of byCode(reason.problems))
    await raiseProblem(db, { code, subject, orderId, ...described(problems), at });
  return 'REFUSED';
}

/** Problems of one code are one problem: its message is theirs, the paths are details. */
function byCode(problems: readonly WireProblem[]): Map<ProblemCode, WireProblem[]> {
  const codes = new Map<ProblemCode, WireProblem[]>();
  for (const one of problems) {
    // A payload that lacks pages is one we can't read.
    const code = isProblemCode(one.code) ? one.code : 'SHOPIFY_ORDER_UNREADABLE';
    codes.set(code, [...(codes.get(code) ?? []), one]);
  }
  return codes;
}

function described(problems: readonly WireProblem[]) {
  const paths = problems.flatMap((one) => (one.path === null ? [] : [one.path]));
  return { message: problems.map((one) => one.message).join(' '), detail: { paths } };
}

async function warn(
  db: Database,
  orderId: string,
  found: { readonly mapped: MappedOrder; readonly at: Date },
): Promise<void> {
  const raised = byCode(found.mapped.problems);
  for (const code of WARNINGS) {
    const problems = raised.get(code);
    if (problems === undefined) {
      const resolution = 'The order no longer shows it.';
      await resolveProblem(db, { code, subject: orderId, resolution, at: found.at });
    } else {
      const facts = { code, subject: orderId, orderId, ...described(problems) };
      await raiseProblem(db, { ...facts, at: found.at });
    }
  }
}
