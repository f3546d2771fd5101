// What the steps of a send sale at the till read.

export {
  availability,
  facilityExists,
  locationOfFacility,
  productsOfVariants,
} from './availability.ts';
export type { FacilityAvailability, SoldProduct } from './availability.ts';
