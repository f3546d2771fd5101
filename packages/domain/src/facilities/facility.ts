// A store or warehouse that has stock, and who works in it.

export const FACILITY_KINDS = ['STORE', 'WAREHOUSE'] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/**
 * Who fulfills there. OMS: our stores work from our queue and NetSuite is told afterwards.
 * NETSUITE: the allocation goes to NetSuite, its warehouse ships, and the fulfillment comes back.
 */
export const FULFILLED_BY = ['OMS', 'NETSUITE'] as const;
export type FulfilledBy = (typeof FULFILLED_BY)[number];

/** Where an item waits while no facility is chosen. */
export const QUEUES = ['BROKERING', 'UNFILLABLE', 'REJECTED', 'PRE_ORDER', 'BACK_ORDER'] as const;
export type Queue = (typeof QUEUES)[number];
