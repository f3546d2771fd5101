// NetSuite says which customer record it has for ours.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface RecordCustomerIdOptions {
  readonly customerId: string;
  readonly netsuiteId: string;
  readonly via: string;
  readonly at: Date;
}

/** RECORD_UNKNOWN, IDENTIFIER_CONFLICT; the same id again changes nothing. Each order of the customer gets a step. */
export async function recordCustomerId(
  db: Database,
  options: RecordCustomerIdOptions,
): Promise<Result<{ readonly customerId: string; readonly isNew: boolean }, Problem>> {
  throw new Error('TODO');
}
