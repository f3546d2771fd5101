// Where generated customers live: addresses of no real person, in states with and without taxes.
import type { CartInput } from '../orders/cart.ts';

type Home = NonNullable<CartInput['shippingAddress']>;

const PLACES: [city: string, province: string, code: string, zip: string][] = [
  ['Huntington Beach', 'California', 'CA', '92646'],
  ['San Diego', 'California', 'CA', '92101'],
  ['Denver', 'Colorado', 'CO', '80202'],
  ['Austin', 'Texas', 'TX', '78701'],
  ['Portland', 'Oregon', 'OR', '97201'],
  ['Brooklyn', 'New York', 'NY', '11201'],
  ['Chicago', 'Illinois', 'IL', '60601'],
  ['Miami', 'Florida', 'FL', '33101'],
  ['Seattle', 'Washington', 'WA', '98101'],
  ['Boston', 'Massachusetts', 'MA', '02108'],
];

export const HOMES: readonly Home[] = PLACES.map(([city, province, provinceCode, zip], index) => ({
  firstName: 'Jamie',
  lastName: 'Rivera',
  address1: `${100 + index} Sample Drive`,
  city,
  province,
  provinceCode,
  zip,
  phone: `+17145550${100 + index}`,
}));
