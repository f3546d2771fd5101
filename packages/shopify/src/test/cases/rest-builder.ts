// Builds REST and webhook bodies of the collection from few words.

import type { Case, Expected } from './case.ts';
import { expected } from './case.ts';

export type Json = Record<string, unknown>;

const ADDRESS = {
  name: 'Jo Doe',
  address1: '1 Main Street',
  city: 'Springfield',
  province_code: 'IL',
  zip: '62701',
  country_code: 'US',
};

// oxlint-disable-next-line max-params -- four words a line keep sixty cases readable
export function restLine(id: number, sku: string, price: string, extra: Json = {}): Json {
  return {
    id,
    name: sku,
    sku,
    price,
    quantity: 1,
    variant_id: id + 1000,
    product_id: id + 2000,
    requires_shipping: true,
    fulfillable_quantity: 1,
    ...extra,
  };
}

export function restOrder(total: string, lines: readonly Json[], extra: Json = {}): Json {
  return {
    id: 7001,
    name: '#1001',
    created_at: '2026-11-23T10:00:00Z',
    updated_at: '2026-11-23T10:00:05Z',
    source_name: 'pos',
    location_id: 1,
    user_id: 42,
    currency: 'USD',
    taxes_included: false,
    total_price: total,
    shipping_address: ADDRESS,
    line_items: lines,
    shipping_lines: [],
    fulfillments: [],
    ...extra,
  };
}

export function restCase(name: string, payload: Json, means: Partial<Expected>): Case {
  return { name, payload, expected: expected(means) };
}

export const STANDARD = [{ id: 9, title: 'Standard', price: '5.00' }];
export const HANDED_OVER = [
  {
    id: 5,
    status: 'success',
    created_at: '2026-11-23T10:00:01Z',
    location_id: 1,
    line_items: [{ id: 1, quantity: 1 }],
  },
];
