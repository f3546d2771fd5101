// Who may call the Admin API: static tokens of the seed, and tokens by client credentials that live a day.
import { createHash } from 'node:crypto';
import type { ShopSeed } from '../seed.ts';

const LIFETIME_SECONDS = 86_399;

export interface Tokens {
  readonly isGood: (token: string | undefined) => boolean;
  /** A new token, or null when the credentials are wrong. */
  readonly grant: (id: string, secret: string) => Grant | null;
}

export interface Grant {
  readonly access_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

export function createTokens(seed: ShopSeed, now: () => number): Tokens {
  const granted = new Map<string, number>();
  const { app } = seed;
  return {
    isGood: (token) => {
      if (token === undefined) return false;
      return app.accessTokens.includes(token) || (granted.get(token) ?? 0) > now();
    },
    grant: (id, secret) => {
      if (id !== app.clientId || secret !== app.clientSecret) return null;
      const text = `${secret}\n${granted.size}\n${now()}`;
      const token = `shpat_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
      granted.set(token, now() + LIFETIME_SECONDS * 1000);
      return { access_token: token, scope: app.scopes.join(','), expires_in: LIFETIME_SECONDS };
    },
  };
}
