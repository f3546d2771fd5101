// What can be wrong with a cart beyond its lines: people and places that do not exist, and goods that
// cannot reach the customer the way they should.
import { gid } from '../state/gid.ts';
import type { Shop } from '../state/shop.ts';
import { knownCustomer } from './cart-customer.ts';
import type { Cart } from './cart.ts';
import { isShipped, METHODS } from './cart-reading.ts';
import type { CartProblem, ReadLine } from './cart-reading.ts';

export function wrongPeopleAndPlaces(shop: Shop, cart: Cart): CartProblem[] {
  const people = [cart.staffId, ...cart.lines.map((line) => line.staffId)].flatMap(
    (id) => id ?? [],
  );
  const split = cart.lines.flatMap((line) => line.split.map((part) => part.locationId));
  const places = [cart.locationId, cart.shipFromLocationId, ...split].flatMap((id) => id ?? []);
  const unknown: CartProblem[] = [
    ...people
      .filter((id) => !shop.staff.has(gid('StaffMember', id)))
      .map((id) => ({ path: 'staffId', message: `There is no staff member ${id}.` })),
    ...places
      .filter((id) => !shop.locations.has(gid('Location', id)))
      .map((id) => ({ path: 'locationId', message: `There is no location ${id}.` })),
  ];
  if (cart.customer !== null && 'id' in cart.customer && knownCustomer(shop, cart) === null) {
    unknown.push({ path: 'customer.id', message: `There is no customer ${cart.customer.id}.` });
  }
  return unknown;
}

export function wrongDelivery(shop: Shop, cart: Cart, lines: readonly ReadLine[]): CartProblem[] {
  const location = cart.locationId && shop.locations.get(gid('Location', cart.locationId));
  const problems: CartProblem[] = [];
  const split = lines.flatMap(({ line }) => line.split.flatMap((part) => part.delivery ?? []));
  const methods = new Set([
    ...lines.map((line) => line.methodType),
    ...split.map((delivery) => METHODS[delivery]),
  ]);
  if ([...methods].some(isShipped) && cart.shippingAddress === null) {
    problems.push({ path: 'shippingAddress', message: 'Goods that ship need an address.' });
  }
  if ((methods.has('RETAIL') || methods.has('PICK_UP')) && !location) {
    problems.push({
      path: 'locationId',
      message: 'Goods handed over in a store need its location.',
    });
  }
  for (const [index, discount] of cart.discounts.entries()) {
    if (discount.lines?.some((line) => line >= cart.lines.length)) {
      problems.push({ path: `discounts.${index}.lines`, message: 'There is no such line.' });
    }
  }
  const all = [
    ...cart.lines.map((line) => line.discount),
    ...cart.discounts,
    cart.shipping?.discount,
  ];
  if (
    all.some((d) => d !== undefined && (d.amount === undefined) === (d.percentage === undefined))
  ) {
    problems.push({
      path: 'discounts',
      message: 'A discount has either an amount or a percentage.',
    });
  }
  return problems;
}
