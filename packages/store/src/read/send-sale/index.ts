export {
  availability,
  facilityExists,
  locationOfFacility,
  productsOfVariants,
} from './availability.ts';
export type { FacilityAvailability, SoldProduct } from './availability.ts';
