// What the comparison of the books reads, and what people see of it.

export { reconciledDays, reconciledRows } from './days.ts';
export type { DayOptions, FigureSums, ReconciledDay, ReconciledRow } from './days.ts';
export { listDifferences, reconciliationRuns } from './differences.ts';
export type { DifferenceOptions, ListedDifference, ReconciliationRun } from './differences.ts';
export { orderBooks } from './order-books.ts';
export { shopDays } from './shop-days.ts';
export type { ShopDay } from './shop-days.ts';
