// What an associate finds before a sale: products with where they are, customers, and holds on the stock.

import {
  Availability,
  CustomerView,
  Destination,
  HoldRequest,
  HoldView,
  SellableProduct,
  StyleView,
} from '@sendsale/api';
import type { CustomerView as Customer } from '@sendsale/api';
import { holdStock, releaseHold } from '@sendsale/oms';
import { searchCustomers, searchVariants, styleVariants } from '@sendsale/shopify';
import type { FoundCustomer } from '@sendsale/shopify';
import { availability } from '@sendsale/store/read';
import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Oms } from '../../compose.ts';
import { placeOf } from '../../send-sale/promise-delivery.ts';
import { cheapestFirst, readOfferGuide } from '../../send-sale/offer-order.ts';
import { estimated, sellableProducts, sellableStyle } from '../../send-sale/sellable.ts';
import { auditedCall } from '../access/audited-records.ts';
import { actorOf } from '../access/caller.ts';
import { may, mayChange } from '../access/declared.ts';
import { notFound, refusalOf } from '../errors.ts';
import { refused, shopOf } from './send-sale-refusals.ts';

const tags = ['send sale'];
const Search = z.object({ shopId: z.string(), q: z.string().min(1).max(100) });
const Where = Destination.extend({
  /** Of the shipping method, when it promises less than ground takes. */
  atMostDays: z.coerce.number().int().min(1).max(5).optional(),
});
const Product = z.object({ productId: z.string() });
const Style = z.object({ styleId: z.string().regex(/^\d+$/) });
const Hold = z.object({ holdId: z.string() });

export function sendSaleRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    await plain.register(productRoutes(oms));
    await plain.register(holdRoutes(oms));
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/send-sale/customers',
      {
        config: may('sales.place'),
        schema: { tags, querystring: Search, response: { 200: CustomerView.array() } },
      },
      async ({ query }) => {
        const found = await searchCustomers(shopOf(oms, query.shopId), query.q);
        if (!found.ok) throw refused(found.error);
        return found.value.map(customerView);
      },
    );
  };
}

function productRoutes(oms: Oms): FastifyPluginAsync {
  return async (plain) => {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    server.get(
      '/api/send-sale/products',
      {
        config: may('sales.place'),
        schema: { tags, querystring: Search, response: { 200: SellableProduct.array() } },
      },
      async ({ query: { shopId, q } }) => {
        const found = await searchVariants(shopOf(oms, shopId), q);
        if (!found.ok) throw refused(found.error);
        return sellableProducts(oms.db, { shopId, found: found.value, at: oms.clock.now() });
      },
    );
    server.get(
      '/api/send-sale/styles/:styleId',
      {
        config: may('sales.place'),
        schema: {
          tags,
          params: Style,
          querystring: Destination.extend({ shopId: z.string() }),
          response: { 200: StyleView },
        },
      },
      async ({ params: { styleId }, query: { shopId, ...to } }) => {
        const found = await styleVariants(shopOf(oms, shopId), styleId);
        if (!found.ok) throw refused(found.error);
        if (found.value.length === 0) throw notFound(`style ${styleId}`);
        const at = oms.clock.now();
        return sellableStyle(oms.db, { shopId, styleId, to, found: found.value, at });
      },
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
      async ({ params: { productId }, query: { atMostDays, ...to } }) => {
        const at = oms.clock.now();
        const found = await availability(oms.db, { productIds: [productId], at });
        const goal = placeOf(to, null);
        const guide = await readOfferGuide(oms.db, at);
        return (found.get(productId) ?? [])
          .map((one) =>
            estimated(one, goal, atMostDays === undefined ? { at } : { at, atMostDays }),
          )
          .toSorted(cheapestFirst(guide, productId));
      },
    );
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

function customerView({ address, ...customer }: FoundCustomer): Customer {
  if (address === null) return { ...customer, address: null };
  const { company, address1, address2, city, region, zip, country, phone } = address;
  return {
    ...customer,
    address: {
      firstName: customer.firstName,
      lastName: customer.lastName,
      company,
      address1: address1 ?? '',
      address2,
      city: city ?? '',
      provinceCode: region,
      zip,
      countryCode: country,
      phone,
      latitude: address.latitude,
      longitude: address.longitude,
    },
  };
}
