// The page at /till: one file of HTML, and the little it needs to know of the shop.
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { availableAt } from '../orders/stock.ts';
import { gid } from '../state/gid.ts';
import type { Shop } from '../state/shop.ts';
import { orderView } from './order-view.ts';

const PAGE = new URL('till.html', import.meta.url);
const SHOWN_ORDERS = 20;

export function tillPage(server: FastifyInstance, shop: Shop): void {
  server.get('/till', (_, reply) =>
    reply.type('text/html; charset=utf-8').send(readFileSync(PAGE, 'utf8')),
  );
  server.get('/till/shop', () => ({
    name: shop.seed.shop.name,
    currency: shop.seed.shop.currency,
    locations: shop.seed.locations.map(({ id, name, isStore }) => ({ id, name, isStore })),
    staff: shop.seed.staff.map(({ id, firstName, lastName }) => ({
      id,
      name: `${firstName} ${lastName}`,
    })),
    customers: shop.state.customers.map(({ id, firstName, lastName, email }) => ({
      id: id.slice(id.lastIndexOf('/') + 1),
      name: [firstName, lastName].filter(Boolean).join(' ') || (email ?? id),
    })),
    rates: shop.seed.shippingRates.map(({ title, price }) => ({ title, price })),
    variants: [...shop.variants.values()].map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      name: [variant.product.title, variant.title].filter(Boolean).join(' – '),
      price: variant.price,
      available: Object.fromEntries(
        shop.seed.locations.map(({ id }) => [
          id,
          availableAt(shop, variant.gid, gid('Location', id)),
        ]),
      ),
    })),
  }));
  server.get('/till/orders', () =>
    shop.state.orders
      .slice(-SHOWN_ORDERS)
      .reverse()
      .map((order) => orderView(shop, order)),
  );
}
