// What can go wrong with an SFTP server, each with a code that does not change.

export type SftpFailureCode =
  /** The server is not the one we know. Nothing was sent; a person must look. */
  | 'HOST_KEY_MISMATCH'
  /** No connection could be made. */
  | 'UNREACHABLE'
  /** The server does not accept the user or the key. */
  | 'AUTHENTICATION_FAILED'
  /** The connection broke; what was under way may or may not have happened. */
  | 'CONNECTION_LOST'
  /** No answer in time; the connection was given up. */
  | 'TIMEOUT'
  | 'NO_SUCH_FILE'
  /** The name is taken by something else. */
  | 'ALREADY_EXISTS'
  | 'PERMISSION_DENIED'
  /** The file is longer than the caller wants to read. */
  | 'TOO_LARGE'
  /** The server said no for a reason of its own. */
  | 'REFUSED';

export class SftpFailure extends Error {
  override readonly name = 'SftpFailure';
  readonly code: SftpFailureCode;

  constructor(code: SftpFailureCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Whether it is a failure with one of the codes (any code when none is named). */
export function isSftpFailure(
  error: unknown,
  ...codes: readonly SftpFailureCode[]
): error is SftpFailure {
  return error instanceof SftpFailure && (codes.length === 0 || codes.includes(error.code));
}
