// One POST to the shop, and whether it may have reached Shopify when no answer came. Nothing is repeated here.

import { requestJson } from '@sendsale/platform/http';
import type { HttpAnswer, HttpFailure } from '@sendsale/platform/http';
import type { Result } from '@sendsale/std';
import { DEFAULT_TIMEOUT_MS } from './connection.ts';
import type { ShopifyConnection } from './connection.ts';

export interface Post {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export async function send(
  connection: ShopifyConnection,
  post: Post,
): Promise<Result<HttpAnswer, HttpFailure>> {
  return requestJson({
    baseUrl: connection.baseUrl,
    path: post.path,
    method: 'POST',
    headers: post.headers ?? {},
    body: post.body,
    timeoutMs: connection.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    ...(connection.fetch === undefined ? {} : { fetch: connection.fetch }),
  });
}

const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** False only when no connection was made at all: then Shopify can't have done anything. */
export function mayHaveArrived(failure: HttpFailure): boolean {
  for (let error: unknown = failure; error instanceof Error; error = error.cause)
    if ('code' in error && NEVER_CONNECTED.includes(String(error.code))) return false;
  return true;
}

/** What the other side said, short enough for a message. */
export function said(failure: HttpFailure): string {
  const { answer } = failure;
  if (answer === null) return failure.message;
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return `${failure.message} ${text.slice(0, 300)}`;
}
