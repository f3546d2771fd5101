// Customers: made, changed, merged.
import {
  createCustomer,
  customerOf,
  mergeCustomers,
  updateCustomer,
} from '../../customers/customers.ts';
import type { CustomerInput, MergeOverrides } from '../../customers/customers.ts';
import { gid, legacyId } from '../../state/gid.ts';
import type { Gid } from '../../state/model.ts';
import { newId } from '../../state/shop.ts';
import { idOf, requireScope } from '../context.ts';
import type { FieldResolvers } from '../context.ts';
import { done, refused } from './fulfillment-mutations.ts';

export const customerMutations: FieldResolvers<unknown> = {
  customerCreate: (_, args: { input: CustomerInput }, context) => {
    requireScope(context, 'write_customers', 'customerCreate field');
    const result = createCustomer(context.shop, args.input);
    return result.ok
      ? done('customer', result.value)
      : { customer: null, userErrors: result.error };
  },
  customerUpdate: (_, args: { input: CustomerInput }, context) => {
    requireScope(context, 'write_customers', 'customerUpdate field');
    const known = args.input.id == null ? null : customerOf(context.shop, args.input.id);
    if (known === null) return refused('customer', 'Customer does not exist', ['id']);
    const result = updateCustomer(context.shop, known, args.input);
    return result.ok
      ? done('customer', result.value)
      : { customer: null, userErrors: result.error };
  },
  // Shopify merges in a job; ours is done by the time it is asked for.
  customerMerge: (
    _,
    args: { customerOneId: Gid; customerTwoId: Gid; overrideFields?: MergeOverrides | null },
    context,
  ) => {
    requireScope(context, 'write_customers', 'customerMerge field');
    const one = customerOf(context.shop, idOf('Customer', args.customerOneId));
    const two = customerOf(context.shop, idOf('Customer', args.customerTwoId));
    if (one === null || two === null || one === two) {
      const field = [one === null ? 'customerOneId' : 'customerTwoId'];
      const message = 'Customer is invalid.';
      const userErrors = [{ field, message, code: 'INVALID_CUSTOMER_ID' }];
      return { job: null, resultingCustomerId: null, userErrors };
    }
    const kept = mergeCustomers(context.shop, { one, two }, args.overrideFields ?? {});
    const id = gid('Job', legacyId(newId(context.shop, 'Job')));
    return { job: { id, done: false }, resultingCustomerId: kept.id, userErrors: [] };
  },
};
