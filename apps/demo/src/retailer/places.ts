// The sample retailer's stores and warehouses: real cities with their coordinates and time zones.

export interface Place {
  /** Our facility id, and the external id of the location in NetSuite. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'STORE' | 'WAREHOUSE';
  readonly fulfilledBy: 'OMS' | 'NETSUITE';
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  /** Shopify location, legacy id. */
  readonly shopifyLocationId: string;
}

type Row = readonly [
  id: string,
  name: string,
  street: string,
  city: string,
  region: string,
  zip: string,
  latitude: number,
  longitude: number,
  timeZone: string,
];

// prettier-ignore
const STORES: readonly Row[] = [
  ['NYC', 'Fifth Avenue', '712 5th Ave', 'New York', 'NY', '10019', 40.7625, -73.9744, 'America/New_York'],
  ['BOS', 'Newbury Street', '140 Newbury St', 'Boston', 'MA', '02116', 42.3515, -71.0772, 'America/New_York'],
  ['PHL', 'Walnut Street', '1608 Walnut St', 'Philadelphia', 'PA', '19103', 39.9496, -75.1681, 'America/New_York'],
  ['DCA', 'Georgetown', '3100 M St NW', 'Washington', 'DC', '20007', 38.9051, -77.0614, 'America/New_York'],
  ['MIA', 'Lincoln Road', '801 Lincoln Rd', 'Miami Beach', 'FL', '33139', 25.7905, -80.1359, 'America/New_York'],
  ['CHI', 'Michigan Avenue', '669 N Michigan Ave', 'Chicago', 'IL', '60611', 41.8939, -87.6244, 'America/Chicago'],
  ['MSP', 'Nicollet Mall', '700 Nicollet Mall', 'Minneapolis', 'MN', '55402', 44.9763, -93.2722, 'America/Chicago'],
  ['DAL', 'Highland Park', '47 Highland Park Vlg', 'Dallas', 'TX', '75205', 32.8358, -96.8048, 'America/Chicago'],
  ['DEN', 'Cherry Creek', '3000 E 1st Ave', 'Denver', 'CO', '80206', 39.7166, -104.9531, 'America/Denver'],
  ['PHX', 'Biltmore', '2502 E Camelback Rd', 'Phoenix', 'AZ', '85016', 33.5096, -112.0291, 'America/Phoenix'],
  ['LAX', 'Rodeo Drive', '332 N Rodeo Dr', 'Beverly Hills', 'CA', '90210', 34.0686, -118.4019, 'America/Los_Angeles'],
  ['SFO', 'Union Square', '233 Geary St', 'San Francisco', 'CA', '94102', 37.7873, -122.4074, 'America/Los_Angeles'],
  ['SEA', 'Pike Place', '1501 Pike Pl', 'Seattle', 'WA', '98101', 47.6089, -122.3404, 'America/Los_Angeles'],
];

// prettier-ignore
const WAREHOUSES: ReadonlyArray<{ row: Row; fulfilledBy: 'OMS' | 'NETSUITE' }> = [
  {
    row: ['RNO', 'Reno distribution center', '1 Ax Handle Way', 'Reno', 'NV', '89506', 39.6497, -119.8824, 'America/Los_Angeles'],
    fulfilledBy: 'NETSUITE',
  },
  {
    row: ['CMH', 'Columbus warehouse', '2400 Rohr Rd', 'Columbus', 'OH', '43217', 39.8259, -82.9353, 'America/New_York'],
    fulfilledBy: 'OMS',
  },
  {
    row: ['ATL', 'Atlanta warehouse', '500 Great SW Pkwy', 'Atlanta', 'GA', '30336', 33.7381, -84.5591, 'America/New_York'],
    fulfilledBy: 'OMS',
  },
];

/** Every place that has stock, stores first. */
export const PLACES: readonly Place[] = [
  ...STORES.map((row) => ({ row, kind: 'STORE' as const, fulfilledBy: 'OMS' as const })),
  ...WAREHOUSES.map((warehouse) => ({ ...warehouse, kind: 'WAREHOUSE' as const })),
].map(place);

function place(
  { row, kind, fulfilledBy }: Pick<Place, 'kind' | 'fulfilledBy'> & { readonly row: Row },
  index: number,
): Place {
  const [id, name, street, city, region, zip, latitude, longitude, timeZone] = row;
  return {
    id,
    name: kind === 'STORE' ? `${city} ${name}` : name,
    kind,
    fulfilledBy,
    street,
    city,
    region,
    zip,
    latitude,
    longitude,
    timeZone,
    shopifyLocationId: String(68_500_000_001 + index),
  };
}
