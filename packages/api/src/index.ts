// The HTTP contract: schemas, their types, and a typed client.

export * from './access.ts';
export * from './brokering.ts';
export * from './connections.ts';
export { apiClient, ApiError } from './client.ts';
export type { ApiClient, ApiClientOptions } from './client.ts';
export { FacilityWork, RejectRequest, ShipAnswer, ShipRequest } from './fulfillment.ts';
export { CatalogueCounts, ErrorBody, JobRunView, JobView, SettingsDocument } from './operations.ts';
export {
  CancelRequest,
  HoldOrderRequest,
  MessageView,
  OrderItemView,
  OrderSummary,
  OrderView,
  TimelineStep,
} from './orders.ts';
export * from './feeds.ts';
export * from './floor.ts';
export { documentAddress } from './floor-calls.ts';
export * from './problems.ts';
export * from './reconciliation.ts';
export * from './order-list.ts';
export { Places } from './places.ts';
export * from './send-sale.ts';
export { SettingFault, SettingRow, SettingRows, SettingsAnswer } from './settings.ts';
export { readSettingsCsv, writeSettingsCsv } from './settings-csv.ts';
