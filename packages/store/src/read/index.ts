// What others may read of the store: one query a file.

export type { Database } from '../database.ts';
export * from './access/index.ts';
export * from './alerts/index.ts';
export * from './exchange/index.ts';
export * from './access/index.ts';
export * from './facilities/index.ts';
export * from './feeds/index.ts';
export { ANONYMOUS, loadIntake } from './orders/load-intake.ts';
export type {
  IntakeFacts,
  IntakeProduct,
  IntakeQuestion,
  StoredOrderHead,
} from './orders/load-intake.ts';
export { loadStoredOrder } from './orders/load-stored-order.ts';
export type { StoredOrder, StoredOrderItem } from './orders/load-stored-order.ts';
export * from './shopify/index.ts';
export * from './routing/index.ts';
export * from './reconciliation/index.ts';
export * from './views/index.ts';
export * from './send-sale/index.ts';
