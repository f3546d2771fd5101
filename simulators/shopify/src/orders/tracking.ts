// Tracking as one number or several, with the page of the carriers Shopify knows.
import type { Tracking } from '../state/model.ts';

export interface TrackingInput {
  readonly company?: string | null;
  readonly number?: string | null;
  readonly numbers?: readonly string[] | null;
  readonly url?: string | null;
  readonly urls?: readonly string[] | null;
}

const PAGES: Readonly<Record<string, (number: string) => string>> = {
  ups: (number) => `https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=${number}`,
  fedex: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  usps: (number) => `https://tools.usps.com/go/TrackConfirmAction_input?qtc_tLabels1=${number}`,
};

/** One entry a number; a company or url without a number is one entry too. */
export function readTracking(input: TrackingInput): Tracking[] {
  const numbers = input.numbers ?? (input.number ? [input.number] : []);
  const urls = input.urls ?? (input.url ? [input.url] : []);
  const company = input.company ?? null;
  const count = Math.max(numbers.length, urls.length, company === null ? 0 : 1);
  return Array.from({ length: count }, (_, index) => {
    const number = numbers[index] ?? null;
    const page = company === null || number === null ? undefined : PAGES[company.toLowerCase()];
    return {
      company,
      number,
      url: urls[index] ?? (number && page?.(encodeURIComponent(number))) ?? null,
    };
  });
}
