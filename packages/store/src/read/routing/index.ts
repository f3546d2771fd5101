// What others may read of routing.

export { activeRules, rulesVersion, rulesVersions } from './active-rules.ts';
export type { RulesVersion } from './active-rules.ts';
export { allocatedRoutingOrders } from './allocated-items.ts';
export type { AllocatedScope } from './allocated-items.ts';
export { brokeringRuns, latestPrices, runPrices } from './brokering-runs.ts';
export type { ListedRun } from './brokering-runs.ts';
export { decisionsOf } from './decisions.ts';
export type { ItemDecision } from './decisions.ts';
export { facilityGroups, facilityLimits } from './facility-settings.ts';
export type { FacilityGroup, FacilityLimits } from './facility-settings.ts';
export { loadRoutingProblem } from './load-routing.ts';
export type { ProblemQuestion } from './load-routing.ts';
export { pastAllocations } from './past-allocations.ts';
export type { PastAllocation } from './past-allocations.ts';
export { pastRoutingOrders, waitingRoutingOrders } from './routing-items.ts';
export type { WaitingScope } from './routing-items.ts';
export { facilityCapacity } from './routing-facilities.ts';
export type { Capacity } from './routing-facilities.ts';
export { cellKey } from './routing-stock.ts';
export { itemTitles } from './item-titles.ts';
export type { ItemTitle } from './item-titles.ts';
