// The access token of a shop: a static one, or one asked for with client credentials and renewed in time.

import { fail, ok } from '@sendsale/std';
import type { Result } from '@sendsale/std';
import { z } from 'zod';
import type { ShopifyConnection } from './connection.ts';
import { said, send } from './send.ts';
import { accessDenied, unreachable } from './shopify-failure.ts';
import type { ShopifyFailure } from './shopify-failure.ts';

export interface TokenSource {
  /** The token to send now. */
  readonly get: () => Promise<Result<string, ShopifyFailure>>;
  /** Shopify refused `token`. @returns whether another one can be asked for */
  readonly refused: (token: string) => boolean;
}

/** Tokens live 24 h; one is renewed while it still has this long, so that no call meets its end. */
const RENEW_BEFORE_MS = 30 * 60 * 1000;

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(86_399),
});

export function tokenSource(connection: ShopifyConnection): TokenSource {
  const { credentials } = connection;
  if (credentials.kind === 'static') {
    const token = credentials.token;
    return { get: async () => ok(token), refused: () => false };
  }
  let held: { token: string; renewAt: number } | null = null;
  let asking: Promise<Result<string, ShopifyFailure>> | null = null;
  const ask = async (): Promise<Result<string, ShopifyFailure>> => {
    const answer = await requestToken(connection, credentials);
    if (!answer.ok) return answer;
    const now = connection.clock.now().getTime();
    const { access_token: token, expires_in: seconds } = answer.value;
    // A token shorter-lived than the margin is used for half its life.
    const life = Math.max(seconds * 1000 - RENEW_BEFORE_MS, seconds * 500);
    held = { token, renewAt: now + life };
    return ok(token);
  };
  return {
    get: async () => {
      if (held !== null && connection.clock.now().getTime() < held.renewAt) return ok(held.token);
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    refused: (token) => {
      if (held?.token === token) held = null;
      return true;
    },
  };
}

async function requestToken(
  connection: ShopifyConnection,
  credentials: { readonly clientId: string; readonly clientSecret: string },
): Promise<Result<z.output<typeof answerSchema>, ShopifyFailure>> {
  const answer = await send(connection, {
    path: '/admin/oauth/access_token',
    body: {
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      grant_type: 'client_credentials',
    },
  });
  if (!answer.ok) {
    const message = `No access token for client ${credentials.clientId}: ${said(answer.error)}`;
    return fail(answer.error.code === 'REFUSED' ? accessDenied(message) : unreachable(message));
  }
  const parsed = answerSchema.safeParse(answer.value.body);
  if (!parsed.success) return fail(unreachable('The answer to the token request has no token.'));
  return ok(parsed.data);
}
