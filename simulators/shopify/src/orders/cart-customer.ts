// Whose order it is: a customer the shop knows (by id, else by e-mail), or a new one, or nobody.
import type { Customer, Gid } from '../state/model.ts';
import { gid } from '../state/gid.ts';
import { instant, newId } from '../state/shop.ts';
import type { Shop } from '../state/shop.ts';
import type { Cart } from './cart.ts';

export function knownCustomer(shop: Shop, cart: Cart): Customer | null {
  if (cart.customer === null) return null;
  if ('id' in cart.customer) return shop.customers.get(gid('Customer', cart.customer.id)) ?? null;
  const { email } = cart.customer;
  if (email === null) return null;
  return shop.state.customers.find((customer) => customer.email === email) ?? null;
}

/** The customer's address for the order, when the cart names no other. */
export function emailOf(shop: Shop, cart: Cart): string | null {
  const known = knownCustomer(shop, cart);
  if (known !== null) return known.email;
  return cart.customer !== null && 'email' in cart.customer ? cart.customer.email : null;
}

/** Makes the record of a customer the shop does not know yet. */
export function newCustomer(shop: Shop, cart: Cart): Gid | null {
  if (cart.customer === null || 'id' in cart.customer) return null;
  const at = instant(shop);
  const { firstName, lastName, email, phone } = cart.customer;
  const customer: Customer = {
    id: newId(shop, 'Customer'),
    firstName,
    lastName,
    email,
    phone,
    note: null,
    tags: [],
    taxExempt: false,
    createdAt: at,
    updatedAt: at,
    address: cart.shippingAddress && {
      ...cart.shippingAddress,
      id: newId(shop, 'MailingAddress'),
    },
  };
  shop.state.customers.push(customer);
  shop.customers.set(customer.id, customer);
  return customer.id;
}
