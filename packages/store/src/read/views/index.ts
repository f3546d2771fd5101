// What people see: lists and pages of the API.

export { catalogueCounts } from './catalogue-counts.ts';
export type { CatalogueCounts } from './catalogue-counts.ts';
export { changedOrders, changeMarks } from './change-marks.ts';
export type { ChangeMarks } from './change-marks.ts';
export { facilityWork } from './facility-work.ts';
export type { FacilityOrder } from './facility-work.ts';
export { listOrders } from './list-orders.ts';
export type { ListOrdersOptions, OrderHead } from './list-orders.ts';
export { openProblems, showProblem } from './open-problems.ts';
export type { ListedProblem, ListProblemsOptions, ProblemDetail } from './open-problems.ts';
export { problemCauses } from './problem-causes.ts';
export type { ProblemCause } from './problem-causes.ts';
export { problemsToPlan, problemsToRetry, shopifyOrdersOf } from './problems-to-retry.ts';
export type { UnplannedProblem } from './problems-to-retry.ts';
export { stuckOrders } from './stuck-orders.ts';
export type { StuckOrder } from './stuck-orders.ts';
export { orderMessageBody, orderMessages } from './order-messages.ts';
export type { OrderMessage } from './order-messages.ts';
export { showOrder } from './show-order.ts';
export type { OrderDetail, ShipGroupDetail, ShipmentDetail } from './show-order.ts';
export { listPlaces } from './places.ts';
export type { ListedFacility, ListedShop } from './places.ts';
export { BOARD_STAGES, boardStuck, hourCounts, stageCounts } from './board.ts';
export type { BoardStage, BoardStuck, HourCount, StageCount } from './board.ts';
export { pageOrders } from './page-orders.ts';
export type { OrderQuestion, PagedOrder } from './page-orders.ts';
