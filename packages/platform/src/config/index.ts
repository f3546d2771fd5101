export { EnvironmentError, readEnvironment } from './environment.ts';
export type { Environment, NetSuiteSettings, SftpSettings, Shop } from './environment.ts';
