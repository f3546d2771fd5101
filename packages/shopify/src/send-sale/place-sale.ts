// Places a send sale: stock held here, then a draft in Shopify with address, shipping, store and associate, that the
// till completes or the customer pays by a link. Broken off anywhere, it is one sale or none: the sale's number is
// the draft's tag, and a second try looks for that before it makes anything.

import {
  endSale,
  openSale,
  recordPlacingBrokeOff,
  recordSalePlaced,
  showSale,
} from '@sendsale/oms';
import type { Database, SaleLine, SendSale } from '@sendsale/oms';
import type { JsonObject, Problem } from '@sendsale/domain';
import { problem } from '@sendsale/domain';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { locationOfFacility, productsOfVariants } from '@sendsale/store/read';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { DRAFT_CREATE, DRAFT_DELETE, DRAFT_INVOICE, DRAFTS_BY_TAG } from '../wire/operations.ts';
import { connectionSchema, idSchema, moneySchema, gid } from '../wire/scalars.ts';
import { addressProblem, draftInput, isEmail } from './draft-input.ts';
import type { SaleAddress, SaleCustomer, SaleItem, SaleShipping } from './draft-input.ts';
import { findCustomer } from './find-customer.ts';
import { saleRefused, userErrorsSchema } from './quote-sale.ts';
import type { SaleRefusal } from './quote-sale.ts';

export interface PlacedItem extends SaleItem {
  /** The facility it ships from; null leaves it to brokering. */
  readonly facilityId: string | null;
  readonly holdId: string | null;
}

export interface PlaceSaleOptions {
  readonly requestKey: string;
  readonly sellingFacilityId: string;
  /** Who sells: a name, or the staff id of the till. */
  readonly associate: string;
  readonly items: readonly PlacedItem[];
  readonly customer: SaleCustomer;
  readonly shipTo: SaleAddress;
  readonly shipping: SaleShipping;
  readonly currency: string;
  readonly note: string | null;
  /** TILL: the draft is opened and paid at the register. INVOICE: the customer gets a link. */
  readonly completion: 'TILL' | 'INVOICE';
  readonly holdMinutes: number;
  readonly at: Date;
}

type Trouble = ShopifyFailure | SaleRefusal;

/** @returns the sale, or why there is none: SEND_SALE_REFUSED, STOCK_NOT_AVAILABLE, PRODUCT_UNKNOWN, SHOPIFY_… */
export async function placeSale(
  db: Database,
  shop: ShopifyShop,
  options: PlaceSaleOptions,
): Promise<Result<SendSale, Problem>> {
  const wrong = refusalOf(options);
  if (wrong !== null) return fail(asProblem(options, saleRefused(wrong)));
  const lines = await linesOf(db, shop, options);
  if (!lines.ok) return lines;
  const { completion: _, items: __, ...common } = options;
  // What went through JSON is JSON; dates have become texts.
  const request = JSON.parse(JSON.stringify({ ...options })) as JsonObject;
  const opened = await openSale(db, {
    ...common,
    shopId: shop.shopId,
    lines: lines.value,
    request,
  });
  if (!opened.ok) return opened;
  const { sale, isNew, mayPlace } = opened.value;
  if (!mayPlace) return ok(sale);
  const placed = await makeDraft(db, shop, { options, sale, isNew });
  if (!placed.ok) {
    const why = { code: placed.error.code, message: placed.error.message };
    const end = { sendSaleId: sale.id, why, at: options.at };
    // Without an answer the draft may be there: the sale stays PLACING, its stock held, until it is asked again.
    if (placed.error.code === 'SHOPIFY_UNREACHABLE') await recordPlacingBrokeOff(db, end);
    else await endSale(db, { ...end, state: 'FAILED' });
    return fail(asProblem(options, placed.error));
  }
  const done = await showSale(db, sale.id);
  return done === null ? fail(asProblem(options, saleRefused('The sale is gone.'))) : ok(done);
}

function refusalOf(options: PlaceSaleOptions): string | null {
  const { email, phone } = options.customer;
  if (options.items.length === 0) return 'The sale has no items.';
  if (options.items.some((item) => item.quantity < 1)) return 'An item has no quantity.';
  if (email !== null && !isEmail(email)) return `"${email}" is no e-mail address.`;
  if (options.completion === 'INVOICE' && email === null && options.customer.customerId === null) {
    return 'An invoice needs the e-mail address of the customer.';
  }
  if (email === null && phone === null && options.customer.customerId === null) {
    return 'The customer gave neither e-mail nor phone: nobody could be told of the parcel.';
  }
  return addressProblem(options.shipTo);
}

async function linesOf(
  db: Database,
  shop: ShopifyShop,
  options: PlaceSaleOptions,
): Promise<Result<readonly SaleLine[], Problem>> {
  const variantIds = options.items.map((item) => item.variantId);
  const products = await productsOfVariants(db, { shopId: shop.shopId, variantIds });
  const lines: SaleLine[] = [];
  for (const item of options.items) {
    const product = products.get(item.variantId);
    if (product === undefined) {
      const message = `The catalogue has no product for variant ${item.variantId}.`;
      return fail(problem({ code: 'PRODUCT_UNKNOWN', subject: item.variantId, message }));
    }
    lines.push({ ...item, productId: product.productId });
  }
  return ok(lines);
}

const draftSchema = z.object({
  id: idSchema,
  name: z.string(),
  invoiceUrl: z.string().nullish(),
  currencyCode: z.string(),
  totalPriceSet: moneySchema,
});
type Draft = z.output<typeof draftSchema>;

interface Placing {
  readonly options: PlaceSaleOptions;
  readonly sale: SendSale;
  readonly isNew: boolean;
}

async function makeDraft(
  db: Database,
  shop: ShopifyShop,
  placing: Placing,
): Promise<Result<true, Trouble>> {
  const { options, sale, isNew } = placing;
  const customerId = await findCustomer(shop, options.customer);
  if (!customerId.ok) return customerId;
  const before = isNew ? ok(null) : await findDraft(shop, sale.id);
  if (!before.ok) return before;
  const draft =
    before.value === null
      ? await createDraft(db, shop, { ...placing, customerId: customerId.value })
      : ok(before.value);
  if (!draft.ok) return draft;
  const invoiced =
    options.completion === 'INVOICE' ? await sendInvoice(shop, draft.value) : ok(null);
  const { id, name, currencyCode: currency, totalPriceSet } = draft.value;
  await recordSalePlaced(db, {
    sendSaleId: sale.id,
    // A draft whose invoice was not sent is there all the same, and says so by its state.
    state: invoiced.ok && options.completion === 'INVOICE' ? 'INVOICED' : 'OPEN',
    draftOrderId: id,
    draftName: name,
    invoiceUrl: (invoiced.ok ? invoiced.value : null) ?? draft.value.invoiceUrl ?? null,
    customerShopifyId: customerId.value,
    totalMinor: totalPriceSet.presentment,
    currency,
    at: options.at,
  });
  return ok(true);
}

const foundSchema = z.object({
  draftOrders: connectionSchema(draftSchema.extend({ tags: z.array(z.string()) })),
});

/** The search can find more than it was asked for: only the very tag counts. */
async function findDraft(shop: ShopifyShop, tag: string): Promise<Result<Draft | null, Trouble>> {
  const variables = { query: `tag:${tag}` };
  const answer = await shop.client.query({
    operation: DRAFTS_BY_TAG,
    variables,
    schema: foundSchema,
  });
  if (!answer.ok) return answer;
  return ok(answer.value.draftOrders.nodes.find((one) => one.tags.includes(tag)) ?? null);
}

const createdSchema = z.object({
  draftOrderCreate: z.object({ draftOrder: draftSchema.nullable(), userErrors: userErrorsSchema }),
});

async function createDraft(
  db: Database,
  shop: ShopifyShop,
  placing: Placing & { readonly customerId: string | null },
): Promise<Result<Draft, Trouble>> {
  const { options, sale, customerId } = placing;
  const facilityId = options.sellingFacilityId;
  const location = await locationOfFacility(db, { shopId: shop.shopId, facilityId });
  const until = new Date(options.at.getTime() + options.holdMinutes * 60_000);
  const input = {
    ...draftInput({ ...options, customerId, email: options.customer.email }),
    note: options.note,
    tags: ['send sale', sale.id],
    reserveInventoryUntil: until.toISOString(),
    customAttributes: [
      { key: 'send_sale', value: sale.id },
      { key: 'selling_facility', value: facilityId },
      ...(location === null ? [] : [{ key: 'selling_location', value: location }]),
      { key: 'associate', value: options.associate },
    ],
  };
  const answer = await shop.client.mutate({
    operation: DRAFT_CREATE,
    variables: { input },
    schema: createdSchema,
  });
  if (!answer.ok) return answer;
  const { draftOrder, userErrors } = answer.value.draftOrderCreate;
  if (draftOrder !== null && userErrors.length === 0) return ok(draftOrder);
  return fail(saleRefused(userErrors.map((one) => one.message).join(' ')));
}

const invoicedSchema = z.object({
  draftOrderInvoiceSend: z.object({
    draftOrder: z.object({ invoiceUrl: z.string().nullish() }).nullable(),
    userErrors: userErrorsSchema,
  }),
});

async function sendInvoice(
  shop: ShopifyShop,
  draft: Draft,
): Promise<Result<string | null, Trouble>> {
  const answer = await shop.client.mutate({
    operation: DRAFT_INVOICE,
    variables: { id: gid('DraftOrder', draft.id) },
    schema: invoicedSchema,
  });
  if (!answer.ok) return answer;
  const { draftOrder, userErrors } = answer.value.draftOrderInvoiceSend;
  const [error] = userErrors;
  if (error !== undefined) return fail(saleRefused(`The invoice was not sent: ${error.message}`));
  return ok(draftOrder?.invoiceUrl ?? null);
}

const deletedSchema = z.object({
  draftOrderDelete: z.object({ userErrors: userErrorsSchema }),
});

/** Takes the draft back and lets the stock go. STEP_NOT_ALLOWED once it is an order: that is cancelled, not this. */
export async function cancelSale(
  db: Database,
  shop: ShopifyShop,
  options: { readonly sale: SendSale; readonly actor: string; readonly at: Date },
): Promise<Result<true, Problem>> {
  const { sale, actor, at } = options;
  if (sale.state === 'CANCELLED' || sale.state === 'FAILED') return ok(true);
  if (sale.state === 'COMPLETED') {
    const message = `Send sale ${sale.id} is paid; cancel its order.`;
    return fail(problem({ code: 'STEP_NOT_ALLOWED', subject: sale.id, message }));
  }
  const draft =
    sale.draftOrderId === null ? await findDraft(shop, sale.id) : ok({ id: sale.draftOrderId });
  const gone = !draft.ok || draft.value === null ? draft : await deleteDraft(shop, draft.value.id);
  if (!gone.ok) return fail(asProblem({ requestKey: sale.id }, gone.error));
  const why = { message: `Cancelled by ${actor}.` };
  await endSale(db, { sendSaleId: sale.id, state: 'CANCELLED', why, at });
  return ok(true);
}

async function deleteDraft(shop: ShopifyShop, id: string): Promise<Result<true, Trouble>> {
  const answer = await shop.client.mutate({
    operation: DRAFT_DELETE,
    variables: { input: { id: gid('DraftOrder', id) } },
    schema: deletedSchema,
  });
  if (!answer.ok) return answer;
  const [error] = answer.value.draftOrderDelete.userErrors;
  // Gone already is gone.
  if (error === undefined || /does not exist|not found/i.test(error.message)) return ok(true);
  return fail(saleRefused(error.message));
}

function asProblem({ requestKey }: { readonly requestKey: string }, trouble: Trouble): Problem {
  return problem({ code: trouble.code, subject: requestKey, message: trouble.message });
}
