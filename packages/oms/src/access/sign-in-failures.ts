// Slows guessing down: after some failures an account, and after more of them an address, must wait; each further
// failure doubles the wait.

import type { Database } from '@sendsale/store/read';

const FREE_FAILURES = { account: 5, address: 20 } as const;
const FIRST_WAIT_MS = 30_000;
const WAIT_MAX_MS = 15 * 60_000;
/** Failures longer ago are forgotten. */
const REMEMBERED_MS = 60 * 60_000;

export interface SignInAttempt {
  readonly email: string;
  readonly address: string;
  readonly at: Date;
}

/** How long this account or address has to wait; 0 when it may try. */
export async function signInWaitMs(db: Database, attempt: SignInAttempt): Promise<number> {
  const rows = await db
    .selectFrom('sign_in_failure')
    .where('key', 'in', keysOf(attempt))
    .select('blocked_until')
    .execute();
  const until = rows.map((row) => row.blocked_until?.getTime() ?? 0);
  return Math.max(0, ...until.map((one) => one - attempt.at.getTime()));
}

/** Counts a failure for the account and the address. */
export async function recordSignInFailure(db: Database, attempt: SignInAttempt): Promise<void> {
  const { at } = attempt;
  for (const key of keysOf(attempt)) {
    const row = await db
      .selectFrom('sign_in_failure')
      .where('key', '=', key)
      .where('last_at', '>', new Date(at.getTime() - REMEMBERED_MS))
      .select('failures')
      .executeTakeFirst();
    const failures = (row?.failures ?? 0) + 1;
    const values = { failures, last_at: at, blocked_until: blockedUntil(key, failures, at) };
    await db
      .insertInto('sign_in_failure')
      .values({ key, ...values })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
      .execute();
  }
}

/** A success clears the account; the address stays counted, since one good password proves nothing for others. */
export async function forgetSignInFailures(db: Database, attempt: SignInAttempt): Promise<void> {
  const [account] = keysOf(attempt);
  await db.deleteFrom('sign_in_failure').where('key', '=', account).execute();
}

function blockedUntil(key: string, failures: number, at: Date): Date | null {
  const free = key.startsWith('account:') ? FREE_FAILURES.account : FREE_FAILURES.address;
  if (failures < free) return null;
  const wait = Math.min(WAIT_MAX_MS, FIRST_WAIT_MS * 2 ** (failures - free));
  return new Date(at.getTime() + wait);
}

function keysOf({ email, address }: SignInAttempt): [string, string] {
  return [`account:${email.trim().toLowerCase()}`, `address:${address}`];
}
