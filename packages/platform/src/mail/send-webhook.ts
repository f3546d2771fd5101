// A webhook of ours: a JSON document posted to somebody's address, signed so that they know it is from us and new.

import { createHmac } from 'node:crypto';
import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { requestJson } from '../http/index.ts';

const TIMEOUT_MS = 10_000;

export interface Webhook {
  readonly url: string;
  readonly body: unknown;
  /** The same for each try of the same message: receivers drop what they have seen. */
  readonly id: string;
  /** null: not signed. */
  readonly secret: string | null;
  readonly at: Date;
}

/**
 * Posts it once. Any 2xx is a success, whatever its body. The header `sendsale-signature` is
 * `t=<seconds>,v1=<hex>`, where hex is the HMAC-SHA256 of `<seconds>.<body>`; `sendsale-delivery` is the id.
 */
export async function sendWebhook(webhook: Webhook): Promise<Result<null, string>> {
  const { url, body, id, secret, at } = webhook;
  const seconds = Math.floor(at.getTime() / 1000);
  const text = JSON.stringify(body);
  const answer = await requestJson({
    baseUrl: url,
    path: '',
    method: 'POST',
    body,
    headers: {
      'sendsale-delivery': id,
      ...(secret === null
        ? {}
        : { 'sendsale-signature': signatureOf({ secret, seconds, body: text }) }),
    },
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.ok || answer.error.code === 'NOT_JSON') return ok(null);
  return fail(answer.error.message);
}

/** The value of `sendsale-signature`. */
export function signatureOf(signed: {
  readonly secret: string;
  readonly seconds: number;
  readonly body: string;
}): string {
  const { secret, seconds, body } = signed;
  const hex = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hex}`;
}
