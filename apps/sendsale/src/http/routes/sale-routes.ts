// A send sale: quoted, placed, followed, taken back. Everything that says no says why, and leaves nothing behind.

import { Quote, QuoteRequest, SaleDetail, SaleRequest, SaleView } from '@sendsale/api';
import { showSale } from '@sendsale/oms';
import { cancelSale, placeSale, quoteSale } from '@sendsale/shopify';
import { activeRules, followedSales, listPlaces, readMappings } from '@sendsale/store/read';
import type { FollowedSale } from '@sendsale/store/read';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { daysOfMethod, placeOf, promiseFrom } from '../../send-sale/promise-delivery.ts';
import { saleDetail, saleView } from '../../send-sale/sale-view.ts';
import { AUDITED_SALE, auditedCall } from '../access/audited-records.ts';
import { actorOf, callerOf, refuseOtherFacility } from '../access/caller.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound } from '../errors.ts';
import { refused, shopOf } from './send-sale-refusals.ts';

const tags = ['send sale'];
const Sale = z.object({ id: z.string() });
const Which = z.object({ mine: z.enum(['true', 'false']).default('false') });
const LISTED_MAX = 100;

export function saleRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    await plain.register(placingRoutes(oms));
    await plain.register(followingRoutes(oms));
  };
}

function placingRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.post(
      '/api/send-sale/quotes',
      {
        config: mayChange('sales.place', 'NOTHING_KEPT'),
        schema: { tags, body: QuoteRequest, response: { 200: Quote } },
      },
      async ({ body }) => quote(oms, body),
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
        // A person sells under the own name; a till says who stands at it.
        const { kind, name } = callerOf(request);
        const associate = kind === 'PERSON' ? name : body.associate;
        const placed = await placeSale(oms.db, shop, { ...body, associate, at: oms.clock.now() });
        if (!placed.ok) throw refused(placed.error);
        return saleView(placed.value);
      },
    );
    server.delete(
      '/api/send-sale/sales/:id',
      {
        config: mayChange('sales.place', auditedCall('sale.cancel', 'id')),
        schema: { tags, params: Sale, response: { 200: SaleView } },
      },
      async (request) => {
        const sale = await showSale(oms.db, request.params.id);
        if (sale === null) throw noSale(request.params.id);
        refuseOtherFacility(request, sale.sellingFacilityId);
        const shop = shopOf(oms, sale.shopId);
        const actor = actorOf(request);
        const done = await cancelSale(oms.db, shop, { sale, actor, at: oms.clock.now() });
        if (!done.ok) throw refused(done.error);
        return saleView((await showSale(oms.db, sale.id)) ?? sale);
      },
    );
  };
}

function followingRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/send-sale/sales',
      {
        config: may('sales.place'),
        schema: { tags, querystring: Which, response: { 200: SaleDetail.array() } },
      },
      async (request) => {
        const { facilityIds, name } = callerOf(request);
        const mine = request.query.mine === 'true' ? { associate: name } : {};
        const sales = await followedSales(oms.db, { facilityIds, limit: LISTED_MAX, ...mine });
        const { facilities } = await listPlaces(oms.db);
        return sales.map((sale) => saleDetail(sale, facilities));
      },
    );
    server.get(
      '/api/send-sale/sales/:id',
      { config: may('sales.place'), schema: { tags, params: Sale, response: { 200: SaleDetail } } },
      async (request) => {
        const sale = await find(oms, request, request.params.id);
        const { facilities } = await listPlaces(oms.db);
        return saleDetail(sale, facilities);
      },
    );
  };
}

/** With the day on which the last parcel would be there, by each rate. */
async function quote(oms: Oms, body: z.output<typeof QuoteRequest>): Promise<Quote> {
  // A rate is known by its handle alone.
  const shipping = body.rate === null ? null : { handle: body.rate, title: '', price: '0' };
  const sale = { ...body, email: null, shipping };
  const quoted = await quoteSale(shopOf(oms, body.shopId), sale);
  if (!quoted.ok) throw refused(quoted.error);
  const { zip, provinceCode } = body.shipTo;
  const to = placeOf({ zip: zip ?? undefined, state: provinceCode ?? undefined }, null);
  const { facilities } = await listPlaces(oms.db);
  const leaving = facilities.filter(({ id }) => body.facilityIds.includes(id));
  const mapping = await readMappings(oms.db, { kinds: ['SHIPPING_METHOD'] });
  const { costs } = (await activeRules(oms.db)).rules;
  const at = oms.clock.now();
  const arrivesOn = (title: string): string | null => {
    const atMostDays = daysOfMethod(mapping('SHIPPING_METHOD', body.shopId, title), costs);
    const when = atMostDays === null ? { at } : { at, atMostDays };
    const days = leaving.map((from) => promiseFrom(from, to, when).arrivesOn);
    return days.toSorted().at(-1) ?? null;
  };
  const rates = quoted.value.rates.map((rate) => ({ ...rate, arrivesOn: arrivesOn(rate.title) }));
  return { ...quoted.value, rates };
}

async function find(oms: Oms, request: FastifyRequest, id: string): Promise<FollowedSale> {
  const [sale] = await followedSales(oms.db, { id, facilityIds: null, limit: 1 });
  if (sale === undefined) throw noSale(id);
  refuseOtherFacility(request, sale.sellingFacilityId);
  return sale;
}

function noSale(id: string) {
  return notFound(`send sale ${id}`);
}
