// A key pair for a user, as ssh-keygen makes them; for demonstrations and tests.

import ssh2 from 'ssh2';

export interface KeyPair {
  /** OpenSSH format. */
  readonly privateKey: string;
  /** One line, as in authorized_keys. */
  readonly publicKey: string;
}

/** A new Ed25519 pair without passphrase. */
export function makeKeyPair(comment: string): KeyPair {
  const made = ssh2.utils.generateKeyPairSync('ed25519', { comment });
  return { privateKey: made.private, publicKey: made.public };
}
