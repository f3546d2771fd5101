// The customer of a send sale: the one named, else found by e-mail, else made. Twice the same e-mail is once the
// same customer.

import { ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyFailure } from '../client/shopify-failure.ts';
import type { ShopifyShop } from '../shopify-context.ts';
import { CUSTOMER_CREATE } from '../wire/operations.ts';
import { idSchema } from '../wire/scalars.ts';
import type { SaleCustomer } from './draft-input.ts';
import { saleRefused, userErrorsSchema } from './quote-sale.ts';
import type { SaleRefusal } from './quote-sale.ts';
import { searchCustomers } from './search.ts';

const createdSchema = z.object({
  customerCreate: z.object({
    customer: z.object({ id: idSchema }).nullable(),
    userErrors: userErrorsSchema,
  }),
});

/** @returns the legacy id; null for a customer who gives neither name nor e-mail nor phone */
export async function findCustomer(
  shop: ShopifyShop,
  customer: SaleCustomer,
): Promise<Result<string | null, ShopifyFailure | SaleRefusal>> {
  const { customerId, firstName, lastName, email, phone } = customer;
  if (customerId !== null) return ok(customerId);
  if (email !== null) {
    const found = await searchCustomers(shop, email);
    if (!found.ok) return found;
    const same = found.value.find((one) => one.email?.toLowerCase() === email.toLowerCase());
    if (same !== undefined) return ok(same.customerId);
  }
  if (email === null && phone === null) return ok(null);
  const input = { firstName, lastName, email, phone };
  const created = await shop.client.mutate({
    operation: CUSTOMER_CREATE,
    variables: { input },
    schema: createdSchema,
  });
  if (!created.ok) return created;
  const { customer: made, userErrors } = created.value.customerCreate;
  if (made !== null) return ok(made.id);
  const message = userErrors.map((one) => one.message).join(' ');
  return { ok: false, error: saleRefused(`The customer was not taken: ${message}`) };
}
