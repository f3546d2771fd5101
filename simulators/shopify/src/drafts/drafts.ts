// Draft orders: calculated, made, changed, sent as an invoice and completed into orders. Completing
// anywhere happens once.
import { createHash } from 'node:crypto';
import { assert, defined, fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { Cart } from '../orders/cart.ts';
import type { CartInput } from '../orders/cart.ts';
import { priceOrder } from '../orders/price-order.ts';
import { readCart } from '../orders/read-cart.ts';
import { ringUp } from '../orders/ring-up.ts';
import { originalTotals } from '../orders/totals.ts';
import { legacyId } from '../state/gid.ts';
import type { Draft, Order } from '../state/model.ts';
import { announce, instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { DraftInput, DraftProblem } from './draft-input.ts';
import { ratesFor } from './rates.ts';
import type { Rate } from './rates.ts';
import { readDraft } from './read-draft.ts';
import { endReservation, reservable, reserve } from './reserve.ts';

export interface Calculation {
  readonly cart: Cart;
  readonly priced: Order;
  readonly rates: Rate[];
}

/** Prices the input; nothing is kept, and no id is used up. */
export function calculateDraft(shop: Shop, input: DraftInput): Result<Calculation, DraftProblem[]> {
  const { nextId } = shop.state;
  const result = priceDraft(shop, input);
  shop.state.nextId = nextId;
  return result;
}

function priceDraft(shop: Shop, input: DraftInput): Result<Calculation, DraftProblem[]> {
  const read = readDraft(shop, input);
  if (!read.ok) return read;
  const plain = price(shop, read.value);
  const rates = ratesFor(shop, read.value.shippingAddress, originalTotals(plain).subtotal);
  const shipping = shippingOf(input, rates);
  if (shipping === null) return ok({ cart: read.value, priced: plain, rates });
  if ('message' in shipping) return fail([shipping]);
  const cart = Cart.parse({ ...read.value, shipping });
  return ok({ cart, priced: price(shop, cart), rates });
}

function price(shop: Shop, cart: Cart): Order {
  const reading = readCart(shop, cart);
  assert(reading.ok, 'A draft was read before it is priced.');
  const known = cart.customer !== null && 'id' in cart.customer;
  return {
    ...priceOrder(shop, reading.value),
    customerId: known ? reading.value.customerId() : null,
  };
}

function shippingOf(
  input: DraftInput,
  rates: readonly Rate[],
): NonNullable<CartInput['shipping']> | DraftProblem | null {
  const line = input.shippingLine;
  if (!line) return null;
  if (typeof line.shippingRateHandle === 'string') {
    const rate = rates.find(({ handle }) => handle === line.shippingRateHandle);
    if (rate) return { title: rate.title, code: rate.code, price: rate.price };
    const field = ['shippingLine', 'shippingRateHandle'];
    return { field, message: 'Shipping rate is not available for the address' };
  }
  const amount = line.priceWithCurrency?.amount ?? line.price ?? '0.00';
  return { title: line.title ?? 'Shipping', price: String(amount), custom: true };
}

export function createDraft(shop: Shop, input: DraftInput): Result<Draft, DraftProblem[]> {
  const priced = priceDraft(shop, input);
  if (!priced.ok) return priced;
  const refusal = reservationProblem(shop, input, priced.value);
  if (refusal !== null) return fail([refusal]);
  const at = instant(shop);
  const number = shop.state.nextDraftNumber++;
  const id = newId(shop, 'DraftOrder');
  const secret = createHash('sha256').update(id).digest('hex').slice(0, 32);
  const draft: Draft = {
    id,
    number,
    name: `#D${number}`,
    createdAt: at,
    updatedAt: at,
    completedAt: null,
    invoiceSentAt: null,
    invoiceUrl: `https://${shop.seed.shop.domain}/${shop.seed.shop.id}/invoices/${secret}`,
    status: 'OPEN',
    cart: priced.value.cart,
    priced: priced.value.priced,
    visibleToCustomer: input.visibleToCustomer === true,
    reserveUntil: null,
    reserved: [],
    orderId: null,
  };
  shop.state.drafts.push(draft);
  keepStock(shop, draft, input);
  announce(shop, { topic: 'draft_orders/create', orderId: null, subject: draft.id });
  return ok(draft);
}

/** The input replaces the draft as a whole; a reservation it does not ask for ends. */
export function updateDraft(
  shop: Shop,
  draft: Draft,
  input: DraftInput,
): Result<Draft, DraftProblem[]> {
  if (draft.status === 'COMPLETED') return fail([{ field: ['id'], message: COMPLETED }]);
  const priced = priceDraft(shop, input);
  if (!priced.ok) return priced;
  const kept = { units: draft.reserved, until: draft.reserveUntil };
  endReservation(shop, draft);
  const refusal = reservationProblem(shop, input, priced.value);
  if (refusal !== null) {
    if (kept.until !== null) {
      reserve(shop, draft, { units: kept.units, until: new Date(kept.until) });
    }
    return fail([refusal]);
  }
  draft.cart = priced.value.cart;
  draft.priced = priced.value.priced;
  draft.updatedAt = instant(shop);
  keepStock(shop, draft, input);
  announce(shop, { topic: 'draft_orders/update', orderId: null, subject: draft.id });
  return ok(draft);
}

const COMPLETED = 'This order has been paid';

function reservationProblem(
  shop: Shop,
  input: DraftInput,
  priced: Calculation,
): DraftProblem | null {
  if (!input.reserveInventoryUntil) return null;
  const field = ['reserveInventoryUntil'];
  const until = Date.parse(input.reserveInventoryUntil);
  if (!(until > shop.clock.now().getTime())) {
    return { field, message: 'Reserve inventory until must be in the future' };
  }
  return reservable(shop, priced) === null
    ? { field, message: 'Not enough inventory available to reserve' }
    : null;
}

function keepStock(shop: Shop, draft: Draft, input: DraftInput): void {
  if (!input.reserveInventoryUntil) return;
  const units = defined(reservable(shop, draft) ?? undefined, 'The stock was asked for just now.');
  reserve(shop, draft, { units, until: new Date(input.reserveInventoryUntil) });
}

export function deleteDraft(shop: Shop, draft: Draft): void {
  endReservation(shop, draft);
  shop.state.drafts.splice(shop.state.drafts.indexOf(draft), 1);
  announce(shop, { topic: 'draft_orders/delete', orderId: null, subject: draft.id });
}

export interface Completion {
  readonly sourceName?: string | null;
  readonly payments: CartInput['payments'];
  /** The till it is completed at; what has no address is carried out there. */
  readonly till?: {
    readonly locationId: string;
    readonly staffId?: string | undefined;
    readonly device?: number | undefined;
    readonly handOverAfterMs?: number | null | undefined;
  };
}

/** The order. At a till it is one of POS, with that store, register and associate. */
export function completeDraft(
  shop: Shop,
  draft: Draft,
  how: Completion,
): Result<Order, DraftProblem[]> {
  if (draft.status === 'COMPLETED') return fail([{ field: ['id'], message: COMPLETED }]);
  const cart = Cart.parse({ ...cartAt(draft, how), payments: how.payments });
  const kept = { units: draft.reserved, until: draft.reserveUntil };
  endReservation(shop, draft);
  const rung = ringUp(shop, cart);
  if (!rung.ok) {
    if (kept.until !== null) {
      reserve(shop, draft, { units: kept.units, until: new Date(kept.until) });
    }
    return fail(rung.error.map(({ path, message }) => ({ field: path.split('.'), message })));
  }
  draft.status = 'COMPLETED';
  draft.orderId = rung.value.id;
  draft.completedAt = instant(shop);
  draft.updatedAt = draft.completedAt;
  announce(shop, { topic: 'draft_orders/update', orderId: null, subject: draft.id });
  return ok(rung.value);
}

function cartAt(draft: Draft, how: Completion): CartInput {
  // What Cart.parse made is an input again.
  const cart = draft.cart as CartInput;
  if (how.till === undefined)
    return how.sourceName ? { ...cart, sourceName: how.sourceName } : cart;
  const { sourceName: _, channel: __, ...rest } = cart;
  const { locationId, staffId, device, handOverAfterMs } = how.till;
  return {
    ...rest,
    locationId,
    ...(staffId === undefined ? {} : { staffId }),
    ...(device === undefined ? {} : { device }),
    ...(handOverAfterMs === undefined ? {} : { handOverAfterMs }),
    lines: cart.lines.map((line) =>
      line.delivery === 'NONE' ? { ...line, delivery: 'CARRY_OUT' as const } : line,
    ),
  };
}

/** A draft by gid, legacy id or name. */
export function findDraft(shop: Shop, key: string): Draft | null {
  const isIt = (draft: Draft): boolean =>
    draft.id === key || legacyId(draft.id) === key || draft.name === key;
  return shop.state.drafts.find(isIt) ?? null;
}
