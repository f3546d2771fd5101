// The SFTP server of demo and tests, and keys for it.

export { makeKeyPair } from './key-pair.ts';
export type { KeyPair } from './key-pair.ts';
export { main } from './main.ts';
export { startSftpServer } from './start-sftp-server.ts';
export type { SftpServer, SftpServerOptions } from './start-sftp-server.ts';
export type { SftpUser } from './log-in.ts';
