// A snapshot of an older simulator lacks what was invented since; it gets the values of a shop in which
// none of that has happened.
import type { Order, ShopState } from './model.ts';

/** The state itself, with everything that is missing filled in. */
export function upgradeState(state: ShopState): ShopState {
  fill(state, {
    drafts: [],
    nextDraftNumber: 1,
    edits: [],
    bulkOperations: [],
    offline: [],
    merges: {},
  });
  for (const order of state.orders) upgradeOrder(order);
  return state;
}

function upgradeOrder(order: Order): void {
  fill(order, {
    returns: [],
    edits: [],
    taxesIncluded: false,
    presentment: null,
    firstTotalMinor: 0,
  });
  for (const line of order.lines) fill(line, { duties: [], group: null, taxRates: line.taxes });
  for (const source of order.fulfillmentOrders) fill(source, { holds: [] });
  for (const refund of order.refunds) fill(refund, { duties: [], adjustments: [], returnId: null });
  for (const agreement of order.agreements) fill(agreement, { returnId: null });
}

function fill(record: object, missing: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(missing)) {
    if (!Object.hasOwn(record, name)) Reflect.set(record, name, value);
  }
}
