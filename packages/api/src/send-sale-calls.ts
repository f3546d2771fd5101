// The client's calls of a send sale: find, hold, quote, place, follow.

import { verbs } from './call.ts';
import type { Call } from './call.ts';
import { queryText } from './query-text.ts';
import {
  CustomerView,
  HoldView,
  Quote,
  SaleDetail,
  SaleView,
  SellableProduct,
  StyleView,
} from './send-sale.ts';
import type { Destination, HoldRequest, QuoteRequest, SaleRequest } from './send-sale.ts';

const text = encodeURIComponent;

/** @throws ApiError on every answer that is not 2xx, from each of the calls. */
// The inferred type is the documentation: one line a call.
export function sendSaleCalls(call: Call) {
  const { get, post } = verbs(call);
  return {
    sellable: async (shopId: string, q: string) =>
      get(`/api/send-sale/products${queryText({ shopId, q })}`, SellableProduct.array()),
    style: async (shopId: string, styleId: string, to: Destination = {}) =>
      get(`/api/send-sale/styles/${text(styleId)}${queryText({ shopId, ...to })}`, StyleView),
    findCustomers: async (shopId: string, q: string) =>
      get(`/api/send-sale/customers${queryText({ shopId, q })}`, CustomerView.array()),
    holdStock: async (hold: HoldRequest) => post('/api/send-sale/holds', HoldView, hold),
    releaseHold: async (holdId: string) =>
      call({ method: 'DELETE', path: `/api/send-sale/holds/${text(holdId)}`, answer: null }),
    quoteSale: async (request: QuoteRequest) => post('/api/send-sale/quotes', Quote, request),
    placeSale: async (request: SaleRequest) => post('/api/send-sale/sales', SaleView, request),
    sales: async (query: { mine?: boolean } = {}) =>
      get(`/api/send-sale/sales${queryText(query)}`, SaleDetail.array()),
    sale: async (id: string) => get(`/api/send-sale/sales/${text(id)}`, SaleDetail),
    cancelSale: async (id: string) =>
      call({ method: 'DELETE', path: `/api/send-sale/sales/${text(id)}`, answer: SaleView }),
  };
}
