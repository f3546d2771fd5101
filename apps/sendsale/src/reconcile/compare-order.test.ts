import type { OrderBooks } from '@sendsale/netsuite';
import type { ShopifyOrderBook } from '@sendsale/shopify';
import type { OmsOrderBook } from '@sendsale/store/read';
import { describe, expect, it } from 'vitest';
import { compareOrder } from './compare-order.ts';

const shopify: ShopifyOrderBook = {
  shopId: 'harbor',
  shopifyId: '7000',
  name: '#1001',
  currency: 'USD',
  total: 12345,
  refunded: 0,
  cancelled: false,
  fulfillmentStatus: 'FULFILLED',
};

const oms: OmsOrderBook = {
  shopId: 'harbor',
  shopifyId: '7000',
  orderId: 'M10001',
  name: '#1001',
  status: 'COMPLETED',
  currency: 'USD',
  total: 12345,
  captured: 12345,
  refunded: 0,
  postings: [{ id: 'M10001', kind: 'SALES_ORDER', netsuiteId: '3', total: 12345, captured: 12345 }],
  openProblems: 0,
};

const booked: OrderBooks = {
  orderId: 'M10001',
  salesOrders: [{ id: '3', status: 'Billed', total: '123.45' }],
  deposits: [{ id: '4', amount: '123.45', status: 'Fully Applied', externalId: '1' }],
  fulfillments: [],
  invoices: [{ id: '5', status: 'Paid In Full', total: '123.45' }],
  cashSales: [],
  refunds: [],
};

const books = (more: Partial<OrderBooks> = {}): Map<string, OrderBooks> =>
  new Map([['M10001', { ...booked, ...more }]]);
const whats = (...args: Parameters<typeof compareOrder>): string[] =>
  compareOrder(...args).map(({ what }) => what);

describe('compareOrder', () => {
  it('finds nothing where the three books agree', () => {
    expect(compareOrder({ shopify, oms, netsuite: books() })).toEqual([]);
  });

  it('names a cent of difference with all three amounts', () => {
    const salesOrders = [{ id: '3', status: 'Billed', total: '123.44' }];
    expect(compareOrder({ shopify, oms, netsuite: books({ salesOrders }) })).toMatchObject([
      { what: 'sales order total', oms: '123.45', netsuite: '123.44', order: '#1001' },
    ]);
  });

  it('names an order that was never downloaded, and one NetSuite has not got', () => {
    expect(whats({ shopify, oms: null, netsuite: books() })).toEqual(['order missing']);
    expect(whats({ shopify, oms, netsuite: new Map() })).toEqual(['sales order missing']);
  });

  it('names a sale that is booked twice', () => {
    const cashSales = [{ id: '9', status: 'Deposited', total: '123.45' }];
    expect(whats({ shopify, oms, netsuite: books({ cashSales }) })).toEqual([
      '9 in the other book',
    ]);
    const salesOrders = [...booked.salesOrders, { id: '8', status: 'Billed', total: '123.45' }];
    expect(whats({ shopify, oms, netsuite: books({ salesOrders }) })).toEqual([
      'second sales order 8',
    ]);
  });

  it('names a missing deposit and a missing invoice of a completed order', () => {
    expect(whats({ shopify, oms, netsuite: books({ deposits: [], invoices: [] }) })).toEqual([
      'deposits',
      'invoiced',
    ]);
  });

  it('takes an amount it cannot read for a difference', () => {
    const salesOrders = [{ id: '3', status: 'Billed', total: 'undefined' }];
    expect(whats({ shopify, oms, netsuite: books({ salesOrders }) })).toEqual([
      'sales order total',
    ]);
  });
});
