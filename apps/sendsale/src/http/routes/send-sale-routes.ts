// Placing a send sale: look, hold, quote, place. Everything that says no says why, and leaves nothing behind.

import {
  Availability,
  CustomerView,
  HoldRequest,
  HoldView,
  Quote,
  QuoteRequest,
  SaleRequest,
  SaleView,
  SellableProduct,
} from '@sendsale/api';
import { estimateDelivery, isProblemCode, PROBLEMS } from '@sendsale/domain';
import { holdStock, releaseHold, showSale } from '@sendsale/oms';
import type { SendSale } from '@sendsale/oms';
import {
  cancelSale,
  placeSale,
  quoteSale,
  searchCustomers,
  searchVariants,
} from '@sendsale/shopify';
import type { ShopifyShop } from '@sendsale/shopify';
import { formatMinor } from '@sendsale/std';
import { availability, productsOfVariants } from '@sendsale/store/read';
import type { FacilityAvailability } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { actorOf, refuseOtherFacility } from '../access/caller.ts';
import { AUDITED_SALE, auditedCall } from '../access/audited-records.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, Refusal, refusalOf } from '../errors.ts';

const tags = ['send sale'];
const Search = z.object({ shopId: z.string(), q: z.string().min(1).max(100) });
const Where = z.object({
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  /** Of the shipping method, when it promises less than ground takes. */
  atMostDays: z.coerce.number().int().min(1).max(5).optional(),
});
const Product = z.object({ productId: z.string() });
const Hold = z.object({ holdId: z.string() });
const Sale = z.object({ id: z.string() });

export function sendSaleRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/send-sale/products',
      {
        config: may('sales.place'),
        schema: { tags, querystring: Search, response: { 200: SellableProduct.array() } },
      },
      async ({ query }) => products(oms, query),
    );
    server.get(
      '/api/send-sale/products/:productId/availability',
      {
        config: may('sales.place'),
        schema: {
          tags,
          params: Product,
          querystring: Where,
          response: { 200: Availability.array() },
        },
      },
      async ({ params, query }) => {
        const at = oms.clock.now();
        const found = await availability(oms.db, { productId: params.productId, at });
        return found.map((one) => estimated(one, query, at)).toSorted(nearestFirst);
      },
    );
    server.get(
      '/api/send-sale/customers',
      {
        config: may('sales.place'),
        schema: { tags, querystring: Search, response: { 200: CustomerView.array() } },
      },
      async ({ query }) => {
        const found = await searchCustomers(shopOf(oms, query.shopId), query.q);
        if (!found.ok) throw refused(found.error);
        return [...found.value];
      },
    );
    await server.register(holdRoutes(oms));
    await server.register(saleRoutes(oms));
  };
}

function holdRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/send-sale/holds',
      {
        config: mayChange('sales.place', auditedCall('hold.place')),
        schema: { tags, body: HoldRequest, response: { 200: HoldView } },
      },
      async (request) => {
        const heldBy = actorOf(request);
        const held = await holdStock(oms.db, { ...request.body, heldBy, at: oms.clock.now() });
        if (!held.ok) throw refusalOf(held.error);
        const { id, facilityId, productId, quantity, expiresAt } = held.value;
        const until = expiresAt.toISOString();
        return { holdId: id, facilityId, productId, quantity, expiresAt: until };
      },
    );
    server.delete(
      '/api/send-sale/holds/:holdId',
      {
        config: mayChange('sales.place', auditedCall('hold.release', 'holdId')),
        schema: { tags, params: Hold },
      },
      async ({ params }, reply) => {
        await releaseHold(oms.db, { holdId: params.holdId, at: oms.clock.now() });
        return reply.code(204).send();
      },
    );
  };
}

function saleRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/send-sale/quotes',
      {
        config: mayChange('sales.place', 'NOTHING_KEPT'),
        schema: { tags, body: QuoteRequest, response: { 200: Quote } },
      },
      async ({ body }) => {
        const sale = { ...body, email: null, shipping: null };
        const quote = await quoteSale(shopOf(oms, body.shopId), sale);
        if (!quote.ok) throw refused(quote.error);
        return { ...quote.value, rates: [...quote.value.rates] };
      },
    );
    server.post(
      '/api/send-sale/sales',
      {
        config: mayChange('sales.place', AUDITED_SALE),
        schema: { tags, body: SaleRequest, response: { 200: SaleView } },
      },
      async (request) => {
        const { body } = request;
        refuseOtherFacility(request, body.sellingFacilityId);
        const shop = shopOf(oms, body.shopId);
        const placed = await placeSale(oms.db, shop, { ...body, at: oms.clock.now() });
        if (!placed.ok) throw refused(placed.error);
        return saleView(placed.value);
      },
    );
    server.get(
      '/api/send-sale/sales/:id',
      { config: may('sales.place'), schema: { tags, params: Sale, response: { 200: SaleView } } },
      async (request) => {
        const sale = await find(oms, request.params.id);
        refuseOtherFacility(request, sale.sellingFacilityId);
        return saleView(sale);
      },
    );
    server.delete(
      '/api/send-sale/sales/:id',
      {
        config: mayChange('sales.place', auditedCall('sale.cancel', 'id')),
        schema: { tags, params: Sale, response: { 200: SaleView } },
      },
      async (request) => {
        const sale = await find(oms, request.params.id);
        refuseOtherFacility(request, sale.sellingFacilityId);
        const shop = shopOf(oms, sale.shopId);
        const actor = actorOf(request);
        const done = await cancelSale(oms.db, shop, { sale, actor, at: oms.clock.now() });
        if (!done.ok) throw refused(done.error);
        return saleView(await find(oms, sale.id));
      },
    );
  };
}

async function products(oms: Oms, query: z.infer<typeof Search>): Promise<SellableProduct[]> {
  const { shopId, q } = query;
  const found = await searchVariants(shopOf(oms, shopId), q);
  if (!found.ok) throw refused(found.error);
  const variantIds = found.value.map((one) => one.variantId);
  const known = await productsOfVariants(oms.db, { shopId, variantIds });
  const at = oms.clock.now();
  const result: SellableProduct[] = [];
  for (const one of found.value) {
    const productId = known.get(one.variantId)?.productId ?? null;
    const places = productId === null ? [] : await availability(oms.db, { productId, at });
    const available = places.reduce((sum, place) => sum + place.availableToPromise, 0);
    const { variantId, sku, barcode, title, price } = one;
    result.push({
      variantId,
      productId,
      sku,
      barcode,
      title,
      price,
      availableToPromise: available,
    });
  }
  return result;
}

function estimated(one: FacilityAvailability, to: z.infer<typeof Where>, at: Date): Availability {
  const { latitude, longitude, atMostDays } = to;
  const place = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
  const estimate = estimateDelivery({
    from: one,
    to: place,
    ...localTime(at, one.timeZone),
    ...(atMostDays === undefined ? {} : { atMostDays }),
  });
  const { facilityId, name, availableToPromise } = one;
  return { facilityId, name, availableToPromise, ...estimate };
}

function localTime(at: Date, timeZone: string): { localDay: string; localHour: number } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(at);
  return { localDay: day, localHour: Number(hour) };
}

function nearestFirst(a: Availability, b: Availability): number {
  return (a.miles ?? 0) - (b.miles ?? 0) || (a.facilityId < b.facilityId ? -1 : 1);
}

function shopOf(oms: Oms, shopId: string): ShopifyShop {
  const shop = oms.context.shopify.shops.find((one) => one.shopId === shopId);
  if (shop === undefined) throw notFound(`shop ${shopId}`);
  return shop;
}

async function find(oms: Oms, id: string): Promise<SendSale> {
  const sale = await showSale(oms.db, id);
  if (sale === null) throw notFound(`send sale ${id}`);
  return sale;
}

/** 503 when Shopify does not answer, so that a screen may try again; 409 for what must be changed first. */
function refused({ code, message }: { readonly code: string; readonly message: string }): Refusal {
  const whatToDo = isProblemCode(code) ? PROBLEMS[code].whatToDo : null;
  return new Refusal(code === 'SHOPIFY_UNREACHABLE' ? 503 : 409, { code, message, whatToDo });
}

function saleView(sale: SendSale): SaleView {
  const { totalMinor, currency } = sale;
  const total = totalMinor === null || currency === null ? null : formatMinor(totalMinor, currency);
  return {
    id: sale.id,
    state: sale.state,
    draftName: sale.draftName,
    draftOrderId: sale.draftOrderId,
    invoiceUrl: sale.invoiceUrl,
    shopifyOrderId: sale.shopifyOrderId,
    sellingFacilityId: sale.sellingFacilityId,
    associate: sale.associate,
    total,
    currency,
  };
}
