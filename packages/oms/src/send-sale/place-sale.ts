// The steps of a send sale that are ours: opened with its stock held, then placed, or given up with nothing left.
// The call to Shopify is made between them, by the connector.

import { problem } from '@sendsale/domain';
import type { JsonObject, Problem } from '@sendsale/domain';
import { inTransaction } from '@sendsale/platform/db';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { facilityExists } from '@sendsale/store/read';
import type { Database } from '@sendsale/store/read';
import {
  endHolds,
  findSendSale,
  giveHolds,
  insertHold,
  insertSendSale,
  lockSendSale,
  lockHolds,
  updateSendSale,
} from '@sendsale/store/write';
import type { SendSale } from '@sendsale/store/write';

export interface SaleLine {
  readonly productId: string;
  /** The facility to ship it; null leaves it to brokering, and nothing is held. */
  readonly facilityId: string | null;
  readonly quantity: number;
  /** A hold made before for this line. */
  readonly holdId: string | null;
}

export interface OpenSaleOptions {
  /** Chosen by the caller: the same key again is the same sale. */
  readonly requestKey: string;
  readonly shopId: string;
  readonly sellingFacilityId: string;
  readonly associate: string;
  readonly lines: readonly SaleLine[];
  /** How long the stock waits for the payment. */
  readonly holdMinutes: number;
  readonly request: JsonObject;
  readonly at: Date;
}

/** Longer than a request to Shopify can take: whoever placed the sale is gone. */
const PLACING_MS = 5 * 60 * 1000;

export interface OpenedSale {
  readonly sale: SendSale;
  readonly isNew: boolean;
  /** The caller is the one who places it now; otherwise it is placed, over, or another request places it. */
  readonly mayPlace: boolean;
}

/**
 * Opens the sale with all its stock held, or refuses and holds nothing. A sale that was opened before under
 * this key is returned as it is (`isNew` false). Of requests with one key at once, one may place it.
 */
export async function openSale(
  db: Database,
  options: OpenSaleOptions,
): Promise<Result<OpenedSale, Problem>> {
  const { sellingFacilityId, requestKey } = options;
  if (!(await facilityExists(db, sellingFacilityId))) {
    const message = `There is no facility ${sellingFacilityId}.`;
    return fail(problem({ code: 'SEND_SALE_REFUSED', subject: requestKey, message }));
  }
  return inTransaction(db, async (tx) => {
    const opened = await insertSendSale(tx, options);
    const sale = (opened.isNew ? null : await lockSendSale(tx, opened.sale.id)) ?? opened.sale;
    // What failed before may be tried again under its key; its holds were let go.
    if (!opened.isNew && sale.state !== 'FAILED') return ok(await takeUp(tx, sale, options.at));
    const missing = await holdLines(tx, sale.id, options);
    if (missing !== null) {
      await endHolds(tx, { sendSaleId: sale.id }, { state: 'RELEASED', at: options.at });
      await updateSendSale(tx, sale.id, failed(missing, options.at));
      return fail(missing);
    }
    const change = { state: 'PLACING', failure: null, updated_at: options.at } as const;
    await updateSendSale(tx, sale.id, change);
    return ok({ sale: { ...sale, state: 'PLACING' }, isNew: true, mayPlace: true });
  });
}

/** A sale whose placing broke off is placed by whoever asks for it first. */
async function takeUp(tx: Database, sale: SendSale, at: Date): Promise<OpenedSale> {
  const isIdle = sale.failure !== null || at.getTime() - sale.updatedAt.getTime() >= PLACING_MS;
  const mayPlace = sale.state === 'PLACING' && isIdle;
  if (mayPlace) await updateSendSale(tx, sale.id, { failure: null, updated_at: at });
  return { sale, isNew: false, mayPlace };
}

async function holdLines(
  tx: Database,
  sendSaleId: string,
  options: OpenSaleOptions,
): Promise<Problem | null> {
  const expiresAt = new Date(options.at.getTime() + options.holdMinutes * 60_000);
  // Always in the same order, so that two sales do not wait for each other.
  const lines = options.lines
    .filter((line) => line.facilityId !== null)
    .toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));
  for (const [index, line] of lines.entries()) {
    const held = await holdLine(tx, {
      line,
      id: `${sendSaleId}/${index}/${options.at.getTime()}`,
      expiresAt,
      options,
    });
    if (held === null) return stockGone(options, line);
    await giveHolds(tx, { ids: [held], sendSaleId, expiresAt });
  }
  return null;
}

/** @returns the id of a hold that covers the line; null when there is no stock for it */
async function holdLine(
  tx: Database,
  what: {
    readonly line: SaleLine;
    readonly id: string;
    readonly expiresAt: Date;
    readonly options: OpenSaleOptions;
  },
): Promise<string | null> {
  const { line, id, expiresAt, options } = what;
  const [before] = line.holdId === null ? [] : await lockHolds(tx, [line.holdId]);
  if (before?.state === 'HELD' && before.sendSaleId === null && covers(before, line)) {
    return before.id;
  }
  const { productId, quantity } = line;
  const facilityId = line.facilityId ?? '';
  const heldBy = options.associate;
  const hold = { id, facilityId, productId, quantity, heldBy, expiresAt, at: options.at };
  return (await insertHold(tx, hold)) ? id : null;
}

function covers(
  hold: { readonly facilityId: string; readonly productId: string; readonly quantity: number },
  line: SaleLine,
): boolean {
  if (hold.productId !== line.productId || hold.facilityId !== line.facilityId) return false;
  return hold.quantity === line.quantity;
}

function lineKey(line: SaleLine): string {
  return `${line.facilityId ?? ''}/${line.productId}`;
}

function stockGone(options: OpenSaleOptions, line: SaleLine): Problem {
  return problem({
    code: 'STOCK_NOT_AVAILABLE',
    subject: options.requestKey,
    message: `${line.facilityId ?? ''} no longer has ${line.quantity} of ${line.productId} free.`,
    detail: { ...line },
  });
}

function failed(why: Problem, at: Date) {
  const failure = { code: why.code, message: why.message };
  return { state: 'FAILED', failure, updated_at: at } as const;
}

export interface SalePlacedOptions {
  readonly sendSaleId: string;
  readonly state: 'OPEN' | 'INVOICED';
  readonly draftOrderId: string;
  readonly draftName: string;
  readonly invoiceUrl: string | null;
  readonly customerShopifyId: string | null;
  readonly totalMinor: number;
  readonly currency: string;
  readonly at: Date;
}

/** Shopify gave no answer: the draft may be there, the stock stays held, and the next request goes on. */
export async function recordPlacingBrokeOff(
  db: Database,
  options: { readonly sendSaleId: string; readonly why: JsonObject; readonly at: Date },
): Promise<void> {
  const { sendSaleId, why, at } = options;
  await updateSendSale(db, sendSaleId, { failure: why, updated_at: at });
}

/** Shopify has the draft. */
export async function recordSalePlaced(db: Database, options: SalePlacedOptions): Promise<void> {
  await updateSendSale(db, options.sendSaleId, {
    state: options.state,
    draft_order_id: options.draftOrderId,
    draft_name: options.draftName,
    invoice_url: options.invoiceUrl,
    customer_shopify_id: options.customerShopifyId,
    total_minor: options.totalMinor,
    currency: options.currency,
    updated_at: options.at,
  });
}

/** The draft was not made, or is gone again: the stock is free, the sale is over. */
export async function endSale(
  db: Database,
  options: {
    readonly sendSaleId: string;
    readonly state: 'FAILED' | 'CANCELLED';
    readonly why: JsonObject;
    readonly at: Date;
  },
): Promise<void> {
  const { sendSaleId, state, why, at } = options;
  await inTransaction(db, async (tx) => {
    await endHolds(tx, { sendSaleId }, { state: 'RELEASED', at });
    await updateSendSale(tx, sendSaleId, { state, failure: why, updated_at: at });
  });
}

export async function showSale(db: Database, sendSaleId: string): Promise<SendSale | null> {
  return findSendSale(db, sendSaleId);
}
