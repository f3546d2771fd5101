// A key pair for a user, as ssh-keygen makes them; for demonstrations and tests.

import ssh2 from 'ssh2';

export interface KeyPair {
  /** OpenSSH format. */
  readonly privateKey: string;
  /** One line, as in authorized_keys. */
  readonly publicKey: string;
}

/**
 * A new ECDSA P-256 pair without passphrase. Not Ed25519: of the pairs that ssh2 1.17 makes, about one in
 * 230 can't be read again ("Malformed OpenSSH private key").
 */
export function makeKeyPair(comment: string): KeyPair {
  const made = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, comment });
  return { privateKey: made.private, publicKey: made.public };
}
