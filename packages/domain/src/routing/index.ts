// What the rest of the system may use of routing by rules.

export { availableToPromise } from './available-to-promise.ts';
export type { PromisableStock } from './available-to-promise.ts';
export { applyPlan } from './engine/apply-plan.ts';
export { optimizeRun, planAsAsked } from './engine/optimize-run.ts';
export type { OptimizedRun, OptimizeRunOptions } from './engine/optimize-run.ts';
export type { AllocatedOrder, MovedOrder } from './engine/plan-again.ts';
export { priceGuide } from './engine/price-guide.ts';
export type { PriceGuide } from './engine/price-guide.ts';
export { planRun } from './engine/plan-run.ts';
export type {
  BatchCount,
  BatchCounts,
  PlannedOrder,
  PlanOptions,
  RunPlan,
} from './engine/planning.ts';
export type { PlannedPart } from './engine/order-state.ts';
export { arrivalOf, promiseOf } from './engine/promise.ts';
export { PRIORITIES } from './engine/routing-problem.ts';
export type {
  CutOff,
  CutOffTimes,
  OpeningHours,
  OpeningTimes,
  Priority,
  RoutingFacility,
  RoutingItem,
  RoutingOrder,
  BrokeringProblem,
  StockCell,
  StockHold,
} from './engine/routing-problem.ts';
export { shipmentCost } from './engine/shipment-cost.ts';
export type {
  CheaperFacility,
  ConsideredFacility,
  RemovedFacilities,
  RoutedPart,
  RoutingExplanation,
  RoutingVerdict,
  RuleStep,
} from './explanation.ts';
export type { ArgKind, ArgSpec } from './rules/args.ts';
export {
  ACTIONS,
  FACILITY_SORTS,
  INVENTORY_FILTERS,
  ORDER_FILTERS,
  ORDER_SORTS,
} from './rules/catalogue.ts';
export { checkRules } from './rules/check-rules.ts';
export { DEFAULT_COSTS, methodCosts, zoneOf } from './rules/costs.ts';
export type { MethodCosts, RouteCosts } from './rules/costs.ts';
export { DEFAULT_RULES } from './rules/default-rules.ts';
export { ASSIGNMENTS, SPREADS, TIER_RULES, TRAVERSALS } from './rules/rules.ts';
export type {
  BrokeringRules,
  FilterCall,
  InventoryRule,
  OptimizeRules,
  OrderBatch,
  PlanAgain,
  RunRules,
  Spread,
  Traversal,
  UnitCall,
} from './rules/rules.ts';
export { explainInWords } from './explanation-words.ts';
export { measurePlan } from './measure-plan.ts';
export type { MeasuredOrder, PlanMeasures } from './measure-plan.ts';
export { isSendSale } from './rules/send-sale.ts';
