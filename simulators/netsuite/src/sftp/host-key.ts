// A host key as scripts give it: the base64 part of a known_hosts line, which names its own type.

// What the server must offer so that the handshake uses this key.
const ALGORITHMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa']],
  ['ssh-dss', ['ssh-dss']],
  ['ssh-ed25519', ['ssh-ed25519']],
  ['ecdsa-sha2-nistp256', ['ecdsa-sha2-nistp256']],
  ['ecdsa-sha2-nistp384', ['ecdsa-sha2-nistp384']],
  ['ecdsa-sha2-nistp521', ['ecdsa-sha2-nistp521']],
]);

/** The key's own type, e.g. ssh-rsa; null when the text is no host key. */
export function hostKeyType(base64: string): string | null {
  const blob = Buffer.from(base64.trim(), 'base64');
  if (blob.length < 8) return null;
  const length = blob.readUInt32BE(0);
  const type = blob.subarray(4, 4 + length).toString('latin1');
  return ALGORITHMS.has(type) ? type : null;
}

/** The host key algorithms under which a server shows this key. */
export function hostKeyAlgorithms(base64: string): readonly string[] {
  return ALGORITHMS.get(hostKeyType(base64) ?? '') ?? [];
}
