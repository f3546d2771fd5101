// What the people of a facility read.

export { facilityToday, floorRows, leftToday, picklistRows, withdrawnItems } from './floor.ts';
export type { FacilityToday, FloorRow, LeftToday, PicklistRow, WithdrawnItem } from './floor.ts';
