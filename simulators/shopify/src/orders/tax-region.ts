// Which taxes apply at an address: the entry of its city, else of its province, else of its country.
import type { Address, ShopSeed, TaxRegion } from '../seed.ts';

/** Null where nothing is taxed. */
export function taxRegionOf(seed: ShopSeed, address: Address | null): TaxRegion | null {
  if (address === null) return null;
  const matching = seed.taxRates.filter((region) => covers(region, address));
  return matching.sort((a, b) => precision(b) - precision(a))[0] ?? null;
}

function covers(region: TaxRegion, address: Address): boolean {
  return (
    region.countryCode === address.countryCode &&
    (region.provinceCode === null || region.provinceCode === address.provinceCode) &&
    (region.city === null || region.city.toLowerCase() === address.city?.toLowerCase())
  );
}

function precision(region: TaxRegion): number {
  return Number(region.provinceCode !== null) + 2 * Number(region.city !== null);
}
