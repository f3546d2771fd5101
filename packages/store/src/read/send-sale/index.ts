// What the steps of a send sale at the till read.

export {
  availability,
  facilityExists,
  locationOfFacility,
  productsOfVariants,
} from './availability.ts';
export { followedSales } from './followed-sales.ts';
export type { FollowedOrder, FollowedSale, FollowSalesOptions } from './followed-sales.ts';
export type { FacilityAvailability, SoldProduct } from './availability.ts';
