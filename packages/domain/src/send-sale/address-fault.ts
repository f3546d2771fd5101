// What is wrong with an address before anybody sends a parcel to it. The server refuses it for the same reason that
// the screen shows beside the field.

export interface CheckedAddress {
  readonly lastName: string | null;
  readonly company: string | null;
  readonly address1: string;
  readonly city: string;
  readonly provinceCode: string | null;
  readonly zip: string | null;
  readonly countryCode: string;
}

export const ADDRESS_FAULTS = [
  'STREET_MISSING',
  'CITY_MISSING',
  'COUNTRY_MISSING',
  'NAME_MISSING',
  'PROVINCE_MISSING',
  'ZIP_MISSING',
  'ZIP_WRONG',
] as const;
export type AddressFault = (typeof ADDRESS_FAULTS)[number];

/** Countries whose addresses have no postal code everywhere (UPU); all others need one. */
const WITHOUT_ZIP: ReadonlySet<string> = new Set(['AE', 'HK', 'IE', 'QA', 'BS', 'JM', 'PA']);
const WITH_PROVINCE: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'MX', 'BR', 'IN', 'JP']);
const US_ZIP = /^\d{5}(-?\d{4})?$/;

/** The first fault, from the top of the address down; null when the parcel could be addressed. */
export function addressFault(to: CheckedAddress): AddressFault | null {
  const { countryCode, zip, provinceCode } = to;
  if (to.address1.trim() === '') return 'STREET_MISSING';
  if (to.city.trim() === '') return 'CITY_MISSING';
  if (!/^[A-Z]{2}$/.test(countryCode)) return 'COUNTRY_MISSING';
  if ((to.lastName ?? to.company ?? '').trim() === '') return 'NAME_MISSING';
  if (WITH_PROVINCE.has(countryCode) && (provinceCode ?? '').trim() === '')
    return 'PROVINCE_MISSING';
  if (!WITHOUT_ZIP.has(countryCode) && (zip ?? '').trim() === '') return 'ZIP_MISSING';
  if (countryCode === 'US' && !US_ZIP.test((zip ?? '').trim())) return 'ZIP_WRONG';
  return null;
}
