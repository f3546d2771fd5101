// What a process must know before it can ask the database.

export { EnvironmentError, readEnvironment } from './environment.ts';
export type { Environment, NetSuiteSettings, SftpSettings, Shop } from './environment.ts';
