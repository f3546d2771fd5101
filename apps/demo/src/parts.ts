// The parts of the demo for whoever sets another stage with them.

export { workStoreLists } from './actors/store-staff.ts';
export { workWarehouse } from './actors/warehouse-staff.ts';
export { sampleStock } from './retailer/stock.ts';
export { demoKeys } from './run/demo-keys.ts';
export { setScene } from './run/scene.ts';
export type { Scene } from './run/scene.ts';
export { omsEnvironment, worldArgs } from './run/world-args.ts';
export { generatedOrders } from './scenarios/generated-orders.ts';
export { callJson } from './wire/call-json.ts';
export { netsuiteAccount } from './wire/netsuite-account.ts';
export { ringUp } from './wire/shopify-till.ts';
