// Customers: made, changed and merged. E-mail and phone belong to one customer each.
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import type { AddressInput, DraftProblem } from '../drafts/draft-input.ts';
import { isProblem, readAddress } from '../drafts/read-address.ts';
import type { Customer, Gid } from '../state/model.ts';
import { announce, instant, newId, recordAddress } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';

export interface CustomerInput {
  readonly id?: Gid | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly taxExempt?: boolean | null;
  readonly addresses?: readonly AddressInput[] | null;
}

/** The customer of an id. One that was merged away is gone. */
export function customerOf(shop: Shop, id: Gid): Customer | null {
  return shop.customers.get(id) ?? null;
}

export function createCustomer(shop: Shop, input: CustomerInput): Result<Customer, DraftProblem[]> {
  const problems = problemsOf(shop, input, null);
  if (problems.length > 0) return fail(problems);
  if (![input.email, input.phone, input.firstName, input.lastName].some(Boolean)) {
    const message = 'A name, phone number, or email address must be present';
    return fail([{ field: null, message }]);
  }
  const at = instant(shop);
  const customer: Customer = {
    id: newId(shop, 'Customer'),
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    note: null,
    tags: [],
    taxExempt: false,
    address: null,
    createdAt: at,
    updatedAt: at,
  };
  fill(shop, customer, input);
  shop.state.customers.push(customer);
  shop.customers.set(customer.id, customer);
  announce(shop, { topic: 'customers/create', orderId: null, subject: customer.id });
  return ok(customer);
}

export function updateCustomer(
  shop: Shop,
  customer: Customer,
  input: CustomerInput,
): Result<Customer, DraftProblem[]> {
  const problems = problemsOf(shop, input, customer);
  if (problems.length > 0) return fail(problems);
  fill(shop, customer, input);
  customer.updatedAt = instant(shop);
  announce(shop, { topic: 'customers/update', orderId: null, subject: customer.id });
  return ok(customer);
}

function fill(shop: Shop, customer: Customer, input: CustomerInput): void {
  const { firstName, lastName, note, phone, email, tags, taxExempt, addresses } = input;
  if (firstName !== undefined) customer.firstName = firstName;
  if (lastName !== undefined) customer.lastName = lastName;
  if (note !== undefined) customer.note = note;
  if (phone !== undefined) customer.phone = phoneOf(phone);
  if (email !== undefined) customer.email = email?.trim().toLowerCase() ?? null;
  if (tags) customer.tags = [...tags].sort();
  if (typeof taxExempt === 'boolean') customer.taxExempt = taxExempt;
  const first = addresses?.[0];
  if (first === undefined) return;
  const address = readAddress(first, ['addresses', '0']);
  if (!isProblem(address)) customer.address = recordAddress(shop, address);
}

/** E.164, as far as digits tell. */
function phoneOf(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  if (digits === '') return null;
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}

/** Shopify's texts for what is taken or malformed. */
function problemsOf(shop: Shop, input: CustomerInput, self: Customer | null): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const others = shop.state.customers.filter((customer) => customer !== self);
  const email = input.email?.trim().toLowerCase();
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    problems.push({ field: ['email'], message: 'Email is invalid' });
  } else if (email && others.some((customer) => customer.email?.toLowerCase() === email)) {
    problems.push({ field: ['email'], message: 'Email has already been taken' });
  }
  const phone = phoneOf(input.phone ?? null);
  if (input.phone && (phone === null || phone.length < 8)) {
    problems.push({ field: ['phone'], message: 'Phone is invalid' });
  } else if (phone && others.some((customer) => phoneOf(customer.phone) === phone)) {
    problems.push({ field: ['phone'], message: 'Phone has already been taken' });
  }
  for (const [index, address] of (input.addresses ?? []).entries()) {
    const read = readAddress(address, ['addresses', String(index)]);
    if (isProblem(read)) problems.push(read);
  }
  return problems;
}

export interface MergeOverrides {
  readonly customerIdOfEmailToKeep?: Gid | null;
  readonly customerIdOfPhoneNumberToKeep?: Gid | null;
  readonly customerIdOfFirstNameToKeep?: Gid | null;
  readonly customerIdOfLastNameToKeep?: Gid | null;
  readonly customerIdOfDefaultAddressToKeep?: Gid | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
}

/** The second takes in the first: its orders, what it lacks, and everything the overrides say. */
export function mergeCustomers(
  shop: Shop,
  pair: { one: Customer; two: Customer },
  overrides: MergeOverrides,
): Customer {
  const { one, two } = pair;
  const pick = <Name extends 'email' | 'phone' | 'firstName' | 'lastName' | 'address'>(
    name: Name,
    kept: Gid | null | undefined,
  ): Customer[Name] => (kept === one.id ? one[name] : (two[name] ?? one[name]));
  two.email = pick('email', overrides.customerIdOfEmailToKeep);
  two.phone = pick('phone', overrides.customerIdOfPhoneNumberToKeep);
  two.firstName = pick('firstName', overrides.customerIdOfFirstNameToKeep);
  two.lastName = pick('lastName', overrides.customerIdOfLastNameToKeep);
  two.address = pick('address', overrides.customerIdOfDefaultAddressToKeep);
  two.note = overrides.note ?? ([two.note, one.note].filter(Boolean).join('\n') || null);
  two.tags = [...(overrides.tags ?? new Set([...two.tags, ...one.tags]))].sort();
  two.updatedAt = instant(shop);
  for (const order of shop.state.orders) {
    if (order.customerId === one.id) order.customerId = two.id;
  }
  shop.state.customers.splice(shop.state.customers.indexOf(one), 1);
  shop.customers.delete(one.id);
  shop.state.merges[one.id] = two.id;
  announce(shop, {
    topic: 'customers/merge',
    orderId: null,
    subject: two.id,
    body: mergeBody(two.id, one.id),
  });
  announce(shop, { topic: 'customers/update', orderId: null, subject: two.id });
  return two;
}

/** As the topic's example shows it. */
function mergeBody(keptId: Gid, deletedId: Gid): object {
  return {
    admin_graphql_api_customer_kept_id: keptId,
    admin_graphql_api_customer_deleted_id: deletedId,
    admin_graphql_api_job_id: null,
    status: 'completed',
    errors: [],
  };
}
