// Access tokens of NetSuite's OAuth 2.0 client credentials flow: a signed assertion against a token that
// lasts an hour (NetSuite help, OAuth 2.0 client credentials).

import { HttpFailure, requestJson } from '@sendsale/platform/http';
import type { Fetch } from '@sendsale/platform/http';
import { fail, ok } from '@sendsale/std';
import type { Clock, Result } from '@sendsale/std';
import { importPKCS8, SignJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const TIMEOUT_MS = 20_000;
// NetSuite refuses assertions that live longer than 60 minutes; ours is used at once.
const ASSERTION_SECONDS = 5 * 60;
// A token is not used in the last part of its life, so that it does not end on its way.
const SPARE_MS = 60_000;

export interface Credentials {
  /** `https://<account>.suitetalk.api.netsuite.com` */
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Certificate id of the mapping in NetSuite: the `kid`. */
  readonly certificateId: string;
  /** PEM. RSA keys sign PS256, P-256 keys ES256. */
  readonly privateKey: string;
  /** The network, when it is not the platform's. */
  readonly fetch?: Fetch;
}

export interface AccessTokens {
  /** A token that is still good for a minute or more. */
  readonly current: () => Promise<Result<string, HttpFailure>>;
  /** Forgets the token: NetSuite refused it. */
  readonly forget: () => void;
}

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

/** Keeps one token per process and renews it by the clock. */
export function makeAccessTokens(credentials: Credentials, clock: Clock): AccessTokens {
  let kept: { readonly token: string; readonly until: number } | null = null;
  return {
    current: async () => {
      const now = clock.now();
      if (kept !== null && now.getTime() < kept.until) return ok(kept.token);
      const answer = await requestToken(credentials, now);
      if (!answer.ok) return answer;
      kept = {
        token: answer.value.access_token,
        until: now.getTime() + answer.value.expires_in * 1000 - SPARE_MS,
      };
      return ok(kept.token);
    },
    forget: () => {
      kept = null;
    },
  };
}

async function requestToken(
  credentials: Credentials,
  now: Date,
): Promise<Result<z.infer<typeof Answer>, HttpFailure>> {
  const answer = await requestJson({
    baseUrl: credentials.tokenUrl,
    path: TOKEN_PATH,
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: await signAssertion(credentials, now),
    }),
    timeoutMs: TIMEOUT_MS,
    ...(credentials.fetch === undefined ? {} : { fetch: credentials.fetch }),
  });
  if (!answer.ok) return answer;
  const token = Answer.safeParse(answer.value.body);
  if (token.success) return ok(token.data);
  return fail(new HttpFailure('The token endpoint answered without a token.', { code: 'FAILED' }));
}

/** The client assertion: who we are, signed with the key whose certificate NetSuite holds. */
export async function signAssertion(credentials: Credentials, now: Date): Promise<string> {
  const pem = createPrivateKey(credentials.privateKey);
  const alg = pem.asymmetricKeyType === 'ec' ? 'ES256' : 'PS256';
  // Keys come as PKCS#1, SEC1 or PKCS#8; jose takes the last.
  const pkcs8 = pem.export({ type: 'pkcs8', format: 'pem' }).toString();
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ scope: 'restlets' })
    .setProtectedHeader({ alg, typ: 'JWT', kid: credentials.certificateId })
    .setIssuer(credentials.clientId)
    .setAudience(credentials.tokenUrl.replace(/\/+$/, '') + TOKEN_PATH)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_SECONDS)
    .sign(await importPKCS8(pkcs8, alg));
}
