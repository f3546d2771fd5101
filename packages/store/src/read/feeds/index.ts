// What the NetSuite connector reads: the due records of each feed, and what its answers name.

export * from './answered-records.ts';
export * from './due-allocations.ts';
export * from './due-body-discounts.ts';
export * from './due-closings.ts';
export * from './due-customers.ts';
export * from './due-deposits.ts';
export * from './due-fulfillments.ts';
export * from './due-postings.ts';
export * from './due-refunds.ts';
export * from './due-returns.ts';
export * from './due-variances.ts';
export * from './exchange-files.ts';
export * from './exchange-ledger.ts';
export * from './feed-problems.ts';
export * from './open-waits.ts';
export * from './read-mappings.ts';
export * from './stored-settings.ts';
