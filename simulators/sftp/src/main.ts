// The server as a program of its own, for the command line: keys and folder from options, and one line on
// standard output that says how to reach it.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSftpServer, type SftpServer } from './start-sftp-server.ts';

const USAGE = `Serves a folder over SFTP.
  --root FOLDER            served as /
  --user NAME=KEYFILE      a user and the file of its public key; may be repeated
  --host-key FILE          the server's private key; made when missing
  --port N                 22022 unless said; 0 lets the system choose
  --host ADDRESS           127.0.0.1 unless said
`;

/**
 * Starts a server from command-line arguments and prints `{"port":…,"hostKeySha256":…}`.
 * @returns the server, or null when only help was asked for
 * @throws Error that says which option is wrong
 */
export async function main(
  args: readonly string[],
  print: (text: string) => void,
): Promise<SftpServer | null> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      root: { type: 'string' },
      user: { type: 'string', multiple: true, default: [] },
      'host-key': { type: 'string' },
      port: { type: 'string', default: '22022' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return null;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0) throw new Error(`--port must be a number.\n${USAGE}`);
  if (values.root === undefined) throw new Error(`--root is missing.\n${USAGE}`);
  const hostKeyFile = values['host-key'] ?? `${values.root}.host-key`;
  const users = values.user.map(readUser);
  const server = await startSftpServer({
    port,
    host: values.host,
    root: values.root,
    users,
    hostKeyFile,
  });
  const { hostKeySha256, hostKey } = server;
  print(`${JSON.stringify({ port: server.port, hostKeySha256, hostKey })}\n`);
  return server;
}

function readUser(text: string): { name: string; publicKey: string } {
  const [name, file] = text.split('=', 2);
  if (!name || !file) throw new Error(`--user must be NAME=KEYFILE, not ${text}.`);
  return { name, publicKey: readFileSync(file, 'utf8') };
}
