// One connection to an SFTP server: pinned host key, key login, no waiting for more to send, and an end to
// every wait.

import { createHash } from 'node:crypto';
import ssh2, { type SFTPWrapper } from 'ssh2';
import { SftpFailure } from './failure.ts';

export interface SftpOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** OpenSSH or PEM text. */
  readonly privateKey: string;
  /** `SHA256:…`, the only host key that is accepted. */
  readonly hostKeySha256: string;
  /** For the login, and for each step after it. */
  readonly timeoutMs: number;
}

type Callback<T> = (error: Error | null | undefined, value: T) => void;

/** The calls of the SFTP protocol that whole files need. */
export type SftpCalls = Pick<
  SFTPWrapper,
  'stat' | 'readdir' | 'open' | 'read' | 'write' | 'close' | 'rename' | 'unlink' | 'mkdir'
>;

/** A connection; when it is lost, every pending and later step fails. */
export interface SftpSession {
  /** Does one step; `what` says which, for people. Rejects with an SftpFailure. */
  readonly step: <T>(
    what: string,
    start: (sftp: SftpCalls, done: Callback<T>) => void,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const KEEP_ALIVE_MS = 10_000;

/** A session over SSH. */
export class SshSession implements SftpSession {
  readonly #client: ssh2.Client;
  readonly #sftp: SFTPWrapper;
  readonly #options: SftpOptions;
  readonly #pending = new Set<(failure: SftpFailure) => void>();
  #lost: SftpFailure | null = null;

  private constructor(client: ssh2.Client, sftp: SFTPWrapper, options: SftpOptions) {
    this.#client = client;
    this.#sftp = sftp;
    this.#options = options;
    client.on('error', (error) => this.#lose('CONNECTION_LOST', error.message));
    client.on('close', () => this.#lose('CONNECTION_LOST', 'it was closed'));
    sftp.on('error', (error: Error) => this.#lose('CONNECTION_LOST', error.message));
  }

  static async open(options: SftpOptions): Promise<SshSession> {
    const client = new ssh2.Client();
    try {
      await logIn(client, options);
      const sftp = await openSubsystem(client, options);
      return new SshSession(client, sftp, options);
    } catch (error) {
      client.on('error', ignore);
      client.destroy();
      throw error;
    }
  }

  async step<T>(what: string, start: (sftp: SftpCalls, done: Callback<T>) => void): Promise<T> {
    if (this.#lost !== null) throw this.#lost;
    return new Promise<T>((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#pending.delete(giveUp);
      };
      const giveUp = (failure: SftpFailure): void => {
        settle();
        reject(failure);
      };
      const { timeoutMs } = this.#options;
      const timer = setTimeout(() => {
        this.#lose('TIMEOUT', `${what} was not answered within ${timeoutMs} ms`);
        this.#client.destroy();
      }, timeoutMs);
      this.#pending.add(giveUp);
      start(this.#sftp, (error, value) => {
        settle();
        if (error) reject(this.#lost ?? describeStatus(what, error));
        else resolve(value);
      });
    });
  }

  async close(): Promise<void> {
    if (this.#lost !== null) return;
    const closed = new Promise<void>((resolve) => this.#client.once('close', () => resolve()));
    const timer = setTimeout(() => this.#client.destroy(), this.#options.timeoutMs);
    this.#client.end();
    await closed;
    clearTimeout(timer);
  }

  #lose(code: 'CONNECTION_LOST' | 'TIMEOUT', reason: string): void {
    if (this.#lost !== null) return;
    const { host, port } = this.#options;
    const lost = new SftpFailure(code, `The connection to ${host}:${port} was lost: ${reason}.`);
    this.#lost = lost;
    for (const giveUp of this.#pending) giveUp(lost);
  }
}

async function logIn(client: ssh2.Client, options: SftpOptions): Promise<void> {
  const { host, port, user, privateKey, timeoutMs } = options;
  let shown: string | null = null;
  const isPinned = (key: Buffer): boolean => {
    shown = fingerprint(key);
    return shown === options.hostKeySha256.replace(/=+$/, '');
  };
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve);
    client.once('error', (error) => reject(describeConnect(options, error, shown)));
    client.once('close', () => {
      reject(new SftpFailure('UNREACHABLE', `${host}:${port} closed the connection.`));
    });
    try {
      client.connect({
        host,
        port,
        username: user,
        privateKey,
        hostVerifier: isPinned,
        readyTimeout: timeoutMs,
        keepaliveInterval: KEEP_ALIVE_MS,
        keepaliveCountMax: 3,
      });
      // Without this a small file waits for a delayed acknowledgement (measured: 180 ms each).
      client.setNoDelay(true);
    } catch (error) {
      const message = `The key for ${user}@${host} cannot be read.`;
      reject(new SftpFailure('AUTHENTICATION_FAILED', message, error));
    }
  });
  client.removeAllListeners();
}

async function openSubsystem(client: ssh2.Client, options: SftpOptions): Promise<SFTPWrapper> {
  const { host, port, timeoutMs } = options;
  return new Promise((resolve, reject) => {
    const refuse = (error?: Error): void => {
      clearTimeout(timer);
      reject(new SftpFailure('UNREACHABLE', `${host}:${port} offers no SFTP.`, error));
    };
    const timer = setTimeout(refuse, timeoutMs);
    client.once('error', refuse);
    client.once('close', refuse);
    client.sftp((error, sftp) => {
      if (error) return refuse(error);
      clearTimeout(timer);
      client.removeAllListeners();
      return resolve(sftp);
    });
  });
}

function fingerprint(key: Buffer): string {
  const digest = createHash('sha256').update(key).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

function describeConnect(
  options: SftpOptions,
  error: Error & { level?: string },
  shown: string | null,
): SftpFailure {
  const place = `${options.host}:${options.port}`;
  if (shown !== null && shown !== options.hostKeySha256.replace(/=+$/, '')) {
    const text =
      `${place} shows the host key ${shown}, not ${options.hostKeySha256}. ` +
      'Nothing was sent. If the server was renewed, pin its new key.';
    return new SftpFailure('HOST_KEY_MISMATCH', text, error);
  }
  if (error.level === 'client-authentication') {
    const text = `${place} does not accept the user ${options.user} with this key.`;
    return new SftpFailure('AUTHENTICATION_FAILED', text, error);
  }
  return new SftpFailure('UNREACHABLE', `${place} cannot be reached: ${error.message}`, error);
}

/** The failure that a status of the server means. */
export function describeStatus(what: string, error: Error & { code?: unknown }): SftpFailure {
  const text = `${what}: ${error.message}`;
  if (error.code === NO_SUCH_FILE) return new SftpFailure('NO_SUCH_FILE', text, error);
  if (error.code === PERMISSION_DENIED) return new SftpFailure('PERMISSION_DENIED', text, error);
  return new SftpFailure('REFUSED', text, error);
}

function ignore(): void {
  // A connection that is being given up has nothing to say any more.
}
