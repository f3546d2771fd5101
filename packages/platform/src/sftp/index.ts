// An SFTP client that knows its host and hands files over whole.

export { connectSftp, sftpClientOver } from './connect-sftp.ts';
export type { SftpClient, SftpEntry, SftpOptions } from './connect-sftp.ts';
export { describeStatus } from './session.ts';
export type { SftpCalls, SftpSession } from './session.ts';
export { isSftpFailure, SftpFailure } from './failure.ts';
export type { SftpFailureCode } from './failure.ts';
