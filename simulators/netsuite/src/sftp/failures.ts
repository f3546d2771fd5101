// SSH and SFTP failures under the codes of N/sftp (Oracle help section_4784614151).

export class SftpFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const SOCKET_CODES: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'FTP_UNKNOWN_HOST'],
  ['EAI_AGAIN', 'FTP_UNKNOWN_HOST'],
  ['ECONNREFUSED', 'FTP_CANNOT_ESTABLISH_CONNECTION'],
  ['EHOSTUNREACH', 'NO_ROUTE_TO_HOST_FOUND'],
  ['ENETUNREACH', 'NO_ROUTE_TO_HOST_FOUND'],
  ['ECONNRESET', 'CONNECTION_RESET'],
  ['EPIPE', 'CONNECTION_RESET'],
  ['ETIMEDOUT', 'FTP_CONNECT_TIMEOUT_EXCEEDED'],
]);

/** A failure while connecting, by the error's code, level or text. */
export function connectFailure(error: unknown): SftpFailure {
  if (error instanceof SftpFailure) return error;
  const { code, level, message } = partsOf(error);
  const known = SOCKET_CODES.get(code);
  if (known !== undefined) return new SftpFailure(known, message);
  if (level === 'client-authentication') {
    return new SftpFailure(
      'AUTHENTICATION_FAIL_TOO_MANY_INCORRECT_AUTHENTICATION_ATTEMPTS',
      message,
    );
  }
  if (level === 'client-timeout') return new SftpFailure('FTP_CONNECT_TIMEOUT_EXCEEDED', message);
  if (/host key (algorithm|format)/i.test(message))
    return new SftpFailure('FTP_INCORRECT_HOST_KEY', message);
  if (/no matching.*cipher/i.test(message))
    return new SftpFailure('FTP_UNSUPPORTED_ENCRYPTION_ALGORITHM', message);
  return new SftpFailure('FTP_CANNOT_ESTABLISH_CONNECTION', message);
}

// SSH_FX_* of the SFTP draft, which ssh2 hands out as the error's code.
const NO_SUCH_FILE = '2';
const PERMISSION_DENIED = '3';

/** A failure of one operation on an open connection. */
export function operationFailure(error: unknown, path: string): SftpFailure {
  if (error instanceof SftpFailure) return error;
  const { code, message } = partsOf(error);
  if (code === NO_SUCH_FILE)
    return new SftpFailure('FTP_NO_SUCH_FILE_OR_DIRECTORY', `${path}: no such file or directory.`);
  if (code === PERMISSION_DENIED)
    return new SftpFailure('FTP_PERMISSION_DENIED', `${path}: permission denied.`);
  const known = SOCKET_CODES.get(code);
  if (known !== undefined) return new SftpFailure(known, message);
  return new SftpFailure('THE_REMOTE_PATH_FOR_FILE_IS_NOT_VALID', `${path}: ${message}`);
}

function partsOf(error: unknown): { code: string; level: string; message: string } {
  if (!(error instanceof Error)) return { code: '', level: '', message: String(error) };
  const read = (name: string): string => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return { code: read('code'), level: read('level'), message: error.message };
}
