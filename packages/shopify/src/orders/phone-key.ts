// A phone number as everybody writes it the same: E.164.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

/** @param country ISO 3166 alpha-2 of the address the number stands beside. @returns null for what is no valid number */
export function phoneKey(phone: string | null, country: string | null): string | null {
  if (phone === null) return null;
  // The library takes any text and knows the countries it knows.
  const parsed = parsePhoneNumberFromString(phone, (country ?? 'US') as CountryCode);
  return parsed?.isValid() === true ? parsed.number : null;
}
