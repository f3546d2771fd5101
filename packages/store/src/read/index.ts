// What others may read of the store: one query a file.

export type { Database } from '../database.ts';
export * from './feeds/index.ts';
