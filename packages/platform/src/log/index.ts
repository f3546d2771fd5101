// The log: JSON lines without secrets.

export { makeLog } from './make-log.ts';
export type { Logger, LogOptions } from './make-log.ts';
