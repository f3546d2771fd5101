// Passwords as argon2id hashes, with the parameters OWASP recommends (19 MiB, two passes).

import { hash, verify } from '@node-rs/argon2';

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash to keep, with its salt and parameters in it. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/**
 * Whether the password belongs to the hash. Without a hash it works as long and says no, so that nobody can
 * tell from the time an answer takes which accounts there are.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (stored !== null) return verify(stored, password);
  await verify(await nobodysHash(), password);
  return false;
}

let nobody: Promise<string> | null = null;

async function nobodysHash(): Promise<string> {
  nobody ??= hash('nobody has this password', PARAMETERS);
  return nobody;
}
