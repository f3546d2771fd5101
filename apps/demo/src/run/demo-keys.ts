// The keys of the demo: made once in its folder, as an administrator would make them.

import { generateKeyPairSync } from 'node:crypto';
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
  return generateKeyPairSync('rsa', {
    modulusLength: 3072,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

function ecPair(): Pair {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
