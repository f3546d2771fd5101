// The database handle of everything that knows our tables: the pool, or the transaction it runs in.

import type { Database as DatabaseOf } from '@sendsale/platform/db';
import type { Tables } from './tables.ts';

export type Database = DatabaseOf<Tables>;
