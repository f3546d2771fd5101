// What happened to an order after it was placed: each change is recorded once, with what followed from it,
// and goods that came back become returns.

import { findChanges, planReturns } from '@sendsale/domain';
import type {
  BilledPosting,
  ChangeKind,
  JsonObject,
  KnownReturn,
  OrderChange,
  PlannedReturn,
  ReturnableItem,
  TimelineStep,
} from '@sendsale/domain';
import { changeStock, saveChanges, saveReturn } from '@sendsale/store/write';
import type { Database, TimelineEntry } from '@sendsale/store/write';
import { intakeEntry } from './intake-timeline.ts';
import type { Intake } from './intake.ts';

export interface ChangedOrder {
  readonly orderId: string;
  /** As they are after this download. */
  readonly items: readonly (ReturnableItem & { readonly productId: string | null })[];
  readonly changeKeys: readonly string[];
  readonly returned: readonly KnownReturn[];
  readonly postings: readonly BilledPosting[];
  /** Items this download took off, and those it added. */
  readonly cancelSeqs: readonly string[];
  readonly addedSeqs: readonly string[];
  /** The posting the added items are booked in, if there are any. */
  readonly supplements: readonly string[];
}

const STEPS: Readonly<Partial<Record<ChangeKind, TimelineStep>>> = {
  EDIT: 'edited',
  RETURN: 'returned',
  EXCHANGE: 'exchanged',
};

/**
 * Records what is new and returns its timeline rows. Cancellations and refunds of money have rows of their
 * own already.
 */
export async function recordChanges(
  tx: Database,
  intake: Intake,
  order: ChangedOrder,
): Promise<readonly TimelineEntry[]> {
  const { incoming, via, at } = intake;
  const changes = findChanges(incoming, new Set(order.changeKeys));
  const returns = planReturns(incoming, order.items, { ...order, keys: order.changeKeys });
  if (changes.length === 0 && returns.length === 0) return [];
  const numbers = new Map<string, string[]>();
  for (const one of returns) {
    const number = await saveReturn(tx, order.orderId, returnRow(intake, one));
    numbers.set(one.key, [...(numbers.get(one.key) ?? []), number]);
  }
  await changeStock(tx, backOnTheShelf(intake, order, returns));
  const rows = changes.map((told) => {
    const change = { ...told, kind: kindOf(told, order, changes) };
    return { ...change, consequence: consequenceOf(change, order, numbers.get(told.key) ?? []) };
  });
  await saveChanges(tx, rows, { orderId: order.orderId, via, at });
  return [
    ...rows.flatMap((row) => entryOf(intake, order.orderId, row)),
    ...lateReturns(intake, order.orderId, { changes, numbers }),
  ];
}

function returnRow({ links }: Intake, one: PlannedReturn) {
  return {
    postingId: one.postingId,
    key: one.key,
    shopifyRefundId: one.shopifyRefundId,
    shopifyReturnId: one.shopifyReturnId,
    returnedAt: one.returnedAt,
    goodsMinor: one.goods,
    taxMinor: one.tax,
    shippingMinor: one.shipping,
    beyondMinor: one.beyond,
    items: one.items.map((item) => ({
      seq: item.seq,
      quantity: item.quantity,
      restocked: item.restocked,
      facilityId: links.facilityOf(item.locationId),
      goodsMinor: item.goods,
      taxMinor: item.tax,
    })),
  };
}

function backOnTheShelf({ links }: Intake, order: ChangedOrder, returns: readonly PlannedReturn[]) {
  const products = new Map(order.items.map((item) => [item.seq, item.productId]));
  return returns.flatMap((one) =>
    one.items.flatMap((item) => {
      const productId = products.get(item.seq) ?? null;
      const facilityId = links.facilityOf(item.locationId);
      if (!item.restocked || productId === null || facilityId === null) return [];
      return [{ facilityId, productId, onHand: item.quantity, reserved: 0 }];
    }),
  );
}

/**
 * Goods came back and others went out at one look, with no edit of its own that would account for them: an
 * exchange, which Shopify's ledger may call a return and nothing else.
 */
function kindOf(
  change: OrderChange,
  { addedSeqs }: ChangedOrder,
  changes: readonly OrderChange[],
): ChangeKind {
  const isReturn = change.kind === 'RETURN' && change.key.startsWith('refund/');
  const isEdited = changes.some((one) => one.kind === 'EDIT');
  return isReturn && addedSeqs.length > 0 && !isEdited ? 'EXCHANGE' : change.kind;
}

function consequenceOf(
  change: OrderChange,
  order: ChangedOrder,
  returnIds: readonly string[],
): JsonObject {
  const { cancelSeqs, addedSeqs, supplements } = order;
  if (change.kind === 'RETURN' || change.kind === 'REFUND') return { returnIds };
  if (change.kind === 'CANCEL') return { cancelSeqs };
  return { cancelSeqs, addedSeqs, supplements, returnIds };
}

function entryOf(
  intake: Intake,
  orderId: string,
  row: OrderChange & { readonly consequence: JsonObject },
): readonly TimelineEntry[] {
  const step = STEPS[row.kind];
  if (step === undefined) return [];
  return [intakeEntry(intake, orderId, { step, detail: { change: row.key, ...row.consequence } })];
}

/** Goods of a refund we knew of, whose shipment we learned of only now. */
function lateReturns(
  intake: Intake,
  orderId: string,
  found: {
    readonly changes: readonly OrderChange[];
    readonly numbers: ReadonlyMap<string, readonly string[]>;
  },
): readonly TimelineEntry[] {
  const told = new Set(
    found.changes.filter((one) => STEPS[one.kind] !== undefined).map((one) => one.key),
  );
  return [...found.numbers]
    .filter(([key]) => !told.has(key))
    .map(([key, returnIds]) =>
      intakeEntry(intake, orderId, { step: 'returned', detail: { change: key, returnIds } }),
    );
}
