// The key by which clients know this server, made once and kept in a file.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ssh2 from 'ssh2';

export interface HostKey {
  /** The private key, as text. */
  readonly privateKey: string;
  /** `SHA256:…` of the public key, without padding, as ssh-keygen -l prints it. */
  readonly sha256: string;
  /** The public key in base64, as known_hosts (and NetSuite's hostKey) has it. */
  readonly publicKey: string;
  /** ecdsa-sha2-nistp256 … */
  readonly type: string;
}

/**
 * Reads the key, or makes one when the file is missing. ECDSA, since NetSuite's N/sftp knows rsa, dsa and
 * ecdsa host keys only.
 */
export function openHostKey(file: string): HostKey {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const made = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, comment: 'simulated sftp' });
    writeFileSync(file, made.private, { mode: 0o600 });
  }
  const privateKey = readFileSync(file, 'utf8');
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw new Error(`${file} holds no private key: ${parsed.message}`);
  const blob = parsed.getPublicSSH();
  const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
  return {
    privateKey,
    sha256: `SHA256:${digest}`,
    publicKey: blob.toString('base64'),
    type: parsed.type,
  };
}
