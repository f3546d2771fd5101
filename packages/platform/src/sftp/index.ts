// An SFTP client that knows its host and hands files over whole.

export { connectSftp } from './connect-sftp.ts';
export type { SftpClient, SftpEntry, SftpOptions } from './connect-sftp.ts';
export { isSftpFailure, SftpFailure } from './failure.ts';
export type { SftpFailureCode } from './failure.ts';
