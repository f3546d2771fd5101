// What tests share: databases, a small network, and orders to put in.

export {
  buildAdjustment,
  buildGroup,
  buildLine,
  buildOrder,
  buildPayment,
  HOME,
} from './build-order.ts';
export { seedNetwork, T0 } from './seed-network.ts';
export type { NetworkOptions } from './seed-network.ts';
export { takeOrder } from './take-order.ts';
export { createTestDatabase } from './test-database.ts';
export type { TestDatabase } from './test-database.ts';
