// The account over HTTP: tokens, the RESTlet that starts a script, and the one that reads the books back.

import type { SimNetSuite } from './account.ts';
import { openTotal } from './books.ts';
import type { MoneyKind } from './books.ts';
import { decimal } from './text.ts';
import type { Serve } from '../sim-network.ts';

export function serveRestlets(account: SimNetSuite): Serve {
  return async (url, init) => {
    if (url.pathname.endsWith('/token')) return json({ access_token: 'token', expires_in: '3600' });
    const body = typeof init.body === 'string' ? init.body : '{}';
    const request: unknown = JSON.parse(body);
    if (url.searchParams.get('script') === 'customscript_sendsale_readback') {
      return json({ orders: orderIds(request).map((orderId) => booksOf(account, orderId)) });
    }
    account.start(textOf(request, 'jobName'));
    return json({ status: 'success', message: 'started' });
  };
}

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
}

function textOf(request: unknown, name: string): string {
  if (typeof request !== 'object' || request === null) return '';
  const value: unknown = Reflect.get(request, name);
  return typeof value === 'string' ? value : '';
}

function orderIds(request: unknown): string[] {
  if (typeof request !== 'object' || request === null || !('orderIds' in request)) return [];
  return Array.isArray(request.orderIds) ? request.orderIds.map(String) : [];
}

function booksOf({ books }: SimNetSuite, orderId: string) {
  const sales = books.sales.filter((sale) => sale.postingId === orderId);
  const ids = new Set(sales.map((sale) => sale.id));
  const booked = (kind: 'SALES_ORDER' | 'CASH_SALE') =>
    sales
      .filter((sale) => sale.kind === kind)
      .map((sale) => ({ id: sale.id, status: 'Open', total: decimal(openTotal(sale)) }));
  const money = (...kinds: MoneyKind[]) =>
    books.money
      .filter((one) => kinds.includes(one.kind) && ids.has(one.saleId))
      .map(({ id, amountCents, externalId }) => ({
        id,
        status: 'Open',
        amount: decimal(amountCents),
        externalId,
      }));
  return {
    orderId,
    salesOrders: booked('SALES_ORDER'),
    cashSales: booked('CASH_SALE'),
    deposits: money('DEPOSIT'),
    refunds: money('REFUND', 'RETURN_REFUND'),
    invoices: money('INVOICE').map(({ id, status, amount }) => ({ id, status, total: amount })),
    fulfillments: books.shipments
      .filter((one) => ids.has(one.saleId))
      .map(({ id, location }) => ({ id, status: 'Shipped', location, tracking: '' })),
  };
}
