// Who may come in: the users of the list, each with a key. No passwords.

import { timingSafeEqual } from 'node:crypto';
import ssh2, { type AuthContext, type ParsedKey } from 'ssh2';

export interface SftpUser {
  /** A user with several keys stands in the list several times. */
  readonly name: string;
  /** One line, as in authorized_keys. */
  readonly publicKey: string;
}

export type LogIn = (context: AuthContext) => void;

/** Answers login attempts. A broken key in the list is an error at once, not at the first login. */
export function makeLogIn(users: readonly SftpUser[], mayEnter: () => boolean): LogIn {
  const keys = users.map((user) => ({ name: user.name, key: parse(user) }));
  return (context) => {
    const own = keys.filter(({ name }) => name === context.username);
    const isRight = context.method === 'publickey' && own.some(({ key }) => matches(context, key));
    if (isRight && mayEnter()) context.accept();
    else context.reject(['publickey']);
  };
}

function parse(user: SftpUser): ParsedKey {
  const key = ssh2.utils.parseKey(user.publicKey);
  if (key instanceof Error)
    throw new Error(`The key of user ${user.name} cannot be read: ${key.message}`);
  return key;
}

// Clients first ask whether a key would do (no signature yet), then sign.
function matches(context: Extract<AuthContext, { method: 'publickey' }>, key: ParsedKey): boolean {
  const wanted = key.getPublicSSH();
  const given = context.key.data;
  if (context.key.algo !== key.type && !isRsa(context.key.algo, key.type)) return false;
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
  if (context.signature === undefined) return true;
  if (context.blob === undefined) return false;
  return key.verify(context.blob, context.signature, context.hashAlgo) === true;
}

// An ssh-rsa key signs as rsa-sha2-256 or rsa-sha2-512.
function isRsa(algorithm: string, type: string): boolean {
  return type === 'ssh-rsa' && algorithm.startsWith('rsa-sha2-');
}
