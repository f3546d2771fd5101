// Holds an order so that nothing is brokered, and releases it again.

import type { Problem } from '@sendsale/domain';
import type { Result } from '@sendsale/std';
import type { Database } from '@sendsale/store/read';

export interface HoldOrderOptions {
  readonly orderId: string;
  readonly reason: string;
  readonly actor: string;
  readonly via: string;
  readonly at: Date;
}

/** Holds an order: it is neither approved nor brokered until it is released. */
export async function holdOrder(
  db: Database,
  options: HoldOrderOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  throw new Error('TODO');
}

/** Lets a held order go on: back to Created, and approved again as soon as it is ready. */
export async function releaseOrder(
  db: Database,
  options: HoldOrderOptions,
): Promise<Result<{ readonly orderId: string }, Problem>> {
  throw new Error('TODO');
}
