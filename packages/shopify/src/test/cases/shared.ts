// Words the cases of the collection share.

import type { Case, Expected } from './case.ts';
import { expected } from './case.ts';
import { graphqlCase } from './graphql-builder.ts';
import type { CaseOrder } from './graphql-builder.ts';

export function one(name: string, spec: CaseOrder, means: Partial<Expected>): Case {
  return { name, payload: { data: { order: graphqlCase(spec) } }, expected: expected(means) };
}

export const SHIP = 'SHIP > SALES_ORDER';
export const CARRY = 'CARRY_OUT > CASH_SALE';
export const A = { sku: 'A', price: '20.00' };
export const A2 = { ...A, quantity: 2 };
export const B = { sku: 'B', price: '10.00' };
/** One unit of A that ships. */
export const OFF = { fos: [['SHIPPING', 'A', 1]] } as const;
