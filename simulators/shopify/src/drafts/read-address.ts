// Reads an address of the API. Shopify checks countries, provinces and postal codes; the simulator
// knows the forms of US ones. The texts are ours.
import { Address } from '../seed.ts';
import type { AddressInput, DraftProblem } from './draft-input.ts';

/** The address, or what is wrong with it; `field` is where it stands in the input. */
export function readAddress(input: AddressInput, field: readonly string[]): Address | DraftProblem {
  const given = Object.entries(input).filter(([, value]) => typeof value === 'string');
  const address = Address.parse({ ...Object.fromEntries(given), country: input.country ?? null });
  const problem = (name: string, message: string): DraftProblem => ({
    field: [...field, name],
    message,
  });
  if (!address.address1) return problem('address1', "Address1 can't be blank");
  if (!address.city) return problem('city', "City can't be blank");
  if (address.countryCode !== 'US') return named(address);
  if (!/^[A-Z]{2}$/.test(address.provinceCode ?? '')) {
    return problem('provinceCode', 'Province is not a valid state in United States');
  }
  if (!/^\d{5}(-\d{4})?$/.test(address.zip ?? '')) {
    return problem('zip', 'Zip is not valid for United States');
  }
  return named(address);
}

function named(address: Address): Address {
  const country = address.country ?? (address.countryCode === 'US' ? 'United States' : null);
  return { ...address, country, province: address.province ?? address.provinceCode };
}

/** Whether a reading is what is wrong with it. */
export function isProblem(value: object | null): value is DraftProblem {
  return value !== null && 'message' in value && 'field' in value;
}
