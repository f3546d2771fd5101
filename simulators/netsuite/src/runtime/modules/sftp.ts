// N/sftp: connections to SFTP servers, with NetSuite's checks and codes.

import { posix } from 'node:path';
import { refuse } from '../../account/failure.ts';
import { hostKeyType } from '../../sftp/host-key.ts';
import type { SftpTarget } from '../../sftp/protocol.ts';
import type { Invocation } from '../invocation.ts';
import { notSupported } from '../not-supported.ts';
import { readOptions } from '../options.ts';
import type { Options } from '../options.ts';
import { checkSftpFaults } from './sftp-faults.ts';
import { sftpConnectionClass, SFTP_SORTS } from './sftp-connection.ts';
import { Constants } from '../realm.ts';

const LONGEST_CONNECT = 20;
const HIGHEST_PORT = 65_535;

export function sftpModule(invocation: Invocation): object {
  const { realm } = invocation;
  const connections = sftpConnectionClass(invocation);
  return realm.object({
    createConnection: realm.method('createConnection', (args) => {
      invocation.charge('sftp.createConnection', 0);
      const options = readOptions('sftp.createConnection', args, ['url']);
      const target = readTarget(invocation, options);
      const directory = posix.normalize(options.text('directory', '') || '.');
      checkSftpFaults(invocation, target);
      invocation.host.sftp.call(target, { kind: 'open', directory }, target.connectTimeoutMs);
      return connections.create({ target, directory });
    }),
    Sort: new Constants(Object.fromEntries(SFTP_SORTS.map((sort) => [sort, sort]))),
    MIN_CONNECT_TIMEOUT: 1,
    MAX_CONNECT_TIMEOUT: LONGEST_CONNECT,
    MIN_PORT_NUMBER: 0,
    MAX_PORT_NUMBER: HIGHEST_PORT,
    DEFAULT_PORT_NUMBER: 22,
  });
}

function readTarget(invocation: Invocation, options: Options): SftpTarget {
  const url = options.requiredText('url');
  const hostKey = options.requiredText('hostKey').trim();
  const port = readPort(options);
  const timeout = Number(options.text('timeout', String(LONGEST_CONNECT)));
  if (!(timeout >= 1 && timeout <= LONGEST_CONNECT)) {
    refuse(
      'FTP_INVALID_CONNECTION_TIMEOUT',
      `The connection timeout is 1 to ${LONGEST_CONNECT} seconds.`,
    );
  }
  checkHostKey(hostKey, options);
  const override = invocation.host.sftpHostOverride;
  return {
    host: override?.host ?? url,
    port: override?.port ?? port,
    username: options.text('username', 'anonymous'),
    credential: readCredential(invocation, options),
    hostKey,
    connectTimeoutMs: timeout * 1_000,
  };
}

function readPort(options: Options): number {
  const given = options.get('port');
  if (given === undefined || given === null || given === '') return 22;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  refuse('FTP_INVALID_PORT_NUMBER', `The port must be 0 to ${HIGHEST_PORT}.`);
}

// NetSuite's names for key types are shorter than SSH's.
function checkHostKey(hostKey: string, options: Options): void {
  const type = hostKeyType(hostKey);
  if (type === null)
    refuse('FTP_MALFORMED_HOST_KEY', 'The host key is not the base64 text of an SSH public key.');
  const wanted = options.text('hostKeyType', '');
  if (wanted === '') return;
  const short =
    type === 'ssh-dss' ? 'dsa' : type.startsWith('ecdsa') ? 'ecdsa' : type.replace('ssh-', '');
  if (short !== wanted.toLowerCase()) {
    refuse('FTP_INCORRECT_HOST_KEY_TYPE', `The host key is of type ${short}, not ${wanted}.`);
  }
}

function readCredential({ host }: Invocation, options: Options): SftpTarget['credential'] {
  const given = ['passwordGuid', 'keyId', 'secret'].filter((name) => options.text(name, '') !== '');
  if (given.length > 1)
    refuse('MUTUALLY_EXCLUSIVE_ARGUMENTS', `Only one of ${given.join(', ')} may be given.`);
  const name = given[0];
  if (name === undefined)
    refuse(
      'SSS_MISSING_REQD_ARGUMENT',
      'sftp.createConnection: Missing a required argument: passwordGuid, keyId or secret',
    );
  if (name === 'passwordGuid') notSupported('passwordGuid in N/sftp; use a secret');
  const id = options.requiredText(name);
  const text = host.secrets.get(id);
  if (text === undefined)
    refuse('INVALID_SECRET_SCRIPT_ID', `No API secret or key has the id ${id}.`);
  return { kind: text.trimStart().startsWith('-----BEGIN') ? 'privateKey' : 'password', text };
}
