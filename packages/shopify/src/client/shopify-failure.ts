// Why a call to Shopify gave no answer. A failure is a value; it says whether the call may have been carried out.

import type { ProblemCode } from '@sendsale/domain';

export interface ShopifyFailure {
  readonly code: Extract<
    ProblemCode,
    | 'SHOPIFY_UNREACHABLE'
    | 'SHOPIFY_ACCESS_DENIED'
    | 'SHOPIFY_ORDER_UNREADABLE'
    | 'SHOPIFY_VERSION_UNSUPPORTED'
  >;
  /** The sentence for people, with what Shopify said. */
  readonly message: string;
  /** True when Shopify may have done what was asked although no answer came: look before asking again. */
  readonly mayHaveHappened: boolean;
}

export function unreachable(message: string, mayHaveHappened = false): ShopifyFailure {
  return { code: 'SHOPIFY_UNREACHABLE', message, mayHaveHappened };
}

export function accessDenied(message: string): ShopifyFailure {
  return { code: 'SHOPIFY_ACCESS_DENIED', message, mayHaveHappened: false };
}

export function answerUnreadable(message: string, mayHaveHappened = false): ShopifyFailure {
  return { code: 'SHOPIFY_ORDER_UNREADABLE', message, mayHaveHappened };
}

export function versionUnsupported(message: string): ShopifyFailure {
  return { code: 'SHOPIFY_VERSION_UNSUPPORTED', message, mayHaveHappened: false };
}
