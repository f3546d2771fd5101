// The SSH sessions of the worker thread, one a target, kept open between script invocations.

import { Client } from 'ssh2';
import type { ServerHostKeyAlgorithm, SFTPWrapper } from 'ssh2';
import { SftpFailure, connectFailure } from './failures.ts';
import { hostKeyAlgorithms } from './host-key.ts';
import type { SftpTarget } from './protocol.ts';

export interface Connections {
  /** An open session to the target. Equal targets share it; a lost one is opened again. */
  readonly session: (target: SftpTarget) => Promise<SFTPWrapper>;
  /** Forgets a session that misbehaved, so that the next call opens a new one. */
  readonly drop: (target: SftpTarget) => void;
}

interface Session {
  readonly client: Client;
  readonly sftp: Promise<SFTPWrapper>;
}

export function createConnections(): Connections {
  const sessions = new Map<string, Session>();
  return {
    session: async (target) => {
      const key = keyOf(target);
      const open = sessions.get(key) ?? openSession(target, () => sessions.delete(key));
      sessions.set(key, open);
      try {
        return await open.sftp;
      } catch (error) {
        sessions.delete(key);
        open.client.destroy();
        throw connectFailure(error);
      }
    },
    drop: (target) => {
      const key = keyOf(target);
      sessions.get(key)?.client.destroy();
      sessions.delete(key);
    },
  };
}

function keyOf({ host, port, username, credential, hostKey }: SftpTarget): string {
  return JSON.stringify([host, port, username, credential.text, hostKey]);
}

// The only ciphers N/sftp has.
const CIPHERS = ['aes128-ctr', 'aes192-ctr', 'aes256-ctr'] as const;

function openSession(target: SftpTarget, onClose: () => void): Session {
  const client = new Client();
  let isWrongKey = false;
  const sftp = new Promise<SFTPWrapper>((resolve, reject) => {
    client.once('ready', () => {
      client.setNoDelay(true);
      client.sftp((error, wrapper) => {
        if (error === undefined) resolve(wrapper);
        else reject(connectFailure(error));
      });
    });
    client.on('error', (error) => {
      reject(isWrongKey ? wrongKey(target) : connectFailure(error));
    });
    client.once('close', () => {
      onClose();
      reject(new SftpFailure('CONNECTION_CLOSED_BY_HOST', `${target.host} closed the connection.`));
    });
  });
  const { kind, text } = target.credential;
  client.connect({
    host: target.host,
    port: target.port,
    username: target.username,
    ...(kind === 'password' ? { password: text } : { privateKey: text }),
    readyTimeout: target.connectTimeoutMs,
    keepaliveInterval: 0,
    algorithms: {
      cipher: [...CIPHERS],
      // The table behind it holds names of this type only.
      serverHostKey: [...hostKeyAlgorithms(target.hostKey)] as ServerHostKeyAlgorithm[],
    },
    // Before anything secret is sent.
    hostVerifier: (key: Buffer) => {
      isWrongKey = key.toString('base64') !== target.hostKey.trim();
      return !isWrongKey;
    },
  });
  return { client, sftp };
}

function wrongKey({ host }: SftpTarget): SftpFailure {
  return new SftpFailure('FTP_INCORRECT_HOST_KEY', `The host key of ${host} is not the one given.`);
}
