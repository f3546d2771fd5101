// What the Shopify connector reads.

export { channelMappings } from './channel-mappings.ts';
export { openDownloadProblems } from './open-download-problems.ts';
export type { OpenDownloadProblem } from './open-download-problems.ts';
export { orderIdOf } from './order-id-of.ts';
export { polledThrough } from './polled-through.ts';
export { shipmentsToTell } from './shipments-to-tell.ts';
export type { ShipmentToTell, ShippedUnits } from './shipments-to-tell.ts';
