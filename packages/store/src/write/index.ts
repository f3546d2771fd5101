// What the use cases may write to the store; nobody else imports this entry.

export type { Database } from '../database.ts';
