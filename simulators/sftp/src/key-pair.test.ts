import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { makeKeyPair } from './key-pair.ts';

test('every pair can be read again and its halves belong together', () => {
  const text = Buffer.from('a file handed over');
  const broken = Array.from({ length: 1500 }, () => makeKeyPair('netsuite')).filter((pair) => {
    const secret = ssh2.utils.parseKey(pair.privateKey);
    const open = ssh2.utils.parseKey(pair.publicKey);
    if (secret instanceof Error || open instanceof Error) return true;
    return open.verify(text, secret.sign(text)) !== true;
  });
  expect(broken).toEqual([]);
});
