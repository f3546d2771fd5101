// A real SSH server that serves one folder over SFTP, as the machine does that a retailer and NetSuite meet on.

import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import ssh2, { type Connection } from 'ssh2';
import { noFaults, type Faults } from './faults.ts';
import { openHostKey } from './host-key.ts';
import { makeLogIn, type SftpUser } from './log-in.ts';
import { makePaths } from './paths.ts';
import { serveFiles } from './serve-files.ts';

const CONNECTIONS_MAX = 64;

export interface SftpServerOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The loopback address unless said. */
  readonly host?: string;
  /** Served as `/`; made when missing, with `/home/<user>` for each user. */
  readonly root: string;
  readonly users: readonly SftpUser[];
  /** Made when missing. */
  readonly hostKeyFile: string;
}

export interface SftpServer {
  readonly port: number;
  /** `SHA256:…`, what clients pin. */
  readonly hostKeySha256: string;
  /** The public key in base64, what NetSuite's connections name. */
  readonly hostKey: string;
  /** Listens no longer and cuts every connection, until comeUp. */
  readonly goDown: () => Promise<void>;
  readonly comeUp: () => Promise<void>;
  /** Right keys are refused as well, until told otherwise. */
  readonly refuseLogins: (refuses: boolean) => void;
  /** The connection on which this many more bytes were moved is cut; once. */
  readonly cutTransferAfter: (bytes: number) => void;
  /** The next rename takes place, but its answer never arrives; once. */
  readonly loseNextRenameAnswer: () => void;
  readonly close: () => Promise<void>;
}

/** Starts the server; resolves when it listens. */
export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  for (const { name } of options.users) {
    mkdirSync(join(options.root, 'home', name), { recursive: true });
  }
  const hostKey = openHostKey(options.hostKeyFile);
  const faults = noFaults();
  // By the port on the client's side, which the SSH layer knows as well.
  const sockets = new Map<number, Socket>();
  const logIn = makeLogIn(options.users, () => !faults.refusesLogins);
  const ssh = new ssh2.Server({ hostKeys: [hostKey.privateKey] });
  ssh.on('connection', (connection, { port: from }) => {
    const cut = (): void => void sockets.get(from)?.destroy();
    let user = '';
    connection.on('authentication', (context) => {
      user = context.username;
      logIn(context);
    });
    connection.on('ready', () => serve(connection, { root: options.root, user, faults, cut }));
    // A client that goes in the middle of something is its own affair.
    connection.on('error', ignore);
  });
  // Both ends must not wait for more to send (Nagle): a put of 3 KB would take 180 ms.
  const net = createServer({ noDelay: true }, (socket) => {
    const from = socket.remotePort ?? 0;
    sockets.set(from, socket);
    socket.on('close', () => sockets.delete(from));
    ssh.injectSocket(socket);
  });
  net.maxConnections = CONNECTIONS_MAX;
  const host = options.host ?? '127.0.0.1';
  const port = await listen(net, options.port, host);
  const goDown = async (): Promise<void> => {
    if (!net.listening) return;
    const closed = new Promise((resolve) => net.close(resolve));
    for (const socket of sockets.values()) socket.destroy();
    await closed;
  };
  return {
    port,
    hostKeySha256: hostKey.sha256,
    hostKey: hostKey.publicKey,
    goDown,
    comeUp: async () => {
      await listen(net, port, host);
    },
    refuseLogins: (refuses) => (faults.refusesLogins = refuses),
    cutTransferAfter: (bytes) => (faults.bytesUntilCut = bytes),
    loseNextRenameAnswer: () => (faults.losesNextRenameAnswer = true),
    close: goDown,
  };
}

interface Client {
  readonly root: string;
  readonly user: string;
  readonly faults: Faults;
  readonly cut: () => void;
}

function serve(connection: Connection, client: Client): void {
  const paths = makePaths(client.root, `/home/${client.user}`);
  connection.on('session', (accept) => {
    const session = accept();
    session.on('sftp', (acceptSftp) => {
      const sftp = acceptSftp();
      const handles = serveFiles({ sftp, paths, faults: client.faults, cut: client.cut });
      connection.on('close', () => handles.closeAll());
    });
  });
}

async function listen(net: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    net.once('error', reject);
    net.listen(port, host, () => {
      net.removeListener('error', reject);
      resolve();
    });
  });
  // A TCP server's address is not a pipe's name.
  return (net.address() as AddressInfo).port;
}

function ignore(): void {
  // See the caller.
}
