// What Shopify's user errors mean for a notice.

import type { JsonObject } from '@sendsale/domain';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';

/** Shopify said no, in its own words. */
export interface Refusal {
  readonly code: 'SHOPIFY_NOTICE_REFUSED';
  readonly message: string;
}

export function answered(
  errors: readonly { readonly message: string }[],
  outcome: JsonObject,
): Result<JsonObject, Refusal> {
  if (errors.length === 0) return ok(outcome);
  const message = errors.map((one) => one.message).join(' ');
  return fail({ code: 'SHOPIFY_NOTICE_REFUSED', message });
}
