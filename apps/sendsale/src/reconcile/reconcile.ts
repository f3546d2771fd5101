// Shopify, the OMS and NetSuite side by side: every order of some days, every amount, every difference named.

import { compareBooks, DEFAULT_JUDGING, judgeDifferences, orderFigures } from '@sendsale/domain';
import type { JudgingRules, ReconciliationTrigger, ThreeBooks } from '@sendsale/domain';
import { endComparison, recordComparison, startComparison } from '@sendsale/oms';
import type { OrderComparison } from '@sendsale/oms';
import { parseMinor } from '@sendsale/std';
import { readMappings, shopDays } from '@sendsale/store/read';
import type { FindMapping, ShopDay } from '@sendsale/store/read';
import type { JobContext } from '../job-context.ts';
import { readDay } from './read-books.ts';

export interface ReconcileOptions {
  /** yyyy-MM-dd, both included; null: the two newest days of each shop. */
  readonly from: string | null;
  readonly to: string | null;
  readonly trigger: ReconciliationTrigger;
}

export interface Reconciled {
  readonly from: string | null;
  readonly to: string | null;
  readonly orders: number;
  readonly differences: number;
  /** Sides that could not be read, by shop and day; nothing was recorded of those days. */
  readonly unread: readonly UnreadDay[];
}

export interface UnreadDay {
  readonly shopId: string;
  readonly day: string;
  readonly side: 'SHOPIFY' | 'NETSUITE';
  readonly message: string;
}

const BATCH = 200;

/** Compares day by day and records what it finds; a side that cannot be read leaves what was known of the day. */
export async function reconcile(
  context: JobContext,
  options: ReconcileOptions,
): Promise<Reconciled> {
  const started = context.clock.now();
  const days = await shopDays(context.database, { ...options, at: started });
  const from = days[0]?.day ?? options.from;
  const to = days.at(-1)?.day ?? options.to;
  if (from === null || to === null) return { from, to, orders: 0, differences: 0, unread: [] };
  const run = { trigger: options.trigger, from, to, at: started };
  const id = await startComparison(context.database, run);
  const mapping = await readMappings(context.database, { kinds: ['RECONCILIATION'] });
  const unread: UnreadDay[] = [];
  let orders = 0;
  let differences = 0;
  for (const day of days) {
    const books = await readDay(context, day);
    if (!books.ok) {
      unread.push({ shopId: day.shopId, day: day.day, ...books.error });
      continue;
    }
    const compared = books.value.map((one) =>
      compareOrder(one, { day, mapping, at: context.clock.now() }),
    );
    for (let start = 0; start < compared.length; start += BATCH) {
      const batch = compared.slice(start, start + BATCH);
      await recordComparison(context.database, { orders: batch, at: context.clock.now() });
    }
    orders += compared.length;
    differences += compared.reduce((sum, order) => sum + order.differences.length, 0);
  }
  const texts = unread.map((one) => `${one.day} ${one.shopId} ${one.side}: ${one.message}`);
  await endComparison(context.database, {
    id,
    orders,
    differences,
    unread: texts,
    at: context.clock.now(),
  });
  return { from, to, orders, differences, unread };
}

/** @param place the day of the shop it was found on */
export function compareOrder(
  books: ThreeBooks,
  place: { readonly day: ShopDay; readonly mapping: FindMapping; readonly at: Date },
): OrderComparison {
  const { shopify, oms } = books;
  const head = oms ?? shopify;
  if (head === null) throw new Error('An order is known to Shopify or to the OMS.');
  const { shopId, shopifyId, name, currency, orderedAt } = head;
  const changedAt = oms?.changedAt ?? orderedAt;
  const rules = rulesOf(place.mapping, { shopId, currency });
  const differences = judgeDifferences(compareBooks(books), rules, { at: place.at, changedAt });
  return {
    shopId,
    shopifyId,
    day: place.day.day,
    orderId: oms?.orderId ?? null,
    name,
    currency,
    figures: orderFigures(books, differences),
    differences,
  };
}

function rulesOf(
  mapping: FindMapping,
  { shopId, currency }: { readonly shopId: string; readonly currency: string },
): JudgingRules {
  const limit = mapping('RECONCILIATION', shopId, 'VARIANCE_LIMIT');
  const minutes = mapping('RECONCILIATION', shopId, 'GRACE_MINUTES');
  return {
    varianceLimit:
      (limit === null ? null : parseMinor(limit, currency)) ?? DEFAULT_JUDGING.varianceLimit,
    graceMs: minutes === null ? DEFAULT_JUDGING.graceMs : Number(minutes) * 60_000,
  };
}
