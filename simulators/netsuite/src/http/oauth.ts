// OAuth 2.0 client credentials as NetSuite does it: a signed assertion against a certificate that was uploaded
// before, answered with a token that is good for an hour (Oracle help 162755359851, 162790605110).

import { randomBytes } from 'node:crypto';
import { decodeProtectedHeader, importSPKI, importX509, jwtVerify } from 'jose';

export interface OAuthClient {
  readonly clientId: string;
  /** The `kid` of assertions. */
  readonly certificateId: string;
  /** PEM of the public key or of the certificate. */
  readonly publicKey: string;
}

export interface TokenRequest {
  readonly grantType: string;
  readonly assertionType: string;
  readonly assertion: string;
  /** The address the client must have named as its audience. */
  readonly tokenUrl: string;
}

export type TokenAnswer =
  | { readonly ok: true; readonly accessToken: string; readonly expiresIn: number }
  | {
      readonly ok: false;
      readonly status: 400 | 401;
      readonly error: string;
      readonly description: string;
    };

export interface OAuth {
  readonly issue: (request: TokenRequest) => Promise<TokenAnswer>;
  /** A token for somebody who tries things out; answers what `issue` answers. */
  readonly grant: () => Extract<TokenAnswer, { readonly ok: true }>;
  /** Whether the Authorization header carries a token that is still good. */
  readonly accepts: (authorization: string | undefined) => boolean;
}

const TOKEN_SECONDS = 3_600;
const LONGEST_ASSERTION_SECONDS = 3_600;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
// RS256 is refused, as NetSuite does.
const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const MOST_TOKENS = 1_000;

/** @param clients whose assertions are accepted; without any, no token is ever issued */
export function createOAuth(clients: readonly OAuthClient[], now: () => Date): OAuth {
  const tokens = new Map<string, number>();
  const grant: OAuth['grant'] = () => {
    const accessToken = randomBytes(48).toString('base64url');
    const [oldest] = tokens.keys();
    if (tokens.size >= MOST_TOKENS && oldest !== undefined) tokens.delete(oldest);
    tokens.set(accessToken, now().getTime() + TOKEN_SECONDS * 1_000);
    return { ok: true, accessToken, expiresIn: TOKEN_SECONDS };
  };
  return {
    issue: async (request) => (await verify(clients, request)) ?? grant(),
    grant,
    accepts: (authorization) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
      return (tokens.get(token) ?? 0) > now().getTime();
    },
  };
}

type Refused = Extract<TokenAnswer, { readonly ok: false }>;

async function verify(
  clients: readonly OAuthClient[],
  request: TokenRequest,
): Promise<Refused | null> {
  if (request.grantType !== 'client_credentials') {
    return refused(
      'unsupported_grant_type',
      `grant_type ${request.grantType} is not client_credentials.`,
    );
  }
  if (request.assertionType !== ASSERTION_TYPE || request.assertion === '') {
    return refused('invalid_request', 'client_assertion_type and client_assertion are required.');
  }
  try {
    return await verifyAssertion(clients, request);
  } catch (error) {
    return refused('invalid_grant', `The client assertion is not valid: ${String(error)}`);
  }
}

async function verifyAssertion(
  clients: readonly OAuthClient[],
  request: TokenRequest,
): Promise<Refused | null> {
  const { kid, alg } = decodeProtectedHeader(request.assertion);
  const client = clients.find((one) => one.certificateId === kid);
  if (client === undefined)
    return { ...refused('invalid_client', `No certificate has the id ${kid ?? ''}.`), status: 401 };
  if (alg === undefined || !ALGORITHMS.includes(alg)) {
    return refused('invalid_grant', `alg ${alg ?? ''} is not one of ${ALGORITHMS.join(', ')}.`);
  }
  const isCertificate = client.publicKey.includes('BEGIN CERTIFICATE');
  const key = await (isCertificate
    ? importX509(client.publicKey, alg)
    : importSPKI(client.publicKey, alg));
  // Tokens live by the real clock: the assertion's times are its client's.
  const { payload } = await jwtVerify(request.assertion, key, {
    issuer: client.clientId,
    audience: request.tokenUrl,
    algorithms: ALGORITHMS,
    requiredClaims: ['iat', 'exp', 'iss', 'aud', 'scope'],
    clockTolerance: 5,
  });
  const { iat = 0, exp = 0 } = payload;
  if (exp - iat > LONGEST_ASSERTION_SECONDS)
    return refused('invalid_grant', 'exp may be at most 60 minutes after iat.');
  const scopes = scopesOf(payload['scope']);
  return scopes.includes('restlets')
    ? null
    : refused('invalid_scope', 'The scope restlets is needed for RESTlets.');
}

function scopesOf(scope: unknown): readonly string[] {
  if (Array.isArray(scope)) return scope.map(String);
  return typeof scope === 'string' ? scope.split(/[\s,]+/) : [];
}

function refused(error: string, description: string): Refused {
  return { ok: false, status: 400, error, description };
}
