// The sample retailer's associates and customers. Names and addresses are invented; cities are real.

import type { CartInput } from '@sendsale/simulator-shopify';
import type { Role } from '@sendsale/api';

export interface Associate {
  readonly id: string;
  readonly name: string;
  readonly placeId: string;
}

export interface Customer {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
}

type Row = readonly [
  firstName: string,
  lastName: string,
  street: string,
  city: string,
  region: string,
  zip: string,
  latitude: number,
  longitude: number,
];

// prettier-ignore
const ROWS: readonly Row[] = [
  ['Amara', 'Okafor', '22 Rittenhouse Sq', 'Philadelphia', 'PA', '19103', 39.9496, -75.1718],
  ['Bruno', 'Keller', '1180 Sutter St', 'San Francisco', 'CA', '94109', 37.7881, -122.4195],
  ['Chloe', 'Martin', '455 W Deming Pl', 'Chicago', 'IL', '60614', 41.9287, -87.6416],
  ['Dmitri', 'Volkov', '88 Greene St', 'New York', 'NY', '10012', 40.7237, -73.9996],
  ['Elena', 'Suarez', '1701 Collins Ave', 'Miami Beach', 'FL', '33139', 25.7924, -80.1297],
  ['Farid', 'Haddad', '3800 Maple Ave', 'Dallas', 'TX', '75219', 32.8095, -96.8107],
  ['Grace', "O'Neill", '61 Marlborough St', 'Boston', 'MA', '02116', 42.3541, -71.0759],
  ['Hiro', 'Tanaka', '1521 2nd Ave', 'Seattle', 'WA', '98101', 47.6097, -122.3391],
  ['Ines', 'Almeida', '2400 E 3rd Ave', 'Denver', 'CO', '80206', 39.7206, -104.9581],
  ['Jonas', 'Berg', '500 Marquette Ave', 'Minneapolis', 'MN', '55402', 44.9791, -93.2702],
  ['Keiko', 'Mori', '9876 Wilshire Blvd', 'Beverly Hills', 'CA', '90210', 34.0664, -118.4124],
  ['Liam', 'Fraser', '1300 Connecticut Ave NW', 'Washington', 'DC', '20036', 38.9077, -77.0426],
];

export const CUSTOMERS: readonly Customer[] = ROWS.map((row, index) => {
  const [firstName, lastName, street, city, region, zip, latitude, longitude] = row;
  return {
    id: String(7_300_000_001 + index),
    firstName,
    lastName,
    email: `${firstName.toLowerCase()}.${lastName.toLowerCase().replace(/[^a-z]/g, '')}@example.com`,
    phone: `+1212555${String(1000 + index)}`,
    street,
    city,
    region,
    zip,
    latitude,
    longitude,
  };
});

export const ASSOCIATES: readonly Associate[] = [
  { id: '90000001', name: 'Nadia Petrov', placeId: 'NYC' },
  { id: '90000002', name: 'Omar Reyes', placeId: 'SFO' },
  { id: '90000003', name: 'Priya Nair', placeId: 'CHI' },
  { id: '90000004', name: 'Quentin Dubois', placeId: 'DAL' },
];

/** The address a customer has things sent to, as a till takes it. */
export function homeAddress(customer: Customer): NonNullable<CartInput['shippingAddress']> {
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    address1: customer.street,
    city: customer.city,
    provinceCode: customer.region,
    zip: customer.zip,
    phone: customer.phone,
    latitude: customer.latitude,
    longitude: customer.longitude,
  };
}

/** Who uses the screens: one of each role. */
export interface Staff {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly facilityIds: readonly string[];
}

export const STAFF: readonly Staff[] = [
  staff('Nadia Petrov', 'ASSOCIATE', ['NYC']),
  staff('Marcus Webb', 'STORE_LEAD', ['NYC']),
  staff('Tess Kowalski', 'FULFILLMENT', ['NYC', 'BOS', 'CMH']),
  staff('Olivia Grant', 'ORDER_MANAGER', []),
  staff('Ravi Menon', 'ENGINEER', []),
  staff('Helen Sato', 'ACCOUNTANT', []),
  staff('Victor Lindqvist', 'AUDITOR', []),
  staff('Ada Bergstrom', 'ADMINISTRATOR', []),
];

function staff(name: string, role: Role, facilityIds: readonly string[]): Staff {
  const email = `${name.toLowerCase().replace(' ', '.')}@harborfell.example`;
  return { name, email, role, facilityIds };
}
