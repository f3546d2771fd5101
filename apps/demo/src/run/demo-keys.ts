// The keys of the demo: made once in its folder, as an administrator would make them.

import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeyFiles {
  readonly privateFile: string;
  readonly publicFile: string;
}

export interface DemoKeys {
  readonly omsLogin: KeyFiles;
  readonly netsuiteLogin: KeyFiles;
  readonly oauth: KeyFiles;
}

export function demoKeys(folder: string): DemoKeys {
  mkdirSync(folder, { recursive: true });
  return {
    omsLogin: keyFiles(folder, 'sftp-oms', rsaPair),
    netsuiteLogin: keyFiles(folder, 'sftp-netsuite', rsaPair),
    oauth: keyFiles(folder, 'netsuite-oauth', ecPair),
  };
}

interface Pair {
  readonly privateKey: string;
  readonly publicKey: string;
}

function keyFiles(folder: string, name: string, make: () => Pair): KeyFiles {
  const files = {
    privateFile: join(folder, `${name}.pem`),
    publicFile: join(folder, `${name}.pub`),
  };
  if (existsSync(files.privateFile) && existsSync(files.publicFile)) return files;
  const { privateKey, publicKey } = make();
  writeFileSync(files.privateFile, privateKey, { mode: 0o600 });
  writeFileSync(files.publicFile, publicKey);
  return files;
}

// SSH libraries read RSA keys in PKCS#1 form everywhere.
function rsaPair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  return {
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    publicKey: authorizedKey(publicKey),
  };
}

// The line of an authorized_keys file (RFC 4253 §6.6): name, exponent and modulus, each with its length.
function authorizedKey(key: KeyObject): string {
  const { e = '', n = '' } = key.export({ format: 'jwk' });
  const [exponent, modulus] = [e, n].map((part) => Buffer.from(part, 'base64url'));
  const parts = [
    Buffer.from('ssh-rsa'),
    exponent,
    Buffer.concat([Buffer.alloc(1), modulus ?? Buffer.alloc(0)]),
  ];
  const blob = Buffer.concat(
    parts.flatMap((part = Buffer.alloc(0)) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
  return `ssh-rsa ${blob.toString('base64')}\n`;
}

function ecPair(): Pair {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
